import type { AdvisoryText } from '#catalog/catalog.ts';
import type { Language } from '#domain/language.ts';

/** The longest summary, in UTF-16 code units: what search engines and chat tools show of a description. */
const MOST = 120;

/** Where a sentence ends: Japanese full stops, and Latin ones before a blank and a capital, digit or bracket. */
const sentenceEnd =
  /[。！？]+[」』）)]*|(?<!\b(?:Inc|Ltd|Co|Corp|No|vs|etc|ver|e\.g|i\.e))[.!?]+(?=\s+["'([]?[\p{Lu}\p{N}\p{Lo}])/gu;

/** The locale is fixed so that every machine cuts at the same place. */
const segmenters: Readonly<Record<Language, Intl.Segmenter>> = {
  ja: new Intl.Segmenter('ja', { granularity: 'word' }),
  en: new Intl.Segmenter('en', { granularity: 'word' }),
};

/** The first sentences of an advisory's overview, 120 characters at most; empty when there is no overview. */
export function summaryOf({ body, language }: Pick<AdvisoryText, 'body' | 'language'>): string {
  const overview = body.sections.find(({ id }) => id === 'overview') ?? body.sections[0];
  return summarise(overview?.text ?? '', language);
}

/** As many whole sentences as fit; when not even the first one fits, as many whole words and an ellipsis. */
export function summarise(text: string, language: Language): string {
  const flat = text
    .slice(0, MOST * 10)
    .replace(/\s+/gu, ' ')
    .trim();
  if (flat.length <= MOST) return flat;
  const end = [...flat.slice(0, MOST + 2).matchAll(sentenceEnd)]
    .map((match) => match.index + match[0].length)
    .findLast((each) => each <= MOST);
  return end === undefined ? `${cutAtWord(flat, language)}…` : flat.slice(0, end);
}

function cutAtWord(text: string, language: Language): string {
  let end = 0;
  for (const { index, segment } of segmenters[language].segment(text.slice(0, MOST * 2))) {
    if (index + segment.length > MOST - 1) break;
    end = index + segment.length;
  }
  return text.slice(0, end).trimEnd();
}
