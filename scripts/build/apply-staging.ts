import { existsSync, lstatSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { foldersOf } from './output-path.ts';

/** One change of the output folder. Each is a single system call or repeatable, so a crash between two heals. */
export type Step =
  | { do: 'remove'; path: string }
  | { do: 'move'; path: string }
  /** The whole staging folder becomes the output folder. */
  | { do: 'replace' };

/** The folders between which changes are carried out; paths are absolute. */
export interface Places {
  staging: string;
  outDir: string;
}

/**
 * The steps that make the output folder hold exactly the wanted paths: everything unknown goes, everything staged
 * moves in. When nothing of the previous build stays, the folders change places as a whole.
 * @param wanted every path of the new site
 * @param staged those of them that stand in the staging folder
 */
export function planSteps(outDir: string, wanted: ReadonlySet<string>, staged: readonly string[]): Step[] {
  if (staged.length === wanted.size) return [{ do: 'replace' }];
  const removals = listStrangers(outDir, wanted).map((path): Step => ({ do: 'remove', path }));
  return [...removals, ...staged.map((path): Step => ({ do: 'move', path }))];
}

/** Files that are not wanted and folders in which nothing is wanted, outermost only. */
function listStrangers(outDir: string, wanted: ReadonlySet<string>): string[] {
  const folders = new Set([...wanted].flatMap(foldersOf));
  const strangers: string[] = [];
  const visit = (folder: string): void => {
    for (const entry of readdirSync(join(outDir, folder), { withFileTypes: true })) {
      const path = folder === '' ? entry.name : `${folder}/${entry.name}`;
      if (entry.isDirectory() && folders.has(path)) visit(path);
      else if (entry.isDirectory() || !wanted.has(path)) strangers.push(path);
    }
  };
  if (existsSync(outDir)) visit('');
  return strangers;
}

/** The move into the output folder broke off: it may hold some of the previous site and some of the new one. */
export class ApplyError extends Error {}

/** Does what belongs to the move, and says so when it fails. @throws {ApplyError} */
export function whileApplying<T>(work: () => T): T {
  try {
    return work();
  } catch (error) {
    throw new ApplyError(error instanceof Error ? error.message : String(error), { cause: error });
  }
}

/**
 * Carries the steps out, one after the other and without a pause for signals.
 * @param after called after each step; tests let it throw to stand for a crash
 */
export function applySteps(steps: readonly Step[], places: Places, after?: (done: number) => void): void {
  steps.forEach((step, i) => {
    applyStep(step, places);
    after?.(i + 1);
  });
}

function applyStep(step: Step, places: Places): void {
  if (step.do === 'replace') replaceFolder(places);
  else if (step.do === 'remove') rmSync(join(places.outDir, step.path), { recursive: true, force: true });
  else moveFile(step.path, places);
}

function moveFile(path: string, { staging, outDir }: Places): void {
  const target = join(outDir, path);
  mkdirSync(dirname(target), { recursive: true });
  renameSync(join(staging, path), target);
}

function replaceFolder({ staging, outDir }: Places): void {
  const previous = `${outDir}.previous-${process.pid}`;
  const had = lstatSync(outDir, { throwIfNoEntry: false }) !== undefined;
  if (had) renameSync(outDir, previous);
  try {
    renameSync(staging, outDir);
  } catch (error) {
    if (had) renameSync(previous, outDir);
    throw error;
  }
  rmSync(previous, { recursive: true, force: true });
}
