import { z } from 'zod';

/** The languages in which the engine itself speaks. A site chooses from these in `site.yaml`. */
export const LANGUAGES = ['ja', 'en'] as const;

/** A BCP 47 primary language tag of the closed set above. */
export type Language = (typeof LANGUAGES)[number];

export const languageSchema = z.enum(LANGUAGES).describe('A language of the site: ja or en.');

/**
 * Text for readers: a plain string in the site's first language, or a map from language to string.
 * Every scalar arrives as text, because front matter is read without YAML's own typing.
 */
export const localizedTextSchema = z
  .union([
    z.string().trim().min(1),
    z.partialRecord(languageSchema, z.string().trim().min(1)).refine((map) => Object.keys(map).length > 0, {
      error: 'at least one language is needed',
    }),
  ])
  .describe('Text in the site’s first language, or a map such as { ja: …, en: … }.');

export type LocalizedText = z.infer<typeof localizedTextSchema>;

/** A piece of text together with the language it is really in, so that markup can say so (`lang`). */
export interface SpokenText {
  text: string;
  language: Language;
}

/**
 * The text in the wanted language or, failing that, in the first language of the site that has it.
 * @param languages the site's languages, first one first
 */
export function localize(text: LocalizedText, wanted: Language, languages: readonly Language[]): SpokenText {
  const first = languages[0] ?? wanted;
  if (typeof text === 'string') return { text, language: first };
  for (const language of [wanted, ...languages, ...LANGUAGES]) {
    const found = text[language];
    if (found !== undefined) return { text: found, language };
  }
  throw new Error('A localized text holds no language at all; the schema should have refused it.');
}
