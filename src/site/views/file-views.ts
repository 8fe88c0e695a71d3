import type { SiteIndex } from '../site-index.ts';
import { listArchives } from '../exports/archives.ts';
import { csafTreeAddresses } from '../exports/csaf-tree.ts';
import {
  apiAddress,
  apiSchemaAddress,
  ARCHIVE_CONTENTS,
  checksumAddress,
  osvAddress,
} from '../exports/export-addresses.ts';
import type { ExportPlan } from '../exports/plan-exports.ts';
import type { FeedsView } from '../view.ts';

const STANDARD = csafTreeAddresses('2.0');

/** Files about many advisories that the page of feeds explains, by what they are for, in the order of the page. */
const FILES = {
  csaf: {
    metadata: STANDARD.metadata,
    feed: STANDARD.feed,
    changes: `${STANDARD.directory}changes.csv`,
    index: `${STANDARD.directory}index.txt`,
    folder: STANDARD.root,
    experimental: csafTreeAddresses('2.1').metadata,
  },
  api: {
    api: apiAddress(),
    checksum: checksumAddress(),
    osv: osvAddress('all'),
    schema: apiSchemaAddress('advisory'),
  },
} as const;

/** The name of one of them, for its words. */
export type OfferedFile = { [Group in keyof typeof FILES]: keyof (typeof FILES)[Group] }[keyof typeof FILES];

/** Those of the files that the site has; a group without any is left out. */
export function toFileViews({ across }: ExportPlan): FeedsView['files'] {
  const planned = new Map(across.map(({ address, ...item }) => [address, item]));
  return (['csaf', 'api'] as const).flatMap((group) => {
    const rows = Object.entries(FILES[group]).flatMap(([id, address]) => {
      const item = planned.get(address);
      if (item === undefined || item.kind === 'page') return [];
      return [{ id: id as OfferedFile, address, type: item.type }];
    });
    return rows.length > 0 ? [{ group, rows }] : [];
  });
}

/** The archives of years by what they hold, newest first. */
export function toArchiveViews(index: SiteIndex, { across, formatsOf }: ExportPlan): FeedsView['archives'] {
  const planned = new Set(across.map(({ address }) => address));
  const archives = listArchives(index, formatsOf).filter(({ address }) => planned.has(address));
  return ARCHIVE_CONTENTS.map((content) => ({
    content,
    years: archives
      .filter((archive) => archive.content === content)
      .map(({ year, advisories, address }) => ({ year, count: advisories.length, address })),
  })).filter(({ years }) => years.length > 0);
}
