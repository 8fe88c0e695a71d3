import { HostError } from '../host/host.ts';

/*
 * Names become paths, arguments and lines that git reads, so each has to match a strict form before anything is done.
 * All of these throw a HostError `refused` that says what was asked and not the name itself.
 */

const REPO = /^[A-Za-z0-9_][\w.-]*\/[A-Za-z0-9_][\w.-]*$/;
const BRANCH_PART = /^[\w#][\w.#-]*$/;
const COMMIT = /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/;
const LOGIN = /^[a-z0-9][a-z0-9-]{0,38}(?:\[bot\])?$/;
// Everything that a file system, git or a terminal may take for something else than a part of a name.
const PATH_PART = /^(?!\.{1,2}$)(?!\.git$)[^\p{Cc}/\\:]+$/iu;

/** `owner/name`. */
export function assertRepo(repo: string): void {
  assert(REPO.test(repo) && !repo.includes('..'), 'find a repository of that name');
}

/** A branch as git accepts it (git-check-ref-format), without the characters that shells love. */
export function assertBranch(branch: string): void {
  const isSafe = branch.split('/').every((part) => BRANCH_PART.test(part) && !/\.\.|\.lock$|\.$/.test(part));
  assert(isSafe, 'use a branch of that name');
}

/** A commit's full digest in lower case. */
export function assertCommit(commit: string): void {
  assert(COMMIT.test(commit), 'find a commit of that name');
}

/** The path of a file, with `/`, that stays in its repository and out of `.git`. */
export function assertPath(path: string): void {
  assert(
    path.split('/').every((part) => PATH_PART.test(part)),
    'use a file of that name',
  );
}

/** A login in lower case. */
export function assertLogin(login: string): void {
  assert(LOGIN.test(login), 'find an account of that name');
}

/** The lower-case login of an account, however it was written. */
export function toLogin(text: string): string {
  const login = text.toLowerCase();
  assertLogin(login);
  return login;
}

function assert(isSafe: boolean, asked: string): void {
  if (!isSafe) throw new HostError('refused', asked);
}
