import type { SearchRecord } from '../records.ts';
import { buildBatch, type Digest, type IndexFile } from './build-batch.ts';
import { buildIndex } from './build-index.ts';
import { buildSegment } from './build-segment.ts';
import { planPeriods, RECORDS_IN_BATCH, RECORDS_IN_SEGMENT } from './plan-segments.ts';

/** How many records stand together; tests make it few. */
export interface Sizes {
  segment: number;
  batch: number;
}

const USUAL: Sizes = { segment: RECORDS_IN_SEGMENT, batch: RECORDS_IN_BATCH };

/**
 * The whole index of one language from nothing, by paths below the folder of all indexes. The build of a site makes the
 * same files from what earlier builds have left.
 */
export function buildFromRecords(
  records: readonly SearchRecord[],
  language: string,
  digest: Digest,
  sizes: Sizes = USUAL,
): IndexFile[] {
  const items = records.map((record) => ({ slug: record.slug, date: record.card.date, record }));
  const words: IndexFile[] = [];
  const segments = planPeriods(items, sizes.segment).map(({ period, items: members }) => {
    const batches = planPeriods(members, sizes.batch).map((batch) =>
      buildBatch(
        batch.items.map(({ record }) => record),
        digest,
      ),
    );
    words.push(...batches.flatMap((batch) => batch.words));
    return { period, ...buildSegment(batches, digest) };
  });
  const own = [...buildIndex(segments, digest), ...segments.flatMap(({ files }) => files)];
  return [...own.map(({ path, bytes }) => ({ path: `${language}/${path}`, bytes })), ...words];
}
