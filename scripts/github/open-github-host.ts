import type { Host } from '#scripts/host/host.ts';
import { branchesOf } from './branches.ts';
import { openClient } from './client.ts';
import type { GithubClient } from './client.ts';
import { commentsOf } from './comments.ts';
import { commit } from './commit.ts';
import { formsOf } from './forms.ts';
import type { GithubSettings } from './github-settings.ts';
import { listPublicWords } from './public-words.ts';
import { pullsOf } from './pulls.ts';
import { listTree, readFiles } from './read-files.ts';
import { readersOf } from './readers.ts';
import { reportsOf } from './reports.ts';
import { reposOf } from './repos.ts';

/** GitHub as the place of the repositories. Nothing is asked before the first call of a method. */
export function openGithubHost(settings: GithubSettings): Host {
  const client = openClient(settings);
  const web = settings.web ?? 'https://github.com';
  const actor = rememberActor(client);
  return {
    actor,
    pullAddress: (repo, pull) => `${web}/${repo}/pull/${pull}`,
    ...reposOf(client, actor),
    ...readersOf(client),
    ...branchesOf(client),
    readFiles: (repo, sha, prefix) => readFiles(client, repo, sha, prefix),
    listTree: (repo, sha) => listTree(client, repo, sha),
    commit: (repo, branch, change) => commit(client, repo, branch, change),
    ...pullsOf(client, settings.sleep),
    ...commentsOf(client),
    ...formsOf(client),
    ...reportsOf(client),
    listPublicWords: (repo) => listPublicWords(client, repo),
  };
}

/** Asked by GraphQL, which answers people, Apps and the token of a workflow alike. */
function rememberActor(client: GithubClient): () => Promise<string> {
  let known: string | undefined;
  return async () => {
    known ??= (await client.graphql<{ viewer: { login: string } }>('{ viewer { login } }')).viewer.login;
    return known.toLowerCase();
  };
}
