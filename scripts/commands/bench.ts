import { existsSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchCases } from '../bench/bench-cases.ts';
import { benchContent } from '../bench/bench-content.ts';
import type { BenchResult, SizeResult } from '../bench/bench-result.ts';
import { benchSite } from '../bench/bench-site.ts';
import { describeMachine, describeVersions, hugoVersion } from '../bench/measure/describe-machine.ts';
import { renderMarkdownTable, renderPlainTable, type Table } from '../bench/measure/render-table.ts';
import { installEleventy } from '../bench/peers/install-eleventy.ts';
import { PEERS, type PeerName } from '../bench/peers/open-peers.ts';
import { tableOfGrowth } from '../bench/report-growth.ts';
import { tableOfSearch } from '../bench/report-search.ts';
import { listUnequal, tableOfOutputs, tableOfRuns } from '../bench/report.ts';
import { findBrowser } from '../browser.ts';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { UsageError } from '../usage-error.ts';

const FLAGS = {
  size: 'string',
  content: 'string',
  peers: 'string',
  runs: 'string',
  json: 'string',
  'no-search': 'boolean',
  formats: 'boolean',
  keep: 'boolean',
  cases: 'string',
} as const;

type Flags = ReturnType<typeof parseFlags<typeof FLAGS>>;

/** What does the work; tests put something quicker in its place. */
export interface BenchWork {
  site: typeof benchSite;
  content: typeof benchContent;
  cases: typeof benchCases;
  /** Why Eleventy cannot be had, in words. */
  installEleventy: (root: string) => Promise<string | undefined>;
  hugoVersion: () => string | undefined;
  describe: (root: string, peers: readonly PeerName[]) => Pick<BenchResult, 'machine' | 'versions'>;
}

const WORK: BenchWork = {
  site: benchSite,
  content: benchContent,
  cases: benchCases,
  installEleventy,
  hugoVersion,
  describe: (root, peers) => ({ machine: describeMachine(), versions: describeVersions(root, peers) }),
};

/** `bench`: builds generated content with this project and with its peers, in turn, and prints what each costs. */
export async function bench(
  environment: Environment,
  args: readonly string[],
  work: BenchWork = WORK,
): Promise<number> {
  const flags = parseFlags(args, FLAGS);
  const plan = readPlan(environment, flags);
  if (flags.cases !== undefined) return await printCases(environment, parseCount(flags.cases), plan, work);
  const peers = await choosePeers(environment, plan.peers, work);
  const sizes: SizeResult[] = [];
  for await (const result of measure(environment, { ...plan, peers }, work)) {
    sizes.push(result);
    printSize(environment, result);
  }
  const { search, formats, rounds } = plan;
  const about = { ...when(environment), search, formats, rounds, ...work.describe(environment.root, peers) };
  if (flags.json !== undefined) {
    writeFileSync(resolve(environment.cwd, flags.json), `${JSON.stringify({ ...about, sizes }, null, 2)}\n`);
  }
  printWhole(environment, { ...about, sizes });
  return sizes.every((result) => listUnequal(result).length === 0) ? 0 : 1;
}

/** What is wanted. */
interface Plan {
  sizes: readonly number[];
  /** An existing content directory, instead of sizes. */
  folder?: string;
  rounds: number;
  peers: readonly PeerName[];
  search: boolean;
  formats: boolean;
  keep: boolean;
}

/** An archive of somebody's own is built as `npm run build` does it; what formats cost is shown without search. */
function readPlan({ cwd }: Environment, flags: Flags): Plan {
  const { content } = flags;
  const folder = content === undefined ? undefined : resolve(cwd, content);
  if (folder !== undefined && !existsSync(join(folder, 'advisories')))
    throw new UsageError('content-dir', folder);
  const formats = flags.formats === true;
  const alone = formats || folder !== undefined;
  return {
    sizes: (flags.size ?? '1000').split(',').map(parseCount),
    ...(folder !== undefined && { folder }),
    rounds: parseCount(flags.runs ?? '3'),
    peers: parsePeers(flags.peers ?? (alone ? 'none' : PEERS.join(','))),
    search: flags['no-search'] !== true && !formats,
    formats: alone,
    keep: flags.keep === true,
  };
}

function parsePeers(text: string): PeerName[] {
  const wanted = text.split(',').filter((name) => name !== '' && name !== 'none');
  const unknown = wanted.find((name) => !(PEERS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError('unknown-argument', unknown);
  return PEERS.filter((name) => wanted.includes(name));
}

async function* measure(environment: Environment, plan: Plan, work: BenchWork): AsyncGenerator<SizeResult> {
  const { root, env, err } = environment;
  const at = (name: string) => ({ root, home: join(root, '.kairan', `bench-${name}`), env });
  if (plan.folder !== undefined) {
    const now = Math.floor(Date.parse(environment.now()) / 1000);
    yield await work.content(at('content'), { ...plan, folder: plan.folder, now }, err);
    return;
  }
  const browser = findBrowser(env) !== undefined;
  if (plan.search && !browser)
    err('There is no Chromium, so no queries are asked; CHROME_PATH may name one.');
  for (const size of plan.sizes) yield await work.site(at(String(size)), { ...plan, size, browser }, err);
}

function when({ now, git }: Environment): Pick<BenchResult, 'at' | 'commit'> {
  const commit = git(['rev-parse', '--short=12', 'HEAD'])?.trim() ?? 'unknown';
  return { at: now(), commit: git(['status', '--porcelain'])?.trim() ? `${commit}+` : commit };
}

async function printCases(
  environment: Environment,
  wanted: number,
  { rounds }: Plan,
  work: BenchWork,
): Promise<number> {
  const { cases, vendors, seconds, peakMiB } = await work.cases(environment, { cases: wanted, rounds });
  environment.out(
    `case list, ${cases} open cases with ${vendors} vendors each: ${seconds.toFixed(2)} s, ${peakMiB.toFixed(0)} MiB (medians of ${rounds})`,
  );
  return 0;
}

function printSize({ out, err }: Environment, result: SizeResult): void {
  out(`\n${result.size} advisories`);
  for (const table of [tableOfRuns(result), tableOfSearch(result), tableOfOutputs(result)])
    printTable(out, table);
  for (const sentence of listUnequal(result)) err(sentence);
}

/** The tables once more in Markdown, for reports, with growth and what was measured where. */
function printWhole({ out }: Environment, result: BenchResult): void {
  const { sizes, machine, versions, at, commit, rounds } = result;
  const growth = tableOfGrowth(sizes);
  printTable(out, growth);
  const facts = Object.entries({ ...machine, ...versions }).map(([name, value]) => `${name} ${value}`);
  out(`\nmedians of ${rounds} rounds, ${at}, commit ${commit}\n${facts.join(', ')}`);
  const tables = [...sizes.flatMap((size) => [tableOfRuns(size), tableOfSearch(size)]), growth];
  for (const table of tables) if (table.length > 0) out(`\n${renderMarkdownTable(table)}`);
}

function printTable(out: Environment['out'], table: Table): void {
  if (table.length > 0) out(`\n${renderPlainTable(table)}`);
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError('unknown-argument', text);
  return Number(text);
}

/** The wanted peers that are there; why another is not is said, and the comparison goes on without it. */
async function choosePeers(
  { root, err }: Environment,
  wanted: readonly PeerName[],
  work: BenchWork,
): Promise<PeerName[]> {
  const missing: Partial<Record<PeerName, string>> = {};
  if (wanted.includes('hugo') && work.hugoVersion() === undefined)
    missing.hugo = 'Hugo is not installed (on Debian: apt-get install hugo).';
  const trouble = wanted.includes('eleventy') ? await work.installEleventy(root) : undefined;
  if (trouble !== undefined) missing.eleventy = trouble;
  for (const reason of Object.values(missing)) err(`${reason}\nThe comparison goes on without it.`);
  return wanted.filter((peer) => !(peer in missing));
}
