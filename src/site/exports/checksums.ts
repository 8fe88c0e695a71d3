import type { Advisory } from '#catalog/catalog.ts';
import { lastChange } from '#catalog/queries.ts';
import { type Instant, toZone } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { Checksums } from '#formats/api/checksums.ts';
import { formatApiFile } from '#formats/api/format-api-file.ts';
import {
  calendarAddress,
  FEED_SYNTAXES,
  formatUrl,
  siteFeedAddress,
  yearCsvAddress,
  yearFeedAddress,
} from '../addresses.ts';
import { hasCalendar } from '../calendar.ts';
import type { PlannedListing } from '../plan.ts';
import { selectForFeed, selectionsOf } from '../feed-selections.ts';
import type { SiteIndex } from '../site-index.ts';
import { listArchives } from './archives.ts';
import {
  apiAddress,
  apiYearAddress,
  checksumAddress,
  jvnrssAddress,
  osvAddress,
} from './export-addresses.ts';
import type { FormatsOf } from './planned-format.ts';

/** A file about many advisories, and those that it is about. */
interface BulkFile {
  address: string;
  advisories: readonly Advisory[];
}

/**
 * `checksum.txt`: what feeds, tables, years and archives are at the moment, so that a reader fetches only those that
 * changed. Files of single advisories and vendors are left out; the index of the API leads to their digests.
 * `lastModified` tells of content: a file whose words changed without a revision has a new digest and the old moment.
 */
export function planChecksums(index: SiteIndex, formatsOf: FormatsOf): PlannedListing {
  const { site } = index.catalog;
  return {
    kind: 'listing',
    address: checksumAddress(),
    type: 'text/plain',
    render: (published) => {
      const formatModified = buildModifiedFormatter(index);
      const rows: Checksums = listBulkFiles(index, formatsOf).map(({ address, advisories }) => ({
        url: formatUrl(site, address),
        filename: decodeURIComponent(address.slice(address.lastIndexOf('/') + 1)),
        ...published(address),
        lastModified: formatModified(advisories),
      }));
      return formatApiFile(rows);
    },
  };
}

function listBulkFiles(index: SiteIndex, formatsOf: FormatsOf): BulkFile[] {
  const { all, catalog } = index;
  const inOsv = catalog.advisories.filter((each) => formatsOf(each).some(({ format }) => format === 'osv'));
  return [
    ...catalog.site.languages.flatMap((language) => listOfLanguage(index, language)),
    { address: apiAddress(['advisories.json']), advisories: catalog.advisories },
    ...all.years.map(([year, advisories]) => ({ address: apiYearAddress(year), advisories })),
    { address: osvAddress('all'), advisories: inOsv },
    ...listArchives(index, formatsOf),
  ];
}

function listOfLanguage(index: SiteIndex, language: Language): BulkFile[] {
  const { all, catalog } = index;
  const { site, advisories } = catalog;
  const feeds = selectionsOf(site).flatMap((selection) =>
    FEED_SYNTAXES.map((syntax) => ({
      address: siteFeedAddress(site, language, selection, syntax),
      advisories: selectForFeed(index, selection),
    })),
  );
  const years = all.years.flatMap(([year, ofYear]) => [
    { address: yearFeedAddress(site, language, year), advisories: ofYear },
    { address: yearCsvAddress(site, language, year), advisories: ofYear },
  ]);
  const written = advisories.filter(({ texts }) => texts[language] !== undefined);
  const calendar = { address: calendarAddress(site, language), advisories };
  return [
    ...feeds,
    { address: jvnrssAddress(site, language), advisories: written },
    ...(hasCalendar(index) ? [calendar] : []),
    ...years,
  ];
}

/** The moment of the last change where nothing was ever published. */
const BEFORE_EVERYTHING = '1970-01-01T00:00:00Z';

/** A file about nothing counts as changed when anything changed last; lists of many files are looked through once. */
function buildModifiedFormatter({ catalog }: SiteIndex): (advisories: readonly Advisory[]) => string {
  const known = new Map<readonly Advisory[], string>();
  const newest = lastChange(catalog.advisories) ?? BEFORE_EVERYTHING;
  return (advisories) => {
    const text =
      known.get(advisories) ?? formatClock(lastChange(advisories) ?? newest, catalog.site.timezone);
    known.set(advisories, text);
    return text;
  };
}

/** `YYYY/MM/DD HH:MM:SS` on the clock of a zone. */
function formatClock(instant: Instant, zone: string): string {
  const clock = toZone(instant, zone).slice(0, 'YYYY-MM-DDTHH:MM:SS'.length);
  return clock.replace('T', ' ').replaceAll('-', '/');
}
