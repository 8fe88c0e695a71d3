import { spawn } from 'node:child_process';
import { readdirSync, readFileSync } from 'node:fs';

/** What one run of a command cost. */
export interface Run {
  /** Seconds on the wall clock. */
  seconds: number;
  /** Processor seconds of the whole process tree, from the last sample of /proc; 0 where there is none. */
  cpuSeconds: number;
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
/** The unit of times in /proc, the same on every Linux of today (proc(5), USER_HZ). */
const TICKS_PER_SECOND = 100;

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
  let [peak, cpu] = [0, 0];
  const timer = setInterval(() => {
    const { memory, ticks } = lookAtTree(child.pid ?? 0);
    [peak, cpu] = [Math.max(peak, memory), Math.max(cpu, ticks / TICKS_PER_SECOND)];
  }, SAMPLE_MS);
  try {
    const code = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    const seconds = (performance.now() - started) / 1000;
    if (code !== 0) throw new Error(`${job.command} ${job.args.join(' ')} ended with ${code}:\n${said}`);
    return { seconds, cpuSeconds: cpu, peakMiB: peak / 1024 };
  } finally {
    clearInterval(timer);
  }
}

/**
 * Resident memory in KiB and processor time in ticks of a process and all its descendants, those that ended included.
 * Pages that they share count once for each.
 */
function lookAtTree(root: number): { memory: number; ticks: number } {
  const found = new Map<number, { children: number[]; ticks: number }>();
  const entry = (pid: number) => {
    const known = found.get(pid) ?? { children: [], ticks: 0 };
    found.set(pid, known);
    return known;
  };
  for (const name of listProc()) {
    // Fields after the name of the command: state, parent, and from the eleventh on the times.
    const fields = /^\d+ \(.*\) (.*)/s.exec(readProc(`${name}/stat`))?.[1]?.split(' ');
    if (fields === undefined) continue;
    entry(Number(fields[1])).children.push(Number(name));
    entry(Number(name)).ticks = fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0);
  }
  const visit = (pid: number): { memory: number; ticks: number } => {
    const { children, ticks } = entry(pid);
    const memory = Number(/^VmRSS:\s+(\d+)/m.exec(readProc(`${pid}/status`))?.[1] ?? 0);
    return children
      .map(visit)
      .reduce((sum, it) => ({ memory: sum.memory + it.memory, ticks: sum.ticks + it.ticks }), {
        memory,
        ticks,
      });
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
