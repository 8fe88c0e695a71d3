import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { parseQuery } from '#search/query.ts';
import type { SearchRecord } from '#search/records.ts';
import type { SearchEngine } from '#search/search-engine.ts';
import { buildContent, createWorld } from '#scripts/bench/content/generate-content.ts';
import { createMemoryEngine } from './memory-engine.ts';
import { findTruth, type KnownRecord, toKnown } from './oracle.ts';
import { loadRecords } from './sample-records.ts';

/*
 * Nothing is lost among very many advisories. It takes minutes, so it is asked for:
 * SEARCH_SIZE=10000 npx vitest run tests/search/generated.test.ts
 */
const size = Number(process.env['SEARCH_SIZE'] ?? 0);

const QUERIES = [
  'クロスサイトスクリプティング',
  'XSS',
  'SQLインジェクション',
  'OS コマンドインジェクション',
  'バッファーオーバーフロー',
  '情報漏洩',
  '認証不備',
  'directory traversal',
  '管理画面',
  'サーバー',
  '予約フォーム XSS',
  'フロー',
  '/admin/session',
  '"contains a vulnerability"',
  '不存在語彙',
  'xyzzyplugh',
];

describe.skipIf(size === 0)('very many generated advisories', () => {
  let folder: string;
  let records: readonly SearchRecord[];
  let known: readonly KnownRecord[];
  let engine: SearchEngine;

  beforeAll(() => {
    folder = mkdtempSync(path.join(tmpdir(), 'search-'));
    for (const { file, text } of buildContent(createWorld(size))) {
      mkdirSync(path.dirname(path.join(folder, file)), { recursive: true });
      writeFileSync(path.join(folder, file), text);
    }
    records = loadRecords(folder, 'ja');
    known = toKnown(records);
    engine = createMemoryEngine(records);
  }, 600_000);

  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it('are found exactly by words and phrases', async () => {
    for (const typed of QUERIES) {
      const query = parseQuery(typed);
      const truth = findTruth(known, query);
      const { hits } = await engine.search({ query, choices: {}, order: 'relevance', limit: records.length });
      const found = hits.map(({ url }) => url);
      expect([typed, new Set(found).size]).toEqual([typed, truth.size]);
      expect([typed, found.filter((url) => !truth.has(url))]).toEqual([typed, []]);
    }
  }, 600_000);

  it('are each the first hit of their ids, and among those of their names', async () => {
    for (const { card, names } of records.filter((_record, at) => at % 97 === 0)) {
      const [first] = (await ask(card.id.toLowerCase(), 1)).hits;
      expect([card.id, first?.url]).toEqual([card.id, card.url]);
      const name = names.at(-1) ?? '';
      expect([name, ...(await ask(`"${name}"`, records.length)).hits.map(({ url }) => url)]).toContain(
        card.url,
      );
    }
  }, 600_000);

  function ask(typed: string, limit: number) {
    return engine.search({ query: parseQuery(typed), choices: {}, order: 'relevance', limit });
  }
});
