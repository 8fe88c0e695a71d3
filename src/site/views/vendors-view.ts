import type { Vendor } from '#catalog/catalog.ts';
import { byVendor } from '#catalog/queries.ts';
import { type Language, languageFor, localize, type SpokenText } from '#domain/language.ts';
import { compareByReading, readingRow, readingRows } from '#domain/reading.ts';
import type { Site } from '#domain/site.ts';
import { wordsOf } from '#i18n/words.ts';
import { vendorAddress, vendorsAddress } from '../addresses.ts';
import type { SiteIndex } from '../site-index.ts';
import type { VendorsView } from '../view.ts';
import { buildHead } from './head.ts';

type ListedVendor = VendorsView['groups'][number]['vendors'][number];

/** Every vendor that a public advisory names, by its reading in the page's language. */
export function vendorsView(index: SiteIndex, language: Language): VendorsView {
  const { site } = index.catalog;
  const words = wordsOf(language).site;
  const address = (other: Language) => vendorsAddress(site, other);
  const rows = Map.groupBy(readVendors(index, language), ({ reading }) => readingRow(reading));
  return {
    kind: 'vendors',
    head: buildHead(site, language, {
      title: words.titles.vendors,
      description: words.descriptions.vendors,
      addressIn: address,
      trail: [{ label: words.titles.vendors, address: address(language) }],
    }),
    total: index.vendors.length,
    groups: readingRows.flatMap((row, place) => {
      const group = rows.get(row);
      if (group === undefined) return [];
      const vendors = group.map(({ vendor }) => toListed(index, language, vendor));
      return [{ label: row, anchor: `row-${place + 1}`, vendors }];
    }),
  };
}

/** Every vendor that a public advisory names, with its reading in a language and in the order of that. */
export function readVendors({ catalog, vendors }: SiteIndex, language: Language) {
  return vendors
    .map((vendor) => ({ vendor, reading: readingOf(vendor, language, catalog.site) }))
    .toSorted((a, b) => compareByReading(a.reading, b.reading));
}

/** A Japanese list goes by the kana reading, every other one by the name as it is printed there. */
function readingOf({ facts }: Vendor, language: Language, site: Site): string {
  const name = localize(facts.name, language, site.languages);
  return name.language === 'ja' ? (facts.reading ?? name.text) : name.text;
}

function toListed({ catalog }: SiteIndex, language: Language, { slug, facts }: Vendor): ListedVendor {
  const advisories = byVendor(catalog, slug);
  const otherName = otherNameOf(facts.name, language, catalog.site);
  return {
    slug,
    name: localize(facts.name, language, catalog.site.languages),
    ...(otherName && { otherName }),
    address: vendorAddress(catalog.site, language, slug),
    count: advisories.length,
    latestOn: advisories[0]?.publishedOn ?? '',
  };
}

/** The name in the next language of the site in which it differs. */
export function otherNameOf(
  name: Vendor['facts']['name'],
  language: Language,
  { languages }: Site,
): SpokenText | undefined {
  const shown = localize(name, language, languages);
  const found = languages
    .map((other) => localize(name, other, languages))
    .find(({ text, language: other }) => other !== shown.language && text !== shown.text);
  return found && { text: found.text, language: languageFor(found.text, found.language, language) };
}
