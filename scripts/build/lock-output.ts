import { mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { isAlive } from './is-alive.ts';

/** Another build works on the same output folder. */
export class BusyError extends Error {
  readonly pid: number;
  readonly lock: string;

  constructor(pid: number, lock: string) {
    super(`Process ${pid} holds ${lock}`);
    this.pid = pid;
    this.lock = lock;
  }
}

/**
 * Takes the output folder for this process alone, by a file beside it that holds the process number. The lock of a
 * process that has died is taken over.
 * @returns a function that gives the folder back
 * @throws {BusyError}
 */
export function lockOutput(outDir: string): () => void {
  const lock = `${outDir}.lock`;
  mkdirSync(dirname(lock), { recursive: true });
  if (!tryLock(lock)) {
    breakStale(lock);
    if (!tryLock(lock)) throw new BusyError(Number(readLock(lock)), lock);
  }
  const release = (): void => {
    process.off('exit', release);
    if (readLock(lock) === String(process.pid)) rmSync(lock, { force: true });
  };
  // An interrupted build leaves by way of process.exit.
  process.once('exit', release);
  return release;
}

function tryLock(lock: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false;
    throw error;
  }
}

function breakStale(lock: string): void {
  const holder = readLock(lock);
  if (holder === undefined) return;
  if (isAlive(Number(holder) || process.pid)) throw new BusyError(Number(holder), lock);
  const aside = `${lock}.stale-${process.pid}`;
  try {
    renameSync(lock, aside);
  } catch (error) {
    // Somebody else was faster; who holds the lock now is seen at the next try.
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return;
    throw error;
  }
  // Between reading and renaming another process may have taken the lock over: it gets it back.
  if (readLock(aside) === holder) rmSync(aside, { force: true });
  else renameSync(aside, lock);
}

function readLock(lock: string): string | undefined {
  try {
    return readFileSync(lock, 'utf8');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
    throw error;
  }
}
