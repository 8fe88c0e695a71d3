import { execFileSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { benchCases } from '../bench/bench-cases.ts';
import { benchSite, PEERS, type Peer } from '../bench/bench-site.ts';
import { renderMarkdownTable, renderPlainTable } from '../bench/measure/render-table.ts';
import { listUnequal, tableOfOutputs, tableOfRuns, type BenchResult } from '../bench/report.ts';
import type { Environment } from '../environment.ts';
import { parseFlags } from '../flags.ts';
import { UsageError } from '../usage-error.ts';

const FLAGS = {
  size: 'string',
  peers: 'string',
  runs: 'string',
  json: 'string',
  'no-search': 'boolean',
  formats: 'boolean',
  keep: 'boolean',
  cases: 'string',
} as const;

/** `bench`: builds generated content with this project and with its peers, in turn, and prints what each costs. */
export async function bench(environment: Environment, args: readonly string[]): Promise<number> {
  const flags = parseFlags(args, FLAGS);
  if (flags.cases !== undefined) return await printCases(environment, flags.cases, flags.runs ?? '3');
  const size = parseCount(flags.size ?? '1000');
  const options = {
    size,
    rounds: parseCount(flags.runs ?? '3'),
    peers: choosePeers(environment, flags.peers ?? (flags.formats === true ? 'none' : 'hugo')),
    search: flags['no-search'] !== true && flags.formats !== true,
    formats: flags.formats === true,
    keep: flags.keep === true,
  };
  const home = join(environment.root, '.kairan', `bench-${size}`);
  const result = await benchSite(environment.root, home, environment.env, options, environment.err);
  if (flags.json !== undefined) {
    writeFileSync(resolve(environment.cwd, flags.json), `${JSON.stringify(result, null, 2)}\n`);
  }
  printResult(environment, result);
  return listUnequal(result).length === 0 ? 0 : 1;
}

async function printCases(environment: Environment, cases: string, runs: string): Promise<number> {
  const result = await benchCases(environment, { cases: parseCount(cases), rounds: parseCount(runs) });
  const { vendors, seconds, peakMiB } = result;
  environment.out(
    `case list, ${result.cases} open cases with ${vendors} vendors each: ${seconds.toFixed(2)} s, ${peakMiB.toFixed(0)} MiB (medians of ${runs})`,
  );
  return 0;
}

function printResult({ out, err }: Environment, result: BenchResult): void {
  const { size, search, rounds, machine } = result;
  out(`${size} advisories, ${search ? 'with' : 'without'} search, medians of ${rounds} rounds`);
  out(
    Object.entries(machine)
      .map(([name, value]) => `${name} ${value}`)
      .join(', '),
  );
  for (const table of [tableOfRuns(result), tableOfOutputs(result)]) out(`\n${renderPlainTable(table)}`);
  out(`\n${renderMarkdownTable(tableOfRuns(result))}`);
  for (const sentence of listUnequal(result)) err(sentence);
}

function parseCount(text: string): number {
  if (!/^[1-9]\d{0,6}$/.test(text)) throw new UsageError('unknown-argument', text);
  return Number(text);
}

/** The wanted peers that are installed; the others are named with the way to get them. */
function choosePeers({ err }: Environment, text: string): Peer[] {
  const wanted = text.split(',').filter((name) => name !== '' && name !== 'none');
  const unknown = wanted.find((name) => !(PEERS as readonly string[]).includes(name));
  if (unknown !== undefined) throw new UsageError('unknown-argument', unknown);
  const hasHugo = !wanted.includes('hugo') || isHugoInstalled();
  if (!hasHugo)
    err('Hugo is not installed (on Debian: apt-get install hugo); the comparison goes on without it.');
  return PEERS.filter((peer) => wanted.includes(peer) && (peer !== 'hugo' || hasHugo));
}

function isHugoInstalled(): boolean {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}
