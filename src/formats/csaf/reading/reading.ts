import type { Language } from '#domain/language.ts';
import { items, member, type Place } from '#formats/foreign/foreign-document.ts';
import type { Texts } from '#formats/record/texts.ts';
import { CSAF_WORDS, type CsafWords } from '../words.ts';

/** A document while it is read: in one language, in which our own documents say certain things in certain words. */
export interface Reading {
  readonly document: Place;
  readonly language: Language;
  readonly words: CsafWords;
  /** Whether the document is one of ours: it tells vendors' answers, and everything in it can be told again. */
  readonly isOwn: boolean;
  /** A text of the document as the record holds it. */
  readonly say: (text: string) => Texts;
}

export function startReading(document: Place, language: Language): Reading {
  const words = CSAF_WORDS[language];
  const isOwn = isOfOurEngine(document) || tellsPublication(document, words);
  return { document, language, words, isOwn, say: (text) => ({ [language]: text }) };
}

/** The name by which our own documents tell what made them (CSAF 2.0 §3.2.1.12.3). */
const ENGINE = 'Kairan';

function isOfOurEngine(document: Place): boolean {
  return member(document, 'document', 'tracking', 'generator', 'engine', 'name').value === ENGINE;
}

/** Documents of ours with vulnerabilities tell their own publication as an involvement, whatever made them. */
function tellsPublication(document: Place, words: CsafWords): boolean {
  return items(document, 'vulnerabilities').some((vulnerability) =>
    items(vulnerability, 'involvements').some((involvement) => isPublication(involvement, words)),
  );
}

function isPublication(involvement: Place, words: CsafWords): boolean {
  const { value } = member(involvement, 'summary');
  return typeof value === 'string' && value.split('\n').includes(words.events['published'] ?? '');
}
