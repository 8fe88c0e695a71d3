import { mkdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import type { Environment } from '../environment.ts';
import { openFolderHost } from '../offline/folder-host.ts';
import { generateHub } from './generated-hub.ts';
import { runProcess } from './measure/run-process.ts';
import { median } from './measure/statistics.ts';

const HUB = 'bench/hub';
const VENDORS = 50;

/** What it costs to look at all open cases, the start of the program included. */
export interface CasesResult {
  cases: number;
  vendors: number;
  /** Medians. */
  seconds: number;
  peakMiB: number;
}

/** Times `case list` over a generated hub of open cases in a folder of bare repositories. */
export async function benchCases(
  { root, env, now, random }: Pick<Environment, 'root' | 'env' | 'now' | 'random'>,
  { cases, rounds }: { cases: number; rounds: number },
): Promise<CasesResult> {
  const home = join(root, '.kairan', `bench-cases-${random(1_000_000)}`);
  mkdirSync(home, { recursive: true });
  try {
    const host = openFolderHost({ folder: home, actor: 'alice', now, env });
    await host.ensurePrivateRepo(HUB, generateHub(cases, VENDORS));
    const args = ['scripts/cli.ts', 'case', 'list', '--hub', HUB, '--offline', home, '--as', 'alice'];
    const job = { command: process.execPath, args, cwd: root, env };
    const runs = [];
    for (let round = 0; round < rounds; round += 1) runs.push(await runProcess(job));
    return {
      cases,
      vendors: VENDORS,
      seconds: median(runs.map(({ seconds }) => seconds)),
      peakMiB: median(runs.map(({ peakMiB }) => peakMiB)),
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
