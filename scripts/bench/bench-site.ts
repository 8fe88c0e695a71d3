import { join } from 'node:path';
import { generatedArchive, type Archive } from './archive.ts';
import { OURS, OURS_PLAIN, OURS_UNFORMATTED, type SizeResult } from './bench-result.ts';
import { buildContent, createWorld, writeFiles } from './content/generate-content.ts';
import type { World } from './content/generated-advisory.ts';
import type { Run } from './measure/run-process.ts';
import { inHome } from './in-home.ts';
import { openPeers, type PeerName } from './peers/open-peers.ts';
import { chooseQueries } from './queries/choose-queries.ts';
import { measureQueries } from './queries/measure-queries.ts';
import type { QueryCost } from './queries/query-cost.ts';
import { formatRun, measureFloor, runRounds, type SideOutcome, toResult } from './run-bench.ts';
import { runPagefind } from './run-pagefind.ts';
import { oursSide, type Bench } from './side-ours.ts';
import type { Side } from './side.ts';

/** What to measure. */
export interface BenchOptions {
  size: number;
  rounds: number;
  /** Other generators to compare with; each must be installed. */
  peers: readonly PeerName[];
  search: boolean;
  /** Builds the machine-readable formats too, beside a build of ours without them. */
  formats: boolean;
  /** Whether a browser is there to ask queries. */
  browser: boolean;
  /** Leaves content and outputs where they are. */
  keep: boolean;
}

/**
 * Generates content, builds it with every side in turn and answers what it cost.
 * @param bench its home, a folder of this run, is emptied first; it stands below the project so that compiled templates
 *   find their packages
 */
export async function benchSite(
  bench: Bench,
  options: BenchOptions,
  report: (text: string) => void,
): Promise<SizeResult> {
  return await inHome(bench, options.keep, () => measureSite(bench, options, report));
}

async function measureSite(
  bench: Bench,
  options: BenchOptions,
  report: (text: string) => void,
): Promise<SizeResult> {
  const { home } = bench;
  const world = createWorld(options.size);
  const archive = generatedArchive(join(home, 'content'), world);
  const content = writeFiles(archive.content, buildContent(world));
  report(`content: ${content.files} files, ${content.bytes} bytes`);
  const peers = openPeers(options.peers, bench, { content: archive.content, world, now: archive.now });
  const sides = [...openOurs(bench, archive, options), ...peers];
  const pagefind: Run[] = [];
  const outcomes = await runRounds(sides, options.rounds, report, async (sofar) => {
    const indexed = options.search ? firstWhole(peers, sofar) : undefined;
    if (indexed === undefined) return;
    const run = await runPagefind(bench, indexed.output);
    pagefind.push(run);
    report(`Pagefind over ${indexed.name}: ${formatRun(run)}`);
  });
  const floorSeconds = measureFloor(home, sides[0]?.output ?? home);
  const results = Object.fromEntries(
    sides.map((side) => [side.name, toResult(side, outcomes.get(side.name))]),
  );
  const base = { size: options.size, content, floorSeconds, sides: results };
  if (!options.search) return base;
  const searchable = {
    [OURS]: sides[0],
    pagefind: pagefind.length > 0 ? firstWhole(peers, outcomes) : undefined,
  };
  const queries = options.browser ? await askAll(bench, options, world, searchable, report) : undefined;
  return { ...base, ...(pagefind.length > 0 && { pagefind }), ...(queries && { queries }) };
}

/** Ours as it is chosen, and ours without the part that other generators do not make. */
function openOurs(bench: Bench, archive: Archive, { search, formats }: BenchOptions): Side[] {
  const open = (choices: Parameters<typeof oursSide>[2]) => oursSide(bench, archive, choices);
  const ours = open({ name: OURS, search, formats });
  if (formats) return [ours, open({ name: OURS_UNFORMATTED, search, formats: false })];
  if (!search) return [ours];
  return [ours, open({ name: OURS_PLAIN, search: false, formats, situations: ['cold', 'engine kept'] })];
}

/** The first of these sides that made its site. */
function firstWhole(sides: readonly Side[], outcomes: ReadonlyMap<string, SideOutcome>): Side | undefined {
  return sides.find(({ name }) => outcomes.get(name)?.failed === undefined);
}

async function askAll(
  { env }: Bench,
  { rounds }: BenchOptions,
  world: World,
  sides: Readonly<Record<string, Side | undefined>>,
  report: (text: string) => void,
): Promise<NonNullable<SizeResult['queries']>> {
  const queries = Array.from({ length: rounds }, () => chooseQueries(world)).flat();
  const asked: Record<string, QueryCost[]> = {};
  for (const [name, side] of Object.entries(sides)) {
    if (side === undefined) continue;
    asked[name] = await measureQueries(env, side.output, queries);
    report(`${queries.length} first queries asked of ${name}`);
  }
  return asked;
}
