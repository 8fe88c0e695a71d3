import type { SearchRecord } from '../records.ts';
import { buildBatch, type Digest, type IndexFile } from './build-batch.ts';
import { buildIndex } from './build-index.ts';
import { buildSegment } from './build-segment.ts';
import { planPeriods, planSegments, SIZES, type Sizes } from './plan-segments.ts';

export type { Sizes };

/**
 * The whole index of one language from nothing, by paths below the folder of all indexes. The build of a site makes the
 * same files from what earlier builds have left.
 * @param sizes how many records stand together; tests make it few
 */
export function buildFromRecords(
  records: readonly SearchRecord[],
  language: string,
  digest: Digest,
  sizes: Sizes = SIZES,
): IndexFile[] {
  const items = records.map((record) => ({ slug: record.slug, date: record.card.date, record }));
  const words: IndexFile[] = [];
  const segments = planSegments(items, sizes).map(({ items: members }) => {
    const batches = planPeriods(members, sizes.batch).map((batch) =>
      buildBatch(
        batch.items.map(({ record }) => record),
        digest,
      ),
    );
    words.push(...batches.flatMap((batch) => batch.words));
    return buildSegment(
      batches.map(({ records: cards, run }) => ({ records: cards, readTerms: (part) => run[part] ?? [] })),
      digest,
    );
  });
  const sources = segments.map(({ run, ...rest }) => ({
    ...rest,
    readTerms: (part: number) => run[part] ?? [],
  }));
  const own = [...buildIndex(sources, digest), ...segments.flatMap(({ files }) => files)];
  return [...own.map(({ path, bytes }) => ({ path: `${language}/${path}`, bytes })), ...words];
}
