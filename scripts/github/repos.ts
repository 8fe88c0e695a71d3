import type { Host } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { ensurePrivateRepo } from './private-repo.ts';
import { splitRepo } from './repo-name.ts';
import { unlessMissing } from './unless-missing.ts';

type Repos = Pick<Host, 'findRepo' | 'ensurePrivateRepo' | 'archiveRepo'>;

/** Repositories as a whole. */
export function reposOf(client: GithubClient, actor: () => Promise<string>): Repos {
  const find = async (repo: string) => unlessMissing(client.rest.repos.get(splitRepo(repo)));
  return {
    findRepo: async (repo) => {
      const found = await find(repo);
      return found && { isPrivate: found.data.private, isArchived: found.data.archived };
    },
    ensurePrivateRepo: (repo, files) => ensurePrivateRepo(client, actor, repo, files),
    archiveRepo: async (repo) => {
      const found = await find(repo);
      if (found?.data.archived !== true)
        await client.rest.repos.update({ ...splitRepo(repo), archived: true });
    },
  };
}
