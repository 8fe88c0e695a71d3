import { openFolderHost } from '../../scripts/offline/folder-host.ts';
import { BOT, SITE, type Stage } from './a-rehearsal.ts';
import { temporaryFolder } from './tree.ts';

/** A stage of bare repositories in a folder, with the empty repository of a site. */
export async function openFolderStage(): Promise<Stage & { folder: string }> {
  const folder = temporaryFolder();
  let now = '2026-03-02T01:00:00Z';
  const hostOf = (actor: string, clock: () => string) => {
    now = clock();
    return openFolderHost({ folder, actor: actor === BOT ? BOT : actor, now: clock });
  };
  await hostOf('alice', () => now).ensurePublicRepo(SITE, new Map([['README.md', 'The site.\n']]));
  const people = (login: string) => openFolderHost({ folder, actor: login, now: () => now });
  return {
    folder,
    hostOf,
    commentAs: async (repo, pull, login, body) => await people(login).commentAs(repo, pull, login, body),
    editAs: async (repo, comment, login, body) => {
      await people(login).editCommentAs(repo, comment, login, body);
    },
  };
}
