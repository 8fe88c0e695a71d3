import { cpSync } from 'node:fs';
import { openFolderHost } from '../../scripts/offline/folder-host.ts';
import { SITE, type Stage } from './a-rehearsal.ts';
import { temporaryFolder } from './tree.ts';

export interface FolderStage extends Stage {
  /** The same repositories once more, so that a scene is set once and played often. */
  fork: () => FolderStage;
}

/** A stage of bare repositories in a folder, with the empty repository of a site. */
export async function openFolderStage(folder = temporaryFolder()): Promise<FolderStage> {
  const now = (): string => '2026-03-02T01:00:00Z';
  await openFolderHost({ folder, actor: 'alice', now }).ensurePublicRepo(
    SITE,
    new Map([['README.md', 'The site.\n']]),
  );
  return stageIn(folder, now);
}

function stageIn(folder: string, first: () => string): FolderStage {
  let now = first;
  const people = () => openFolderHost({ folder, actor: 'alice', now: () => now() });
  return {
    fork: () => {
      const copy = temporaryFolder();
      cpSync(folder, copy, { recursive: true });
      return stageIn(copy, now);
    },
    hostOf: (actor, clock) => {
      now = clock;
      return openFolderHost({ folder, actor, now: clock });
    },
    commentAs: async (repo, pull, login, body) => await people().commentAs(repo, pull, login, body),
    editAs: async (repo, comment, login, body) => {
      await people().editCommentAs(repo, comment, login, body);
    },
    submitFormAs: async (repo, login, body) => await people().submitFormAs(repo, login, body),
    editFormAs: async (repo, form, login, body) => {
      await people().editFormAs(repo, form, login, body);
    },
    deleteAs: async (repo, comment, login) => {
      await people().deleteCommentAs(repo, comment, login);
    },
  };
}
