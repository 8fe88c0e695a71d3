import { stat } from 'node:fs/promises';
import { join } from 'node:path';
import { HostError } from '../host/host.ts';
import { gitProblem, type GitAnswer, type GitProgram, runGit } from './run-git.ts';
import { assertRepo } from './safe-name.ts';

/** A folder of bare repositories, and whoever works in it. */
export interface Folder {
  folder: string;
  /** Login, lower case. */
  actor: string;
  /** The present moment, RFC 3339. */
  now: () => string;
  git: GitProgram;
}

/** One bare repository. */
export interface BareRepo {
  /** owner/name */
  name: string;
  /** Runs git on it and gives the answer, whatever the exit code. */
  ask: (args: readonly string[], input?: string | Buffer) => Promise<GitAnswer>;
  /**
   * Runs git on it and gives what it printed.
   * @throws {HostError} when git refuses
   */
  run: (args: readonly string[], input?: string | Buffer) => Promise<Buffer>;
}

/** Where a repository stands: `<folder>/<owner>/<name>.git`. */
export function repoPath({ folder }: Pick<Folder, 'folder'>, repo: string): string {
  assertRepo(repo);
  return join(folder, `${repo}.git`);
}

/**
 * The repository of that name, or `undefined` when there is none.
 * @throws {HostError} `unreachable` without the folder itself, `forbidden` without the right to look
 */
export async function findBareRepo(folder: Folder, repo: string): Promise<BareRepo | undefined> {
  const path = repoPath(folder, repo);
  if (await exists(path, repo)) return bareRepoAt(folder, repo, path);
  if (await exists(folder.folder, repo)) return undefined;
  throw new HostError('unreachable', `find ${repo} in ${folder.folder}`);
}

/**
 * @throws {HostError} `missing` when there is none
 */
export async function openBareRepo(folder: Folder, repo: string): Promise<BareRepo> {
  const found = await findBareRepo(folder, repo);
  if (found === undefined) throw new HostError('missing', `find ${repo}`);
  return found;
}

/** A repository at a path that is known to hold one. */
export function bareRepoAt({ git }: Pick<Folder, 'git'>, name: string, path: string): BareRepo {
  const ask: BareRepo['ask'] = (args, input) => runGit(git, [`--git-dir=${path}`, ...args], input);
  const run: BareRepo['run'] = async (args, input) => {
    const { code, stdout, stderr } = await ask(args, input);
    if (code === 0) return stdout;
    throw new HostError(gitProblem(stderr), `git ${args[0]} in ${name}`, { cause: new Error(stderr) });
  };
  return { name, ask, run };
}

async function exists(path: string, repo: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOENT' || code === 'ENOTDIR') return false;
    throw fileError(error, `find ${repo}`);
  }
}

/** What the file system refused, as an error of the host. */
export function fileError(error: unknown, asked: string): HostError {
  const { code } = error as NodeJS.ErrnoException;
  const isForbidden = code === 'EACCES' || code === 'EPERM' || code === 'EROFS';
  return new HostError(isForbidden ? 'forbidden' : 'unavailable', asked, { cause: error });
}
