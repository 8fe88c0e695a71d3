import { execFile } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';

const PROGRAM = join('node_modules', '@11ty', 'eleventy', 'cmd.cjs');

/** Where Eleventy is kept: nobody but this comparison needs it, so it is no dependency of the project. */
function eleventyFolder(root: string): string {
  return join(root, '.kairan', 'peers', 'eleventy');
}

/** The program that `installEleventy` brings. */
export function eleventyProgram(root: string): string {
  return join(eleventyFolder(root), PROGRAM);
}

/** Runs npm with these arguments in a folder; rejects with what it said. */
type Npm = (args: readonly string[], folder: string) => Promise<unknown>;

/**
 * Installs Eleventy, in the version that `peers/eleventy/package.json` names, unless it is there.
 * Without scripts of packages, so nothing but files comes.
 * @returns why it could not be installed, in words; `undefined` when it is there
 */
export async function installEleventy(root: string, npm: Npm = runNpm): Promise<string | undefined> {
  const folder = eleventyFolder(root);
  const wanted = readFileSync(join(root, 'scripts', 'bench', 'peers', 'eleventy', 'package.json'), 'utf8');
  const kept = join(folder, 'package.json');
  if (existsSync(eleventyProgram(root)) && readFileSync(kept, 'utf8') === wanted) return undefined;
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(dirname(kept), { recursive: true });
  writeFileSync(kept, wanted);
  try {
    await npm(['install', '--no-audit', '--no-fund', '--ignore-scripts', '--no-package-lock'], folder);
  } catch (error) {
    return `Eleventy could not be installed into ${folder}: ${lastWords(error)}\nIt is fetched from the npm registry once; when that can be reached, run the same command again.`;
  }
  return existsSync(eleventyProgram(root)) ? undefined : `npm brought no Eleventy into ${folder}.`;
}

async function runNpm(args: readonly string[], cwd: string): Promise<void> {
  await promisify(execFile)('npm', args, { cwd, timeout: 300_000, shell: process.platform === 'win32' });
}

/** The part of npm's output that says what went wrong: its own lines of errors, the first few. */
function lastWords(error: unknown): string {
  const { stderr = '', message } = error as Error & { stderr?: string };
  const lines = stderr.split('\n').filter((line) => /^npm (?:error|ERR!) (?!A complete log)/.test(line));
  return lines.length > 0 ? lines.slice(0, 3).join(' ') : message;
}
