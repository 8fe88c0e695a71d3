import { toZone } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { SectionId } from '#domain/section.ts';
import { cleanText } from '#domain/xml-text.ts';
import type { AdvisoryRecord, RecordProduct, RecordVendor } from '#formats/record/advisory-record.ts';
import { speak, type Texts } from '#formats/record/texts.ts';

/** An advisory as a document in one of its languages tells it. */
export interface Telling {
  record: AdvisoryRecord;
  language: Language;
  /** The IANA time zone on whose clock moments are written. */
  zone: string;
}

/** A text in the document's language or, where there is none, in another one of the advisory. */
export function say({ record, language }: Telling, texts: Texts): string {
  return speak(texts, language, record.languages);
}

/** The mark by which readers of JVN's files know a withdrawn advisory, in every language. */
const WITHDRAWN = '** 削除 **';

/** The overview or, where the author wrote none, the first section; of a withdrawn advisory the mark and the reason. */
export function tellOverview(telling: Telling): string {
  const { record, language } = telling;
  if (record.withdrawal) return `${WITHDRAWN} ${say(telling, record.withdrawal.reason)}`;
  return tellSection(telling, 'overview') ?? record.sections[language]?.[0]?.text ?? '';
}

/** The text of all sections of one kind; nothing where there is none. */
export function tellSection({ record, language }: Telling, wanted: SectionId): string | undefined {
  const found = (record.sections[language] ?? []).filter(({ id, text }) => id === wanted && text !== '');
  return found.length === 0 ? undefined : found.map(({ text }) => text).join('\n');
}

/** A moment to the second, `2018-12-21T14:00:00+09:00`. */
export function tellMoment({ zone }: Telling, instant: string): string {
  return toZone(instant, zone);
}

/** The name of a product's vendor: never empty, because readers demand it. */
export function tellVendor(telling: Telling, { vendor: slug }: Pick<RecordProduct, 'vendor'>): string {
  const vendor = telling.record.vendors.find((each) => each.slug === slug);
  return vendor === undefined ? slug : tellName(telling, vendor);
}

export function tellName(telling: Telling, vendor: RecordVendor): string {
  return cleanText(say(telling, vendor.name)).trim() || vendor.slug;
}
