import type { Advisory } from '#catalog/catalog.ts';
import { compareText } from '#domain/compare-text.ts';
import type { PlannedBinary } from '../plan.ts';
import type { SiteIndex } from '../site-index.ts';
import { ARCHIVE_CONTENTS, type ArchiveContent, archiveAddress } from './export-addresses.ts';
import { packZip } from './pack-zip.ts';
import type { FormatName, FormatsOf } from './planned-format.ts';

/** The formats of an archive. */
const HELD: Readonly<Record<ArchiveContent, readonly FormatName[]>> = {
  advisories: ['json'],
  csaf: ['csaf', 'csaf-vex'],
};

/** One archive: the files that advisories of one year, in the site's zone, have in some formats. */
export interface Archive {
  content: ArchiveContent;
  year: number;
  /** Those with a file in it, newest first. */
  advisories: readonly Advisory[];
  address: string;
}

/** Archives of every year, newest first; none where nothing is to be put in. */
export function listArchives({ all }: SiteIndex, formatsOf: FormatsOf): Archive[] {
  return all.years.flatMap(([year, advisories]) =>
    ARCHIVE_CONTENTS.flatMap((content) => {
      const held = advisories.filter((each) => filesOf(content, each, formatsOf).length > 0);
      const address = archiveAddress(content, year);
      return held.length === 0 ? [] : [{ content, year, advisories: held, address }];
    }),
  );
}

/**
 * The archives as files. An entry is named by its address without the leading slash, so that archives unpacked into one
 * folder give the tree of the site; it has the published bytes, and the day of its advisory's last change as its date.
 */
export function planArchives(index: SiteIndex, formatsOf: FormatsOf): PlannedBinary[] {
  return listArchives(index, formatsOf).map(({ content, advisories, address }) => {
    const entries = advisories
      .flatMap((advisory) =>
        filesOf(content, advisory, formatsOf).map((file) => ({ file, day: advisory.updatedOn })),
      )
      .toSorted((a, b) => compareText(a.file, b.file));
    return {
      kind: 'binary',
      address,
      type: 'application/zip',
      basis: (published) => entries.map(({ file, day }) => `${day} ${published(file).sha256}`).join('\n'),
      render: (read) =>
        packZip(
          entries.map(({ file, day }) => ({
            name: decodeURIComponent(file.slice(1)),
            day,
            bytes: read(file),
          })),
        ),
    };
  });
}

function filesOf(content: ArchiveContent, advisory: Advisory, formatsOf: FormatsOf): string[] {
  return formatsOf(advisory)
    .filter(({ format }) => HELD[content].includes(format))
    .map(({ address }) => address);
}
