import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Content } from '#catalog/content.ts';
import { addDays, dayIn, monthsBack } from '#domain/dates.ts';
import { LANGUAGES, localize, type Language } from '#domain/language.ts';
import { cweName, cweUrl, isCweId } from '#domain/cwe.ts';
import { advisoriesAddress, familyAddress } from '#site/addresses.ts';
import { buildFrame } from '#site/frame.ts';
import type { Shelf, SiteIndex } from '#site/site-index.ts';
import type { Head } from '#site/view.ts';
import { feedsView } from '#site/views/feeds-view.ts';
import { indexView } from '#site/views/index-view.ts';
import { searchView } from '#site/views/search-view.ts';
import { vendorsView } from '#site/views/vendors-view.ts';
import { vendorView } from '#site/views/vendor-view.ts';
import { toYearLinks } from '#site/years.ts';
import { writeFiles, type ContentText } from '../content/generate-content.ts';
import { formatYaml, type YamlValue } from '../content/yaml-text.ts';
import { toHugoAdvisory } from './hugo-advisory.ts';
import { toHugoMetrics, toHugoWords } from './hugo-words.ts';

/** Writes a Hugo project that makes the same site: templates of `scripts/bench/peers/hugo`, content and data. */
export function writeHugoProject(root: string, folder: string, index: SiteIndex, content: Content): void {
  const templates = join(root, 'scripts', 'bench', 'peers', 'hugo');
  mkdirSync(join(folder, 'static'), { recursive: true });
  cpSync(join(templates, 'layouts'), join(folder, 'layouts'), { recursive: true });
  cpSync(join(root, 'public'), join(folder, 'static'), { recursive: true });
  const config = JSON.parse(readFileSync(join(templates, 'config.json'), 'utf8')) as Record<string, unknown>;
  writeFileSync(join(folder, 'config.json'), JSON.stringify({ ...config, languages: toLanguages(index) }));
  writeFiles(
    folder,
    LANGUAGES.flatMap((language) => [...toData(index, language), ...toLists(index, language)]),
  );
  writeFiles(folder, toSharedData(index));
  writeFiles(folder, toAdvisories(index, content));
}

function toLanguages({ catalog }: SiteIndex): unknown {
  const today = dayIn(catalog.now, catalog.site.timezone);
  const shared = {
    latestfrom: monthsBack(`${today.slice(0, 7)}-01`, 11),
    urgentfrom: addDays(today, -catalog.site.timers.urgentDays),
  };
  const layouts = {
    ja: { daylayout: '2006年1月2日', monthlayout: '2006年1月', instantlayout: '2006年1月2日 15:04 JST' },
    en: {
      daylayout: '2 January 2006',
      monthlayout: 'January 2006',
      instantlayout: '2 January 2006, 15:04 JST',
    },
  };
  const entries = LANGUAGES.map((language, place) => [
    language,
    { contentDir: `content/${language}`, weight: place + 1, params: { ...shared, ...layouts[language] } },
  ]);
  return Object.fromEntries(entries);
}

function* toAdvisories(index: SiteIndex, content: Content): Generator<ContentText> {
  for (const advisory of index.catalog.advisories) {
    for (const text of Object.values(advisory.texts)) {
      yield toHugoAdvisory(index, advisory, text.language, content.source(text.file));
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
    json(`data/words/${language}.json`, toHugoWords(language)),
    json(`data/metrics/${language}.json`, toHugoMetrics(language)),
    json(`data/frame/${language}.json`, {
      ...frame,
      advisoriesAddress: advisoriesAddress(site, language),
      families: site.families.map(({ path, name }) => ({
        path,
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

type Fields = Record<string, YamlValue | undefined>;

/** A page that names itself and leaves the rest to its template. */
function toPage(language: Language, file: string, head: Named, fields: Fields = {}, body = ''): ContentText {
  const trail = head.trail.slice(1).map(({ label, address }) => ({ label, address }));
  const { title, description } = head;
  const text = `---\n${formatYaml({ title, description, ...(trail.length > 0 && { trail }), ...fields })}---\n${body}`;
  return { file: `content/${language}/${file}`, text };
}

type Named = Pick<Head, 'title' | 'description' | 'trail'>;

/** The pages beside the advisories. */
function* toLists(index: SiteIndex, language: Language): Generator<ContentText> {
  const { title, description } = buildFrame(index.catalog, language);
  yield toPage(language, '_index.md', { title, description, trail: [] });
  yield* toIndexes(index, language);
  yield* toVendors(index, language);
  yield toPage(language, 'feeds.md', feedsView(index, language).head, { type: 'feeds' });
  yield toPage(language, 'search.md', searchView(index, language).head, { type: 'search' });
  for (const about of index.catalog.pages.filter((each) => each.language === language)) {
    const trail = ['', about.title].map((label) => ({ label, address: '' }));
    const fields = { updatedon: about.updatedOn };
    yield toPage(language, `about/${about.slug}.md`, { ...about, trail }, fields, about.description);
  }
  yield { file: `content/${language}/about/_index.md`, text: '---\n_build: { render: never }\n---\n' };
}

function* toIndexes(index: SiteIndex, language: Language): Generator<ContentText> {
  const headOf = (choice: Parameters<typeof indexView>[2]) => indexView(index, language, choice).head;
  yield toPage(language, 'advisories/_index.md', headOf({}), { list: 'all' });
  for (const [year] of index.all.years) {
    yield toPage(language, `advisories/${year}/_index.md`, headOf({ year }), {
      list: 'all',
      year: String(year),
    });
  }
  for (const family of index.catalog.site.families) {
    const { path } = family;
    yield toPage(language, `${path}/_index.md`, headOf({ family }), { list: path });
    for (const [year] of index.families.get(path)?.years ?? []) {
      const fields = { list: path, year: String(year) };
      yield toPage(language, `${path}/${year}/_index.md`, headOf({ family, year }), fields);
    }
  }
}

function* toVendors(index: SiteIndex, language: Language): Generator<ContentText> {
  yield toPage(language, 'vendors/_index.md', vendorsView(index, language).head);
  for (const vendor of index.vendors) {
    const { head, name, counts, products } = vendorView(index, language, vendor);
    yield toPage(language, `vendors/${vendor.slug}/_index.md`, head, {
      title: name.text,
      headtitle: head.title,
      slug: vendor.slug,
      counts: counts.map(({ status, count }) => ({ status: status ?? '', count })),
      products: products.map((product) => ({ name: product.name.text, count: product.count })),
    });
  }
}
