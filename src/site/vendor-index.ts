import type { Vendor } from '#catalog/catalog.ts';
import { compareText } from '#domain/compare-text.ts';
import { type Language, localize } from '#domain/language.ts';
import { compareByReading, readingRow, readingRows } from '#domain/reading.ts';
import type { Site } from '#domain/site.ts';
import type { SiteIndex } from './site-index.ts';

/** A name in the index of vendors: what a vendor is called now, or was called once. */
export interface IndexedName {
  vendor: Vendor;
  /** Absent for the vendor’s present name. */
  formerName?: string;
  reading: string;
  /** The heading of the index under which the name stands. */
  row: string;
}

/** The headings of an index: kana first for readers of Japanese, letters first for all others. */
export function indexRows(language: Language): readonly string[] {
  if (language === 'ja') return readingRows;
  return [...readingRows.filter(isLatin), ...readingRows.filter((row) => !isLatin(row))];
}

/** Headings of letters and digits, which every reader expects in an index even where nothing stands under them. */
export function isLatin(row: string): boolean {
  return /^[A-Z0]/u.test(row);
}

/** The present names of all vendors that a public advisory names, in the order of the language’s index. */
export function presentNames({ catalog: { site }, vendors }: SiteIndex, language: Language): IndexedName[] {
  return inOrder(
    vendors.map((vendor) => toIndexed(vendor, readingOf(vendor, language, site))),
    language,
  );
}

/** The same with the names that those vendors bore earlier, each at its own place. */
export function allNames(index: SiteIndex, language: Language): IndexedName[] {
  const former = index.vendors.flatMap((vendor) =>
    vendor.facts.formerNames.map((formerName) => ({ ...toIndexed(vendor, formerName), formerName })),
  );
  return inOrder([...presentNames(index, language), ...former], language);
}

function toIndexed(vendor: Vendor, reading: string): IndexedName {
  return { vendor, reading, row: readingRow(reading) };
}

function inOrder(names: readonly IndexedName[], language: Language): IndexedName[] {
  const places = new Map(indexRows(language).map((row, place) => [row, place]));
  return names.toSorted(
    (a, b) =>
      (places.get(a.row) ?? 0) - (places.get(b.row) ?? 0) ||
      compareByReading(a.reading, b.reading) ||
      compareText(a.vendor.slug, b.vendor.slug),
  );
}

/** A Japanese index goes by the kana reading, every other one by the name as it is printed there. */
function readingOf({ facts }: Vendor, language: Language, { languages }: Site): string {
  const name = localize(facts.name, language, languages);
  return language === 'ja' && name.language === 'ja' ? (facts.reading ?? name.text) : name.text;
}
