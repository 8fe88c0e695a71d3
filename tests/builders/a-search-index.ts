import { createHash } from 'node:crypto';
import { buildFromRecords, type Sizes } from '#search/index/build-records.ts';
import { parseQuery } from '#search/query.ts';
import type { SearchRecord } from '#search/records.ts';
import type { Choices, SearchAnswer, SearchEngine, SearchOrder } from '#search/search-engine.ts';
import { createSearchEngine } from '#search/segment-engine.ts';

/** The files of an index by their paths. */
export type IndexFiles = Map<string, Uint8Array>;

/** So small that a few records make several segments of several batches. */
const SMALL: Sizes = { segment: 5, batch: 2 };

export function anIndex(records: readonly SearchRecord[], sizes = SMALL): IndexFiles {
  const digest = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex');
  return new Map(buildFromRecords(records, 'ja', digest, sizes).map(({ path, bytes }) => [path, bytes]));
}

/** An engine over files in memory, and the paths that it reads. */
export function engineOver(files: IndexFiles): { engine: SearchEngine; read: string[] } {
  const read: string[] = [];
  const engine = createSearchEngine({
    language: 'ja',
    read(path) {
      read.push(path);
      const bytes = files.get(path);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`${path} is not there.`));
    },
  });
  return { engine, read };
}

interface Asked {
  limit?: number;
  choices?: Choices;
  order?: SearchOrder;
}

export async function ask(
  files: IndexFiles,
  typed: string,
  { limit = 1000, choices = {}, order = 'relevance' }: Asked = {},
): Promise<SearchAnswer> {
  return engineOver(files).engine.search({ query: parseQuery(typed), choices, order, limit });
}

/** A record; what is left out does not matter to the test. */
export function aRecord(
  slug: string,
  parts: Partial<Pick<SearchRecord, 'title' | 'names' | 'facets'>> & { text?: string; date?: string } = {},
): SearchRecord {
  const { title = '題名', names = [], text = '', date = '2025-03-04' } = parts;
  const usual = { year: [date.slice(0, 4)], family: ['jp'], severity: ['high'], vendor: ['v'] };
  return {
    slug,
    title,
    names: [slug, ...names],
    identifiers: [slug],
    labels: { v: '会社' },
    facets: { ...usual, status: [], fix: ['none'], ...parts.facets },
    sections: text === '' ? [] : [{ id: 'overview', heading: '概要', text }],
    card: { url: `/jp/${slug}/`, id: slug, title, language: 'ja', date, urgent: false },
  };
}
