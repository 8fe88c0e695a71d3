import { createHash } from 'node:crypto';
import { parseAdvisoryId } from '#domain/advisory-id.ts';
import { compareText } from '#domain/compare-text.ts';
import { compareInstants, dayIn, yearIn } from '#domain/dates.ts';
import { firstLanguage } from '#domain/language.ts';
import { compareByReading } from '#domain/reading.ts';
import type { Site } from '#domain/site.ts';
import type { AboutPage, Advisory, AdvisoryText, Catalog, Vendor } from './catalog.ts';
import type { AdvisoryFile, Content, TranslationFile } from './content.ts';
import { ledgersOf } from './ledgers.ts';

/**
 * Joins, orders and cross-links all content for one moment.
 * @param content files that `lintContent` found no error in; a file without facts is left out
 * @param now the build's moment, RFC 3339; whatever is published after it is kept apart as embargoed
 * @throws when `site.yaml` could not be read: there is no site to build then
 */
export function buildCatalog(content: Content, now: string): Catalog {
  const { site } = content;
  if (site === undefined) throw new Error('buildCatalog needs a valid site.yaml; lint the content first.');
  const translations = Map.groupBy(content.translations, ({ slug }) => slug);
  const all = content.advisories
    .map((file) => toAdvisory(file, translations.get(file.slug) ?? [], site, now))
    .filter((advisory) => advisory !== undefined)
    .toSorted(compareNewestFirst);
  const { published = [], embargoed = [] } = Object.groupBy(all, ({ facts }) =>
    compareInstants(facts.publishedAt, now) <= 0 ? 'published' : 'embargoed',
  );
  const vendors = content.vendors
    .flatMap(({ slug, facts }): Vendor[] => (facts ? [{ slug, facts }] : []))
    .toSorted((a, b) => compareByReading(sortKey(a, site), sortKey(b, site)));
  return {
    site,
    now,
    advisories: published,
    embargoed,
    advisoryBySlug: new Map(published.map((advisory) => [advisory.slug, advisory])),
    vendors,
    vendorBySlug: new Map(vendors.map((vendor) => [vendor.slug, vendor])),
    advisoriesByVendor: groupByVendor(published),
    pages: toPages(content, site),
    redirects: content.redirects,
    unreachable: content.unreachable
      .flatMap(({ facts }) => facts ?? [])
      .toSorted((a, b) => compareText(a.number, b.number)),
    ledgers: ledgersOf(content),
    ...(content.exploits?.facts && { exploits: content.exploits.facts }),
  };
}

/** The vendors that an advisory names, each once, in the order of the status table and then of the products. */
export function vendorsOf({ facts }: Pick<Advisory, 'facts'>): string[] {
  return [...new Set([...facts.vendors, ...facts.affected].map(({ vendor }) => vendor))];
}

function toAdvisory(
  file: AdvisoryFile,
  translations: readonly TranslationFile[],
  site: Site,
  now: string,
): Advisory | undefined {
  const { facts, body } = file;
  const parsed = facts && parseAdvisoryId(facts.id, site.families);
  if (!facts || !body || !parsed) return undefined;
  const past = facts.revisions.filter(({ at }) => compareInstants(at, now) <= 0);
  const updatedAt =
    [facts.publishedAt, ...past.map(({ at }) => at), ...(facts.withdrawal ? [facts.withdrawal.at] : [])]
      .toSorted(compareInstants)
      .at(-1) ?? facts.publishedAt;
  const language = firstLanguage(site);
  const original: AdvisoryText = {
    language,
    title: facts.title,
    body,
    // Under embargo the first revision, the publication, is what an author looks at.
    revision: Math.max(1, past.length),
    file: file.file,
  };
  const translated = translations.flatMap((translation) => toText(translation, site));
  return {
    id: parsed.id,
    slug: parsed.slug,
    family: parsed.family,
    facts,
    publishedOn: dayIn(facts.publishedAt, site.timezone),
    year: yearIn(facts.publishedAt, site.timezone),
    updatedAt,
    updatedOn: dayIn(updatedAt, site.timezone),
    texts: Object.fromEntries([original, ...translated].map((text) => [text.language, text])),
    digest: digestOf([file, ...translations]),
  };
}

function toText(file: TranslationFile, site: Site): AdvisoryText[] {
  const { words, body, language } = file;
  if (!words || !body || !site.languages.includes(language) || language === firstLanguage(site)) return [];
  const { title, revision, statements, addenda } = words;
  return [{ language, title, body, revision, words: { statements, addenda }, file: file.file }];
}

function digestOf(files: readonly { file: string; digest: string }[]): string {
  const hash = createHash('sha256');
  for (const { file, digest } of files) hash.update(`${file}\0${digest}\n`);
  return hash.digest('hex');
}

function compareNewestFirst(a: Advisory, b: Advisory): number {
  return compareInstants(b.facts.publishedAt, a.facts.publishedAt) || compareText(a.id, b.id);
}

function groupByVendor(advisories: readonly Advisory[]): Map<string, Advisory[]> {
  const groups = new Map<string, Advisory[]>();
  for (const advisory of advisories) {
    for (const vendor of vendorsOf(advisory)) {
      const group = groups.get(vendor);
      if (group) group.push(advisory);
      else groups.set(vendor, [advisory]);
    }
  }
  return groups;
}

function toPages(content: Content, site: Site): AboutPage[] {
  return content.pages
    .filter(({ language }) => site.languages.includes(language))
    .flatMap(({ slug, language, facts }) => (facts ? [{ slug, language, ...facts }] : []))
    .toSorted((a, b) => a.order - b.order || compareText(a.slug, b.slug));
}

function sortKey({ slug, facts }: Vendor, site: Site): string {
  const { name, reading } = facts;
  return (
    reading ?? (typeof name === 'string' ? name : (name[firstLanguage(site)] ?? name.en ?? name.ja ?? slug))
  );
}
