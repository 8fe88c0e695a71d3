import { z } from 'zod';

/** The languages in which the engine itself speaks. A site chooses from these in `site.yaml`. */
export const LANGUAGES = ['ja', 'en'] as const;

/** A BCP 47 primary language tag of the closed set above. */
export type Language = (typeof LANGUAGES)[number];

export const languageSchema = z.enum(LANGUAGES).describe('A language of the site: ja or en.');

/**
 * Text for readers: a plain string in the site's first language (or a name that is the same in all), or a map from language to string.
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

/** The words alone, for places that cannot say their language. */
export function plainText(text: SpokenText | string): string {
  return typeof text === 'string' ? text : text.text;
}

/**
 * The text in the wanted language or, failing that, in the first language of the site that has it.
 *
 * Its language is what a reader hears and not only where it was written: a plain text with kana or kanji is Japanese,
 * whatever the site’s first language; one without them (a product name in Latin letters) is never Japanese to a reader
 * of another language, but counts as text in the wanted one.
 * @param languages the site's languages, first one first
 */
export function localize(text: LocalizedText, wanted: Language, languages: readonly Language[]): SpokenText {
  if (typeof text === 'string') {
    const language = hasJapanese(text) ? 'ja' : (languages[0] ?? wanted);
    return { text, language: languageFor(text, language, wanted) };
  }
  for (const language of [wanted, ...languages, ...LANGUAGES]) {
    const found = text[language];
    if (found !== undefined) return { text: found, language: languageFor(found, language, wanted) };
  }
  throw new Error('A localized text holds no language at all; the schema should have refused it.');
}

/** Whether a text has any kana or kanji (Unicode UAX #24, property Script). */
export function hasJapanese(text: string): boolean {
  return /[\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Han}]/u.test(text);
}

/** The language that a reader of `wanted` must be told: Japanese only for text that has kana or kanji. */
export function languageFor(text: string, language: Language, wanted: Language): Language {
  return language === 'ja' && !hasJapanese(text) ? wanted : language;
}

/** Kana and kanji with the marks, brackets and full-width forms that belong to them (UAX #24, Script_Extensions). */
const japaneseRun = /[\p{scx=Hiragana}\p{scx=Katakana}\p{scx=Han}\uFF01-\uFF65]+/gu;

/**
 * A text cut into pieces of one language each: names in kana or kanji inside a text of another language are Japanese.
 * A Japanese text is one piece, because Latin letters are at home in it. The pieces joined are the text.
 */
export function splitByLanguage({ text, language }: SpokenText): SpokenText[] {
  if (language === 'ja' || !hasJapanese(text)) return [{ text, language }];
  const pieces: SpokenText[] = [];
  let end = 0;
  for (const { 0: run, index } of text.matchAll(japaneseRun)) {
    if (!hasJapanese(run)) continue;
    if (index > end) pieces.push({ text: text.slice(end, index), language });
    pieces.push({ text: run, language: 'ja' });
    end = index + run.length;
  }
  return end < text.length ? [...pieces, { text: text.slice(end), language }] : pieces;
}

/** The language at the root of a site. */
export function firstLanguage({ languages }: { readonly languages: readonly Language[] }): Language {
  const [first] = languages;
  if (first === undefined) throw new Error('A site without a language passed its schema.');
  return first;
}
