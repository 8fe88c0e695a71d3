import { createHash } from 'node:crypto';
import { buildFromRecords, type Sizes } from '#search/index/build-records.ts';
import type { SearchRecord } from '#search/records.ts';
import type { SearchEngine } from '#search/search-engine.ts';
import { createSearchEngine } from '#search/segment-engine.ts';

const LANGUAGE = 'xx';

/** A search engine over an index of these records that stands in memory only. */
export function createMemoryEngine(records: readonly SearchRecord[], sizes?: Sizes): SearchEngine {
  const index = buildFromRecords(records, LANGUAGE, digest, sizes);
  const files = new Map(index.map(({ path, bytes }) => [path, bytes]));
  return createSearchEngine({
    language: LANGUAGE,
    read(path) {
      const bytes = files.get(path);
      return bytes ? Promise.resolve(bytes) : Promise.reject(new Error(`The index has no file ${path}.`));
    },
  });
}

function digest(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}
