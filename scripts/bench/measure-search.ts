import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Catalog } from '#catalog/catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import type { Language } from '#domain/language.ts';
import { parseQuery } from '#search/query.ts';
import { createSearchEngine } from '#search/segment-engine.ts';
import { searchIndexAddress } from '#site/addresses.ts';
import { buildSearchIndex } from '../build/search-index.ts';
import { clock } from '../environment.ts';
import { buildContent, createWorld, writeFiles } from './content/generate-content.ts';
import { GENERATED_NOW } from './content/generated-advisory.ts';
import { renderMarkdownTable } from './measure/render-table.ts';

/*
 * What the search costs: `node scripts/bench/measure-search.ts 10000` for so many generated advisories. Every query is
 * asked by a reader who has nothing loaded yet, and wants ten hits.
 */

/** Words that are everywhere, words that are nowhere, phrases, several words, and identifiers. */
const QUERIES = [
  ...[
    'クロスサイトスクリプティング',
    '管理画面',
    '任意のコード',
    '脆弱性',
    '認証不備',
    '情報漏えい',
    '第三者',
    '密',
  ],
  ...[
    'サービス運用妨害 管理画面',
    '認証 回避 バッファ',
    'OSコマンドインジェクション',
    'リモート',
    'アクセス制限',
    '設定変更',
  ],
  ...[
    'ｻｰﾋﾞｽ運用妨害',
    '研究機関 検索',
    '報告者 123',
    'buffer overflow',
    'sql injection',
    'xss',
    'remote code',
    'session',
  ],
  ...['Apache', 'update the firmware', 'CVE-2018-16203', 'CVE-2019-1234', '13199224'],
];
const WANTED = 10;

/** The files of an index, by their paths below the folder of all indexes; each is read when it is asked for. */
type Files = ReadonlyMap<string, () => Uint8Array>;

interface Cost {
  typed: string;
  bytes: number;
  /** JSON as hosts send it, other files as they are. */
  sent: number;
  files: number;
  milliseconds: number;
}

function measure(size: number): Promise<void> {
  return inFolder(async (folder) => {
    const content = join(folder, 'content');
    writeFiles(content, buildContent(createWorld(size)));
    const catalog = buildCatalog(loadContent(content), clock(String(GENERATED_NOW))());
    const files = buildTwice(catalog, join(folder, 'cache'));
    for (const language of catalog.site.languages) {
      report(`${size} advisories, ${language}`);
      report(tableOfKinds(files, language));
      const costs = [];
      for (const typed of [...QUERIES, ...namesIn(catalog)])
        costs.push(await askOnce(files, language, typed));
      report(tableOfCosts(costs));
    }
  });
}

/** From nothing without the newest advisory, and then with it. */
function buildTwice(catalog: Catalog, cache: string): Files {
  const newest = catalog.advisories.reduce((a, b) => (b.publishedOn > a.publishedOn ? b : a));
  const before = { ...catalog, advisories: catalog.advisories.filter((it) => it !== newest) };
  const held = peakMebibytes();
  const known = timed('from nothing', () => buildSearchIndex(before, cache, 'measured'));
  report(`peak memory: ${peakMebibytes()} MiB, of which ${held} before the index was begun`);
  const fingerprints = new Map(known.map(({ path, fingerprint }) => [path, fingerprint]));
  const copies = timed('one more', () => buildSearchIndex(catalog, cache, 'measured'));
  const changed = copies.filter(({ path, fingerprint }) => fingerprints.get(path) !== fingerprint);
  report(`${copies.length} files, of which one more advisory changed ${changed.length}`);
  return new Map(
    copies.map(({ path, source, read }) => [
      path.slice(searchIndexAddress().length - 1),
      read ?? (() => readFileSync(source)),
    ]),
  );
}

function timed<Result>(name: string, run: () => Result): Result {
  const before = process.cpuUsage();
  const result = run();
  const { user, system } = process.cpuUsage(before);
  report(`both languages, ${name}: ${((user + system) / 1e6).toFixed(1)} s CPU`);
  return result;
}

function peakMebibytes(): number {
  return Math.round(process.resourceUsage().maxRSS / 1024);
}

async function inFolder(run: (folder: string) => Promise<void>): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), 'kairan-search-'));
  try {
    await run(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Identifiers, a whole title and a vendor that are there. */
function namesIn({ advisories, vendors }: Catalog): string[] {
  const advisory = advisories[Math.floor(advisories.length / 3)];
  const vendor = vendors[50]?.facts.name;
  const cve = advisory?.facts.vulnerabilities[0]?.cve;
  return [
    advisory?.id,
    advisory?.slug,
    cve,
    advisory?.facts.title,
    typeof vendor === 'string' ? vendor : vendor?.ja,
  ].filter((it) => it !== undefined);
}

async function askOnce(files: Files, language: Language, typed: string): Promise<Cost> {
  const cost: Cost = { typed, bytes: 0, sent: 0, files: 0, milliseconds: 0 };
  const engine = createSearchEngine({
    language,
    read(path) {
      const bytes = files.get(path)?.();
      if (bytes === undefined) return Promise.reject(new Error(`${path} is not there.`));
      cost.bytes += bytes.length;
      cost.sent += path.endsWith('.json') ? gzipSync(bytes).length : bytes.length;
      cost.files += 1;
      return Promise.resolve(bytes);
    },
  });
  const started = performance.now();
  await engine.search({ query: parseQuery(typed), choices: {}, order: 'relevance', limit: WANTED });
  return { ...cost, milliseconds: performance.now() - started };
}

function tableOfKinds(files: Files, language: Language): string {
  const kinds = new Map<string, number[]>();
  for (const [path, read] of files) {
    const [, folder, kind = ''] =
      /^(\w+)\/.*?(tags|directory|words|terms|cards|facets|vendors|index)/.exec(path) ?? [];
    if (folder === language) kinds.set(kind, [...(kinds.get(kind) ?? []), read().length]);
  }
  const rows = [...kinds].map(([kind, sizes]) => [
    kind,
    String(sizes.length),
    (sizes.reduce((sum, it) => sum + it, 0) / 1e6).toFixed(2),
    String(Math.max(...sizes)),
  ]);
  return renderMarkdownTable([['kind', 'files', 'MB', 'largest, bytes'], ...rows]);
}

function tableOfCosts(costs: readonly Cost[]): string {
  const middle = (values: number[]): number =>
    values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? 0;
  const row = (name: string, of: (values: number[]) => number): string[] => [
    name,
    ...[costs.map(({ bytes }) => bytes / 1000), costs.map(({ sent }) => sent / 1000)].map((it) =>
      of(it).toFixed(1),
    ),
    String(of(costs.map(({ files }) => files))),
    of(costs.map(({ milliseconds }) => milliseconds)).toFixed(1),
  ];
  const each = costs.map(({ typed, bytes, sent, files, milliseconds }) => [
    typed,
    (bytes / 1000).toFixed(1),
    (sent / 1000).toFixed(1),
    String(files),
    milliseconds.toFixed(1),
  ]);
  const rows = [...each, row('median', middle), row('largest', (values) => Math.max(...values))];
  return renderMarkdownTable([['query', 'kB', 'kB, JSON gzipped', 'files', 'ms'], ...rows]);
}

function report(text: string): void {
  process.stdout.write(`${text}\n\n`);
}

await measure(Number(process.argv[2] ?? 1000));
