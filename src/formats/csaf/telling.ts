import type { Language } from '#domain/language.ts';
import type { AdvisoryRecord, RecordVendor } from '#formats/record/advisory-record.ts';
import { speak, type Texts } from '#formats/record/texts.ts';
import { CSAF_WORDS, type CsafWords } from './words.ts';

/** A record as one document tells it: in one language. */
export interface Telling {
  record: AdvisoryRecord;
  language: Language;
  words: CsafWords;
  /** A text in that language or, failing that, in the one it was written in. */
  say: (texts: Texts) => string;
  /** The text of a section; empty when there is none. */
  section: (id: NonNullable<AdvisoryRecord['sections']['ja']>[number]['id']) => string;
  nameOf: (vendor: RecordVendor) => string;
}

export function tell(record: AdvisoryRecord, language: Language): Telling {
  const say = (texts: Texts) => speak(texts, language, record.languages);
  const sections = record.sections[language] ?? [];
  return {
    record,
    language,
    words: CSAF_WORDS[language],
    say,
    section: (wanted) => sections.find(({ id }) => id === wanted)?.text.trim() ?? '',
    nameOf: ({ name }) => say(name),
  };
}
