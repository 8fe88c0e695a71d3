import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one run of a command cost. */
export interface Run {
  /** Seconds on the wall clock. */
  seconds: number;
  /** Highest resident memory of the whole process tree, in MiB, sampled every 200 ms from /proc; 0 where there is none. */
  peakMiB: number;
}

/** A command with everything that it needs. */
export interface Job {
  command: string;
  args: readonly string[];
  cwd: string;
  env: Readonly<Record<string, string | undefined>>;
}

const SAMPLE_MS = 200;

/**
 * Runs a command to its end and measures it.
 * @throws when it cannot be started or ends with another code than 0; the message holds the end of what it said
 */
export async function runProcess(job: Job): Promise<Run> {
  const started = performance.now();
  const child = spawn(job.command, job.args, {
    cwd: job.cwd,
    env: job.env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  const listen = (part: Buffer): void => {
    said = (said + part.toString('utf8')).slice(-4000);
  };
  child.stdout.on('data', listen);
  child.stderr.on('data', listen);
  let peak = 0;
  const timer = setInterval(() => {
    peak = Math.max(peak, treeMemory(child.pid ?? 0));
  }, SAMPLE_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(`${job.command} ${job.args.join(' ')} ended with ${code}:\n${said}`);
    return { seconds, peakMiB: peak / 1024 };
  } finally {
    clearInterval(timer);
  }
}

/** Resident memory of a process and all its descendants, in KiB. Pages that they share count once for each. */
function treeMemory(root: number): number {
  const parents = new Map<number, number[]>();
  for (const name of listProc()) {
    const parent = /^\d+ \(.*\) \S (\d+)/s.exec(readProc(`${name}/stat`))?.[1];
    if (parent === undefined) continue;
    parents.set(Number(parent), [...(parents.get(Number(parent)) ?? []), Number(name)]);
  }
  const visit = (pid: number): number => {
    const own = Number(/^VmRSS:\s+(\d+)/m.exec(readProc(`${pid}/status`))?.[1] ?? 0);
    return (parents.get(pid) ?? []).reduce((sum, child) => sum + visit(child), own);
  };
  return visit(root);
}

function listProc(): string[] {
  try {
    return readdirSync('/proc').filter((name) => /^\d+$/.test(name));
  } catch {
    return [];
  }
}

function readProc(path: string): string {
  try {
    return readFileSync(`/proc/${path}`, 'utf8');
  } catch {
    // The process ended between two looks.
    return '';
  }
}
