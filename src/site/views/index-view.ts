import type { Family } from '#domain/site.ts';
import { type Language, localize } from '#domain/language.ts';
import { wordsOf } from '#i18n/words.ts';
import { advisoriesAddress, familyAddress, yearCsvAddress } from '../addresses.ts';
import { type ExportPlan, NO_EXPORTS } from '../exports/plan-exports.ts';
import { toJvnrssLinks, toSiteFeedLink, toYearFeedLink } from '../feed-links.ts';
import { groupRows, LONG_LIST, toListRow } from '../rows.ts';
import type { Shelf, SiteIndex } from '../site-index.ts';
import type { IndexView, Link, YearLink } from '../view.ts';
import { toYearLinks } from '../years.ts';
import { buildHead, siteTitle } from './head.ts';

/** Which list: of one family or of all, of one year or of the latest twelve months. */
export interface IndexChoice {
  family?: Family;
  year?: number;
}

/**
 * A list of advisories. The latest twelve months are whole months, so the page depends on the month of the build and
 * not on its day.
 */
export function indexView(
  index: SiteIndex,
  language: Language,
  choice: IndexChoice,
  exports: ExportPlan = NO_EXPORTS,
): IndexView {
  const { family, year } = choice;
  const { site } = index.catalog;
  const shelf = shelfOf(index, family);
  const advisories =
    year === undefined ? shelf.latest : (shelf.years.find(([each]) => each === year)?.[1] ?? []);
  const addressOf = (other: Language, ofYear?: number) =>
    family ? familyAddress(site, other, family.path, ofYear) : advisoriesAddress(site, other, ofYear);
  const years = toYearLinks(shelf, (each) => addressOf(language, each), year);
  const files = toFiles(index, language, choice);
  const rows = advisories.map((advisory) => toListRow(index, language, advisory));
  return {
    kind: 'index',
    head: buildHead(site, language, {
      ...nameIndex(index, language, choice, rows.length),
      addressIn: (other) => addressOf(other, year),
      feeds: [
        ...(files.downloads?.feed ? [files.downloads.feed] : []),
        ...(family || year !== undefined ? [] : toJvnrssLinks(index.catalog, language, exports)),
      ],
      menuAddress: advisoriesAddress(site, language),
      trail: trailTo(index, language, family, year),
    }),
    ...(family && { family: toFamily(index, language, family) }),
    ...(year !== undefined && { year }),
    groups: groupRows(rows, 'month'),
    count: rows.length,
    filterable: rows.length > LONG_LIST,
    years,
    ...neighboursIn(years),
    latestAddress: addressOf(language),
    families: site.families.map(({ name, path, prefix }) => ({
      label: localize(name, language, site.languages).text,
      address: familyAddress(site, language, path),
      path,
      prefix,
      current: path === family?.path,
    })),
    ...files,
  };
}

function neighboursIn(years: readonly YearLink[]): Pick<IndexView, 'older' | 'newer'> {
  const place = years.findIndex(({ current }) => current);
  const [newer, older] = place < 0 ? [] : [years[place - 1], years[place + 1]];
  return { ...(older && { older }), ...(newer && { newer }) };
}

/**
 * A year can be taken along; its feed holds all families, so it stands with the list of all only. Alerts have a feed of
 * their own.
 */
function toFiles(
  { catalog }: SiteIndex,
  language: Language,
  { family, year }: IndexChoice,
): Pick<IndexView, 'downloads'> {
  if (year === undefined) {
    return family?.alert === true
      ? { downloads: { feed: toSiteFeedLink(catalog, language, 'alerts', 'atom') } }
      : {};
  }
  const csvAddress = yearCsvAddress(catalog.site, language, year, family?.path);
  return { downloads: { csvAddress, ...(!family && { feed: toYearFeedLink(catalog, language, year) }) } };
}

function shelfOf(index: SiteIndex, family: Family | undefined): Shelf {
  if (family === undefined) return index.all;
  const shelf = index.families.get(family.path);
  if (shelf === undefined) throw new Error(`The site has no family at “${family.path}”.`);
  return shelf;
}

function nameIndex({ catalog }: SiteIndex, language: Language, { family, year }: IndexChoice, count: number) {
  const { titles, descriptions } = wordsOf(language).site;
  const name = family && localize(family.name, language, catalog.site.languages).text;
  if (year === undefined) {
    return name === undefined
      ? { title: titles.advisories, description: descriptions.advisories(siteTitle(catalog.site, language)) }
      : { title: name, description: descriptions.family(name) };
  }
  return name === undefined
    ? { title: titles.advisoriesOf(year), description: descriptions.advisoriesOf(year, count) }
    : { title: titles.familyOf(name, year), description: descriptions.familyOf(name, year, count) };
}

function trailTo(
  { catalog: { site } }: SiteIndex,
  language: Language,
  family?: Family,
  year?: number,
): Link[] {
  const { titles, trail } = wordsOf(language).site;
  const list = family
    ? {
        label: localize(family.name, language, site.languages).text,
        address: familyAddress(site, language, family.path),
      }
    : { label: titles.advisories, address: advisoriesAddress(site, language) };
  if (year === undefined) return [list];
  const address = family
    ? familyAddress(site, language, family.path, year)
    : advisoriesAddress(site, language, year);
  return [list, { label: trail.year(year), address }];
}

function toFamily({ catalog: { site } }: SiteIndex, language: Language, family: Family) {
  const { name, description, prefix, path } = family;
  return {
    name: localize(name, language, site.languages),
    ...(description !== undefined && { description: localize(description, language, site.languages) }),
    prefix,
    address: familyAddress(site, language, path),
  };
}
