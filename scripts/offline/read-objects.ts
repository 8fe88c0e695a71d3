import type { HostCommit } from '../host/host.ts';
import type { BareRepo } from './bare-repo.ts';
import { assertCommit, assertPath } from './safe-name.ts';

/** One object of git. */
export interface GitObject {
  oid: string;
  content: Buffer;
}

/**
 * Objects by name (`refs/heads/main`, `<commit>:<path>`, a digest), each `undefined` when there is none; one process for all.
 * @param names without line ends
 */
export async function readObjects(
  { run }: BareRepo,
  names: readonly string[],
): Promise<(GitObject | undefined)[]> {
  if (names.length === 0) return [];
  const output = await run(['cat-file', '--batch'], names.map((name) => `${name}\n`).join(''));
  let at = 0;
  return names.map(() => {
    const end = output.indexOf('\n', at);
    const [oid = '', , size] = output.toString('utf8', at, end).split(' ');
    at = end + 1;
    // What is missing is answered in one line that ends with a word: `name missing`.
    if (size === undefined) return undefined;
    const start = at;
    at += Number(size) + 1;
    return { oid, content: output.subarray(start, at - 1) };
  });
}

/**
 * Texts of the files at and below a path, by path; `''` is everything. Links and submodules are no files.
 * @throws {HostError} `missing` when there is no such commit
 */
export async function readTexts(
  bare: BareRepo,
  commit: string,
  prefix: string,
): Promise<ReadonlyMap<string, string>> {
  const files = await listFiles(bare, commit, prefix);
  const blobs = await readObjects(
    bare,
    files.map(({ oid }) => oid),
  );
  return new Map(files.map(({ path }, index) => [path, blobs[index]?.content.toString('utf8') ?? '']));
}

/** The files at and below a path, in git's order. */
async function listFiles(
  bare: BareRepo,
  commit: string,
  prefix: string,
): Promise<{ path: string; oid: string }[]> {
  const entries = await listEntries(bare, commit, prefix);
  return entries.filter(({ mode }) => mode.startsWith('100'));
}

/**
 * What stands at each path of a commit, links and submodules included: its mode and digest.
 * @throws {HostError} `missing` when there is no such commit
 */
export async function readTree(bare: BareRepo, commit: string): Promise<ReadonlyMap<string, string>> {
  const entries = await listEntries(bare, commit, '');
  return new Map(entries.map(({ path, mode, oid }) => [path, `${mode} ${oid}`]));
}

async function listEntries(
  { run }: BareRepo,
  commit: string,
  prefix: string,
): Promise<{ path: string; mode: string; oid: string }[]> {
  assertCommit(commit);
  const folder = prefix.replace(/\/$/, '');
  if (folder !== '') assertPath(folder);
  const output = await run([
    'ls-tree',
    '-r',
    '-z',
    '--full-tree',
    commit,
    '--',
    ...(folder === '' ? [] : [folder]),
  ]);
  const entries = output.toString('utf8').split('\0');
  return entries.flatMap((entry) => {
    const [, mode = '', oid = '', path = ''] = /^(\d{6}) \w+ ([0-9a-f]+)\t(.*)$/s.exec(entry) ?? [];
    return path === '' ? [] : [{ path, mode, oid }];
  });
}

/** Commits backwards from the given ones, newest first. */
export async function readCommits(
  { run }: BareRepo,
  from: readonly string[],
  most?: number,
): Promise<HostCommit[]> {
  const count = most === undefined ? [] : [`--max-count=${most}`];
  const output = await run(['log', '-z', '--format=%H%n%B', ...count, '--end-of-options', ...from, '--']);
  const records = output.toString('utf8').split('\0');
  return records.flatMap((record) => {
    const end = record.indexOf('\n');
    return end === -1 ? [] : [{ sha: record.slice(0, end), message: record.slice(end + 1).trimEnd() }];
  });
}
