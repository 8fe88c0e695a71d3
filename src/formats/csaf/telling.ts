import { compareText } from '#domain/compare-text.ts';
import type { Language } from '#domain/language.ts';
import type { AdvisoryRecord, RecordVendor } from '#formats/record/advisory-record.ts';
import { speak, type Texts } from '#formats/record/texts.ts';
import { CSAF_WORDS, type CsafWords } from './words.ts';

/** A record as one document tells it: in one language, vendors in the order of their names. */
export interface Telling {
  record: AdvisoryRecord;
  language: Language;
  words: CsafWords;
  /** A text in that language or, failing that, in the one it was written in. */
  say: (texts: Texts) => string;
  /** The text of a section; empty when there is none. */
  section: (id: NonNullable<AdvisoryRecord['sections']['ja']>[number]['id']) => string;
  /** One line, because lists of vendors have a line for each, and no other vendor's. */
  nameOf: (vendor: RecordVendor) => string;
}

export function buildTelling(record: AdvisoryRecord, language: Language): Telling {
  const say = (texts: Texts) => speak(texts, language, record.languages);
  const sections = record.sections[language] ?? [];
  const names = nameVendors(record.vendors, say);
  const nameOf = ({ slug }: RecordVendor) => names.get(slug) ?? slug;
  return {
    record: { ...record, vendors: record.vendors.toSorted((a, b) => compareText(nameOf(a), nameOf(b))) },
    language,
    words: CSAF_WORDS[language],
    say,
    section: (wanted) => sections.find(({ id }) => id === wanted)?.text.trim() ?? '',
    nameOf,
  };
}

/** The names of vendors by their slugs; where two have the same name, the slug tells them apart. */
function nameVendors(vendors: readonly RecordVendor[], say: Telling['say']): ReadonlyMap<string, string> {
  const namesakes = Map.groupBy(vendors, ({ name }) => say(name).replaceAll(/\s*[\r\n]\s*/gu, ' '));
  return new Map(
    [...namesakes].flatMap(([name, own]) =>
      own.map(({ slug }) => [slug, own.length === 1 ? name : `${name} (${slug})`] as const),
    ),
  );
}
