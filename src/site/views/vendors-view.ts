import type { Vendor } from '#catalog/catalog.ts';
import { byVendor } from '#catalog/queries.ts';
import { type Language, languageFor, localize, type SpokenText } from '#domain/language.ts';
import { readingRows } from '#domain/reading.ts';
import type { Site } from '#domain/site.ts';
import { wordsOf } from '#i18n/words.ts';
import { searchAddress, vendorAddress, vendorsAddress } from '../addresses.ts';
import { LONG_LIST } from '../rows.ts';
import type { SiteIndex } from '../site-index.ts';
import { allNames, type IndexedName, indexRows, isLatin } from '../vendor-index.ts';
import { otherSpellings } from '../vendor-name.ts';
import type { FormerName, ListedVendor, VendorsView } from '../view.ts';
import { buildHead } from './head.ts';

/** Every vendor that a public advisory names, by its reading in Japanese and from A to Z in other languages. */
export function vendorsView(index: SiteIndex, language: Language): VendorsView {
  const { site } = index.catalog;
  const words = wordsOf(language).site;
  const address = (other: Language) => vendorsAddress(site, other);
  const groups = toGroups(index, language);
  return {
    kind: 'vendors',
    head: buildHead(site, language, {
      title: words.titles.vendors,
      description: words.descriptions.vendors,
      addressIn: address,
      trail: [{ label: words.titles.vendors, address: address(language) }],
    }),
    total: index.vendors.length,
    filterable: index.vendors.length > LONG_LIST,
    searchAddress: searchAddress(site, language),
    letters: toLetters(groups, language),
    groups,
  };
}

function toGroups(index: SiteIndex, language: Language): VendorsView['groups'] {
  const { languages } = index.catalog.site;
  const groups = Map.groupBy(allNames(index, language), ({ row }) => row);
  return [...groups].map(([label, names]) => ({
    label,
    anchor: `row-${readingRows.indexOf(label) + 1}`,
    vendors: names.map((name) => toEntry(index, language, name, languages)),
    count: names.filter(({ formerName }) => formerName === undefined).length,
  }));
}

/** Letters that nobody misses (kana in an English list, `#`) are named only when something stands under them. */
function toLetters(groups: VendorsView['groups'], language: Language): VendorsView['letters'] {
  const anchors = new Map(groups.map(({ label, anchor }) => [label, anchor]));
  return indexRows(language).flatMap((label) => {
    const anchor = anchors.get(label);
    if (anchor !== undefined) return [{ label, anchor }];
    return label !== '#' && (language === 'ja' || isLatin(label)) ? [{ label }] : [];
  });
}

function toEntry(
  index: SiteIndex,
  language: Language,
  { vendor, formerName }: IndexedName,
  languages: readonly Language[],
): ListedVendor | FormerName {
  if (formerName === undefined) return toListed(index, language, vendor);
  return {
    name: localize(formerName, language, languages),
    now: localize(vendor.facts.name, language, languages),
    address: vendorAddress(index.catalog.site, language, vendor.slug),
  };
}

function toListed({ catalog }: SiteIndex, language: Language, { slug, facts }: Vendor): ListedVendor {
  const advisories = byVendor(catalog, slug);
  const otherName = otherNameOf(facts.name, language, catalog.site);
  const contact = firstContact(facts.psirt);
  return {
    slug,
    name: localize(facts.name, language, catalog.site.languages),
    ...(otherName && { otherName }),
    address: vendorAddress(catalog.site, language, slug),
    count: advisories.length,
    latestOn: advisories[0]?.publishedOn ?? '',
    ...(contact && { contact }),
    found: [slug, ...otherSpellings(facts)].join(' '),
  };
}

function firstContact(psirt: Vendor['facts']['psirt']): ListedVendor['contact'] {
  for (const kind of ['url', 'securityTxt', 'email'] as const) {
    const address = psirt?.[kind];
    if (address !== undefined) return { kind, address };
  }
  return undefined;
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
