import { mkdir, mkdtemp, rename, rm } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { HostError, type Host } from '../host/host.ts';
import {
  type BareRepo,
  bareRepoAt,
  fileError,
  findBareRepo,
  type Folder,
  openBareRepo,
  repoPath,
} from './bare-repo.ts';
import { changeDesk, openDesk, type RepoFacts, writeFirstDesk } from './desk.ts';
import { moveRefs, type RefMove } from './move-refs.ts';
import { assertLogin } from './safe-name.ts';
import { ownSignature, writeCommit } from './write-objects.ts';

type Files = ReadonlyMap<string, string>;

/** Repositories and who may read them. */
export function repositoriesOf(
  folder: Folder,
): Pick<
  Host,
  'findRepo' | 'ensurePrivateRepo' | 'archiveRepo' | 'listReaders' | 'ensureReader' | 'removeReader'
> {
  return {
    findRepo: async (repo) => {
      const bare = await findBareRepo(folder, repo);
      if (bare === undefined) return undefined;
      const { facts } = await openDesk(bare);
      return { isPrivate: facts.private, isArchived: facts.archived };
    },
    ensurePrivateRepo: (repo, files) => ensureRepo(folder, repo, files, { private: true }),
    archiveRepo: async (repo) => {
      const { facts } = await openDesk(await openBareRepo(folder, repo));
      if (facts.archived) return;
      await changeFacts(folder, repo, 'archive', (now) => ({ ...now, archived: true }));
    },
    listReaders: async (repo) => (await openDesk(await openBareRepo(folder, repo))).facts.readers,
    ensureReader: async (repo, login) => {
      const reader = login.toLowerCase();
      assertLogin(reader);
      await changeFacts(folder, repo, `invite ${reader}`, (facts) =>
        facts.readers.includes(reader)
          ? undefined
          : { ...facts, readers: [...facts.readers, reader].toSorted() },
      );
    },
    removeReader: async (repo, login) => {
      const reader = login.toLowerCase();
      assertLogin(reader);
      await changeFacts(folder, repo, `remove ${reader}`, (facts) =>
        facts.readers.includes(reader)
          ? { ...facts, readers: facts.readers.filter((one) => one !== reader) }
          : undefined,
      );
    },
  };
}

/** @param change gives `undefined` when nothing is to be done */
async function changeFacts(
  folder: Folder,
  repo: string,
  does: string,
  change: (facts: RepoFacts) => RepoFacts | undefined,
): Promise<void> {
  await changeDesk(folder, { repo, does }, ({ facts }) => {
    const changed = change(facts);
    return Promise.resolve({ result: undefined, ...(changed && { facts: changed }) });
  });
}

/**
 * Makes a repository whole or not at all: it is built under another name and then renamed.
 * @throws {HostError} `refused` when there is one that is not private although it should be
 */
export async function ensureRepo(
  folder: Folder,
  repo: string,
  files: Files,
  wanted: Pick<RepoFacts, 'private'>,
): Promise<void> {
  const found = await findBareRepo(folder, repo);
  if (found !== undefined) await completeRepo(folder, found, files, wanted);
  else if (!(await makeRepo(folder, repo, files, wanted)))
    await completeRepo(folder, await openBareRepo(folder, repo), files, wanted);
}

async function completeRepo(
  folder: Folder,
  bare: BareRepo,
  files: Files,
  wanted: Pick<RepoFacts, 'private'>,
): Promise<void> {
  const { facts, heads } = await openDesk(bare, ['main']);
  if (wanted.private && !facts.private)
    throw new HostError('refused', `make ${bare.name}, of which a public one exists, a private repository`);
  if (heads[0] === undefined) await moveRefs(bare, [await writeMain(folder, bare, files)]);
}

/** Whether it was made: `false` when somebody else made one of that name meanwhile. */
async function makeRepo(
  folder: Folder,
  repo: string,
  files: Files,
  facts: Pick<RepoFacts, 'private'>,
): Promise<boolean> {
  const path = repoPath(folder, repo);
  const draft = await makeDraftFolder(dirname(path), repo);
  try {
    const bare = bareRepoAt(folder, repo, draft);
    await bare.run(['init', '--quiet', '--bare', '--template=', '--initial-branch=main']);
    await bare.run(['config', 'transfer.hideRefs', 'refs/kairan']);
    await moveRefs(bare, [await writeMain(folder, bare, files), await writeFirstDesk(folder, bare, facts)]);
    return await renameNew(draft, path, repo);
  } finally {
    await rm(draft, { recursive: true, force: true });
  }
}

async function makeDraftFolder(owner: string, repo: string): Promise<string> {
  try {
    await mkdir(owner, { recursive: true });
    return await mkdtemp(join(owner, '.new-'));
  } catch (error) {
    throw fileError(error, `make ${repo}`);
  }
}

async function renameNew(draft: string, path: string, repo: string): Promise<boolean> {
  try {
    await rename(draft, path);
    return true;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === 'ENOTEMPTY' || code === 'EEXIST') return false;
    throw fileError(error, `make ${repo}`);
  }
}

async function writeMain(folder: Folder, bare: BareRepo, files: Files): Promise<RefMove> {
  const parts = { parent: undefined, files, message: 'First files', signature: ownSignature(folder) };
  return { ref: 'refs/heads/main', from: undefined, to: await writeCommit(bare, parts) };
}
