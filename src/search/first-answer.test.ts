import { describe, expect, it } from 'vitest';
import { anIndex, aRecord, engineOver, type IndexFiles } from '../../tests/builders/a-search-index.ts';
import { parseQuery } from './query.ts';

/** Published one a day, so that more of them make more segments. */
function anArchive(size: number): IndexFiles {
  const records = Array.from({ length: size }, (_, i) =>
    aRecord(`JVN${10000000 + i}`, {
      date: new Date(Date.UTC(2024, 11, 31 - i)).toISOString().slice(0, 10),
      text: `共通の語である。${i % 40 === 7 ? 'ディレクトリトラバーサルがある。' : ''}${i === 33 ? '稀語彙である。' : ''}`,
    }),
  );
  return anIndex(records, { segment: 20, newest: 4, batch: 5 });
}

async function countFiles(files: IndexFiles, typed: string): Promise<[hits: number, filesRead: number]> {
  const { engine, read } = engineOver(files);
  const { hits } = await engine.search({
    query: parseQuery(typed),
    choices: {},
    order: 'relevance',
    limit: 3,
  });
  // What matches but is not shown is counted, wherever it stands.
  return [hits.length, read.filter((path) => !path.includes('/facets-')).length];
}

describe('what a first answer costs', () => {
  const [small, large] = [anArchive(80), anArchive(640)];

  it('is the same in a larger index for words that few records hold', async () => {
    const [hits, files] = await countFiles(small, '稀語彙');
    expect(hits).toBe(1);
    expect(await countFiles(large, '稀語彙')).toEqual([1, files]);
  });

  it('is the same in a larger index for identifiers, and little', async () => {
    const [hits, files] = await countFiles(small, 'jvn#10000033');
    expect(hits).toBe(1);
    expect(files).toBeLessThanOrEqual(9);
    expect((await countFiles(large, 'jvn#10000033'))[1]).toBeLessThanOrEqual(files + 1);
  });

  it('does not grow with the number of synonyms', async () => {
    const [, files] = await countFiles(large, 'path traversal');
    expect(files).toBeLessThanOrEqual(15);
  });
});
