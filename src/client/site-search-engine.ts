import type { SearchEngine } from '#search/search-engine.ts';
import { createSearchEngine } from '#search/segment-engine.ts';

/**
 * The search engine over the index of one language; nothing is loaded before the first search.
 * @param folder site path of that index, such as `/search-index/ja/`
 */
export function openSearchEngine(folder: string): SearchEngine {
  const [, home = '/', language = ''] = /^(.*\/)([^/]+)\/$/.exec(folder) ?? [];
  return createSearchEngine({ language, read: (path) => readFile(home + path) });
}

async function readFile(address: string): Promise<Uint8Array> {
  // Only the first file keeps its name when the index changes; the others can never be out of date.
  const response = await fetch(address, { cache: address.endsWith('/index.json') ? 'no-cache' : 'default' });
  if (!response.ok) throw new Error(`${address}: ${response.status}`);
  return new Uint8Array(await response.arrayBuffer());
}
