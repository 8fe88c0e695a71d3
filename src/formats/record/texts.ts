import { type Language, LANGUAGES, type LocalizedText, localize } from '#domain/language.ts';

/** A text by language; at least one language is there. A name that is the same everywhere stands in each. */
export type Texts = Partial<Record<Language, string>>;

/** A text of the content in every language of the site in which it can be read. */
export function toTexts(text: LocalizedText, languages: readonly Language[]): Texts {
  const spoken = languages.map((language) => [language, localize(text, language, languages)] as const);
  const own = spoken.filter(([language, { language: real }]) => language === real);
  const [first] = spoken;
  // A text in a language that the site does not have is still better than none.
  if (own.length === 0 && first !== undefined) return { [first[1].language]: first[1].text };
  return Object.fromEntries(own.map(([language, { text: said }]) => [language, said]));
}

/**
 * The text in the wanted language or, failing that, in the first of `languages` that has it, or in any.
 * @throws when there is none at all
 */
export function speak(texts: Texts, wanted: Language, languages: readonly Language[]): string {
  for (const language of [wanted, ...languages, ...LANGUAGES]) {
    const text = texts[language];
    if (text !== undefined) return text;
  }
  throw new Error('A text of a record holds no language at all.');
}
