import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { SearchRecord } from '#search/records.ts';
import { spaceCharacters } from '#search/spacing.ts';
import type { SearchEngine } from './search-index.ts';

/** Ready-made interfaces that Pagefind always writes; the search page has its own. */
const UNUSED = /^pagefind-(?:ui|modular-ui|component-ui|highlight)\./;

/** Pagefind: an index in small pieces that the browser loads as it needs them, one index for each language. */
export function pagefindEngine(): SearchEngine {
  return {
    name: `pagefind ${versionOf('pagefind')}, characters as words, an index for each language`,
    build: buildPagefind,
  };
}

async function buildPagefind(records: readonly SearchRecord[], folder: string): Promise<void> {
  const { createIndex, close } = await import('pagefind');
  try {
    const { index, errors } = await createIndex();
    if (index === undefined) throw new Error(`Pagefind: ${errors.join('; ')}`);
    for (const record of records) assertNone((await index.addCustomRecord(toCustomRecord(record))).errors);
    assertNone((await index.writeFiles({ outputPath: folder })).errors);
  } finally {
    await close();
  }
  for (const name of readdirSync(folder)) if (UNUSED.test(name)) rmSync(join(folder, name));
}

function toCustomRecord({ url, language, content, meta, filters }: SearchRecord) {
  return {
    // Pagefind keeps one record for each address, and a page without a translation stands in several indexes.
    url: `/${language}${url}`,
    language,
    content: spaceCharacters(content),
    meta: { ...meta, url },
    filters: { ...filters },
    sort: { date: meta.date },
  };
}

function assertNone(errors: readonly string[]): void {
  if (errors.length > 0) throw new Error(`Pagefind: ${errors.join('; ')}`);
}

function versionOf(name: string): string {
  const file = new URL(`../../node_modules/${name}/package.json`, import.meta.url);
  return (JSON.parse(readFileSync(file, 'utf8')) as { version: string }).version;
}
