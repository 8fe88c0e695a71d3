import { resolve } from 'node:path';
import type { Host } from '../host/host.ts';
import { type Folder, repoPath } from './bare-repo.ts';
import { branchesOf } from './branches.ts';
import { type CommentsOfOthers, commentsOf } from './comments.ts';
import { type FormsOfOthers, formsOf } from './forms.ts';
import { publicWordsOf } from './public-words.ts';
import { pullsOf } from './pull-requests.ts';
import { type ReportsOfOthers, reportsOf } from './reports.ts';
import { ensureRepo, repositoriesOf } from './repositories.ts';
import { assertLogin } from './safe-name.ts';

/** A host, and what others do who would have an account at a real one. */
export interface FolderHost extends Host, CommentsOfOthers, FormsOfOthers, ReportsOfOthers {
  /** Makes a public repository, as a site has one, with these files as the first commit of `main`. */
  ensurePublicRepo: (repo: string, files: ReadonlyMap<string, string>) => Promise<void>;
}

export interface FolderHostOptions {
  /** Where the repositories stand, as `<owner>/<name>.git`. It must exist. */
  folder: string;
  /** The login of whoever acts. */
  actor: string;
  /** The present moment, RFC 3339. */
  now: () => string;
  /** The git program, 2.38 or later. */
  git?: string;
  /** Where `PATH` is found; without it the system's own places are searched. */
  env?: Readonly<Record<string, string | undefined>>;
}

/**
 * A host without a server: bare repositories in a folder. Several processes may work in it at once. Who may read what is
 * written down but not enforced: the rights of the folder decide that. A repository that was put there by hand counts as
 * public.
 */
export function openFolderHost({ folder, actor, now, git = 'git', env = {} }: FolderHostOptions): FolderHost {
  const login = actor.toLowerCase();
  assertLogin(login);
  const place: Folder = { folder: resolve(folder), actor: login, now, git: { program: git, env } };
  return {
    actor: () => Promise.resolve(login),
    // There is no page of it; `comment` shows what was said.
    pullAddress: (repo, pull) => `${repoPath(place, repo)} #${pull}`,
    ...repositoriesOf(place),
    ...branchesOf(place),
    ...pullsOf(place),
    ...commentsOf(place),
    ...formsOf(place),
    ...reportsOf(place),
    ...publicWordsOf(place),
    ensurePublicRepo: (repo, files) => ensureRepo(place, repo, files, { private: false }),
  };
}
