import type { Content } from '#catalog/content.ts';
import { LANGUAGES, localize, type Language } from '#domain/language.ts';
import { cweName, cweUrl, isCweId } from '#domain/cwe.ts';
import { addDays, dayIn, monthsBack } from '#domain/dates.ts';
import { advisoriesAddress, familyAddress, vendorVersionsAddress } from '#site/addresses.ts';
import { correctionAddress } from '#site/correction.ts';
import { buildFrame } from '#site/frame.ts';
import type { Shelf, SiteIndex } from '#site/site-index.ts';
import { planVersionTables } from '#site/version-tables.ts';
import type { Frame, View } from '#site/view.ts';
import { aboutView } from '#site/views/about-view.ts';
import { feedsView } from '#site/views/feeds-view.ts';
import { homeView } from '#site/views/home-view.ts';
import { indexView } from '#site/views/index-view.ts';
import { searchView } from '#site/views/search-view.ts';
import { vendorsView } from '#site/views/vendors-view.ts';
import { vendorView } from '#site/views/vendor-view.ts';
import { toYearLinks } from '#site/years.ts';
import type { ContentText } from '../content/generate-content.ts';
import { buildFurniture } from './furniture.ts';
import { toPeerAdvisory } from './peer-advisory.ts';
import type { Fields, PeerPage } from './peer-page.ts';
import { toPeerMetrics, toPeerWords } from './peer-words.ts';

/** Every page of the site as other generators are given it, one at a time: lists first, then the advisories. */
export function* buildPeerPages(index: SiteIndex, content: Content): Generator<PeerPage> {
  for (const language of LANGUAGES) yield* toLists(index, language);
  yield* toAdvisories(index, content);
}

/** What their templates read beside the pages: words, the frame of every page, names. Files below `data/`. */
export function buildPeerData(index: SiteIndex): ContentText[] {
  return [...LANGUAGES.flatMap((language) => toData(index, language)), ...toSharedData(index)];
}

/** The days from which lists show advisories as the latest, and as urgent. */
export function toPeerDays({ catalog }: SiteIndex): { latestfrom: string; urgentfrom: string } {
  const today = dayIn(catalog.now, catalog.site.timezone);
  return {
    latestfrom: monthsBack(`${today.slice(0, 7)}-01`, 11),
    urgentfrom: addDays(today, -catalog.site.timers.urgentDays),
  };
}

function* toAdvisories(index: SiteIndex, content: Content): Generator<PeerPage> {
  const frames = new Map(LANGUAGES.map((language) => [language, buildFrame(index.catalog, language)]));
  for (const advisory of index.catalog.advisories) {
    for (const { language, file } of Object.values(advisory.texts)) {
      const frame = frames.get(language);
      if (frame) yield toPeerAdvisory({ index, frame, advisory, language }, content.source(file));
    }
  }
}

function json(file: string, value: unknown): ContentText {
  return { file, text: JSON.stringify(value) };
}

function toData(index: SiteIndex, language: Language): ContentText[] {
  const { catalog, all, families } = index;
  const { site } = catalog;
  const frame = buildFrame(catalog, language);
  const list = (shelf: Shelf, addressOf: (year?: number) => string) => ({
    years: toYearLinks(shelf, addressOf).map((link) => ({ ...link, year: String(link.year) })),
    latestaddress: addressOf(),
  });
  const lists = Object.fromEntries(
    [...families].map(([path, shelf]) => [
      path,
      list(shelf, (year) => familyAddress(site, language, path, year)),
    ]),
  );
  return [
    json(`data/words/${language}.json`, toPeerWords(language)),
    json(`data/metrics/${language}.json`, toPeerMetrics(language)),
    json(`data/furniture/${language}.json`, buildFurniture(frame)),
    json(`data/frame/${language}.json`, {
      ...frame,
      advisoriesAddress: advisoriesAddress(site, language),
      families: site.families.map(({ path, name, prefix }) => ({
        path,
        prefix,
        label: localize(name, language, site.languages).text,
        address: familyAddress(site, language, path),
      })),
    }),
    json(`data/lists/${language}.json`, {
      ...lists,
      all: list(all, (year) => advisoriesAddress(site, language, year)),
    }),
    json(
      `data/vendorgroups/${language}.json`,
      vendorsView(index, language).groups.map(({ label, anchor, vendors }) => ({
        label,
        anchor,
        slugs: vendors.flatMap((entry) => ('slug' in entry ? [entry.slug] : [])),
      })),
    ),
  ];
}

function toSharedData({ catalog }: SiteIndex): ContentText[] {
  const ids = catalog.advisories.flatMap(({ facts }) => facts.vulnerabilities.flatMap(({ cwe }) => cwe));
  const cwe = [...new Set(ids)].map((id) => [
    id,
    { url: isCweId(id) ? cweUrl(id) : '', names: { ja: cweName(id, 'ja'), en: cweName(id, 'en') } },
  ]);
  const vendors = catalog.vendors.map(({ slug, facts: { name, reading, url, psirt } }) => [
    slug,
    {
      ja: localize(name, 'ja', catalog.site.languages).text,
      en: localize(name, 'en', catalog.site.languages).text,
      reading,
      url,
      psirt,
    },
  ]);
  return [
    json('data/cwe.json', Object.fromEntries(cwe)),
    json('data/vendors.json', Object.fromEntries(vendors)),
  ];
}

/** The page of a view: it names itself, says how readers report a mistake in it, and leaves the rest to its template. */
function toViewPage(frame: Frame, file: string, view: View, fields: Fields = {}, body = ''): PeerPage {
  const { title, description, picture, trail } = view.head;
  const steps = trail.slice(1).map(({ label, address }) => ({ label, address }));
  return {
    file: `${frame.language}/${file}`,
    fields: {
      title,
      description,
      picture: { address: picture.address, alt: picture.alt },
      correction: correctionAddress(view, frame),
      ...(steps.length > 0 && { trail: steps }),
      ...fields,
    },
    body,
  };
}

/** The pages beside the advisories. */
function* toLists(index: SiteIndex, language: Language): Generator<PeerPage> {
  const frame = buildFrame(index.catalog, language);
  yield toViewPage(frame, '_index.md', homeView(index, language), { title: frame.title });
  yield* toIndexes(index, frame);
  yield* toVendors(index, frame);
  yield toViewPage(frame, 'feeds.md', feedsView(index, language), { type: 'feeds' });
  yield toViewPage(frame, 'search.md', searchView(index, language), { type: 'search' });
  for (const about of index.catalog.pages.filter((each) => each.language === language)) {
    const fields = { title: about.title, type: 'about', updatedon: about.updatedOn };
    const file = `about/${about.slug}.md`;
    yield toViewPage(frame, file, aboutView(index, about), fields, about.description);
  }
}

function* toIndexes(index: SiteIndex, frame: Frame): Generator<PeerPage> {
  const { language } = frame;
  const viewOf = (choice: Parameters<typeof indexView>[2]) => indexView(index, language, choice);
  yield toViewPage(frame, 'advisories/_index.md', viewOf({}), { list: 'all' });
  for (const [year] of index.all.years) {
    const fields = { list: 'all', year: String(year) };
    yield toViewPage(frame, `advisories/${year}/_index.md`, viewOf({ year }), fields);
  }
  for (const family of index.catalog.site.families) {
    const { path } = family;
    yield toViewPage(frame, `${path}/_index.md`, viewOf({ family }), { list: path });
    for (const [year] of index.families.get(path)?.years ?? []) {
      const fields = { list: path, year: String(year) };
      yield toViewPage(frame, `${path}/${year}/_index.md`, viewOf({ family, year }), fields);
    }
  }
}

function* toVendors(index: SiteIndex, frame: Frame): Generator<PeerPage> {
  const { language } = frame;
  const { site } = index.catalog;
  const tables = new Map(planVersionTables(index, language).map((planned) => [planned.address, planned]));
  yield toViewPage(frame, 'vendors/_index.md', vendorsView(index, language));
  for (const vendor of index.vendors) {
    const view = vendorView(index, language, vendor);
    const table = tables.get(vendorVersionsAddress(site, language, vendor.slug))?.render();
    yield toViewPage(frame, `vendors/${vendor.slug}/_index.md`, view, {
      title: view.name.text,
      headtitle: view.head.title,
      slug: vendor.slug,
      counts: view.counts.map(({ status, count }) => ({ status: status ?? '', count })),
      products: view.products.map((product) => ({ name: product.name.text, count: product.count })),
      versions: typeof table === 'string' && view.versions ? toQuestion(table, view.versions) : undefined,
    });
  }
}

function toQuestion(
  json: string,
  { example, products }: { example: string; products: readonly { name: { text: string } }[] },
) {
  return { json, example, products: products.map(({ name }) => ({ name: name.text })) };
}
