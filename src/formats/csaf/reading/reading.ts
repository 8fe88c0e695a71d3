import type { Language } from '#domain/language.ts';
import type { Texts } from '#formats/record/texts.ts';
import { CSAF_WORDS, type CsafWords } from '../words.ts';
import type { Place } from '#formats/foreign/foreign-document.ts';

/** A document while it is read: in one language, in which our own documents say certain things in certain words. */
export interface Reading {
  readonly document: Place;
  readonly language: Language;
  readonly words: CsafWords;
  /** A text of the document as the record holds it. */
  readonly say: (text: string) => Texts;
}

export function startReading(document: Place, language: Language): Reading {
  return { document, language, words: CSAF_WORDS[language], say: (text) => ({ [language]: text }) };
}
