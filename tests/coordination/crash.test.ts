import { describe, expect, it } from 'vitest';
import { type FolderStage, openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, HUB, openRehearsal, type Rehearsal, SITE } from '../builders/a-rehearsal.ts';
import { crashAfter } from '../builders/crash-after.ts';

const AT = '2026-04-16T14:00:00+09:00';

/** A case just before a verb is run, and what the verb is. */
interface Scene {
  prepare: (play: Rehearsal) => Promise<string>;
  /** The moment at which the verb is run. */
  at: string;
  verb: (code: string) => string[];
}

async function accepted(play: Rehearsal): Promise<string> {
  await play.setUp();
  const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
  await play.must('accept', code, '--track', 'product');
  return code;
}

async function coordinating(play: Rehearsal): Promise<string> {
  const code = await accepted(play);
  await play.must('open', code, '--vendor', 'acme', '--vendor', 'initech');
  return code;
}

const SCENES: Readonly<Record<string, Scene>> = {
  open: {
    prepare: accepted,
    at: '2026-03-02T01:00:00Z',
    verb: (code) => ['open', code, '--vendor', 'acme', '--vendor', 'initech'],
  },
  sync: {
    prepare: async (play) => {
      const code = await coordinating(play);
      play.setClock('2026-03-04T01:00:00Z');
      await play.say(code, 'acme-psirt', '/status affected');
      await play.say(code, 'initech-psirt', '/status afected');
      return code;
    },
    at: '2026-03-04T01:00:00Z',
    verb: (code) => ['sync', code],
  },
  publish: {
    prepare: async (play) => {
      const code = await coordinating(play);
      await play.writeDraft(code, finish);
      await play.must('schedule', code, '--at', AT);
      await play.approveText(code);
      return code;
    },
    at: '2026-04-16T05:00:00Z',
    verb: (code) => ['publish', code],
  },
};

describe.each(Object.entries(SCENES))('%s, broken after any single call', (_, scene) => {
  it('ends in the same state when it is run again, with nothing doubled and nothing lost', async () => {
    const stage = await openFolderStage();
    const code = await scene.prepare(await openRehearsal(stage));
    const wanted = await worldAfter({ stage: stage.fork(), code, ...scene }, 0);
    let count = 1;
    for (; ; count += 1) {
      const { world, hasBroken } = await worldAfter({ stage: stage.fork(), code, ...scene }, count);
      expect({ count, ...world }).toEqual({ count, ...wanted.world });
      if (!hasBroken) break;
    }
    expect(count).toBeGreaterThan(5);
  }, 600_000);
});

type Set = Pick<Scene, 'verb' | 'at'> & { stage: FolderStage; code: string };

/** What stands everywhere after the verb broke at one call and was run again. Names that chance chose are left out. */
async function worldAfter(
  { stage, code, verb, at }: Set,
  count: number,
): Promise<{ world: Record<string, unknown>; hasBroken: boolean }> {
  const play = await openRehearsal(stage, { seed: count + 2 });
  play.setClock(at);
  const breaking = crashAfter(count);
  if (count > 0) play.bendHost(breaking.bend);
  const first = await play.run(...verb(code), '--yes');
  const hasBroken = count > 0 && breaking.hasBroken();
  expect([count, first.code]).toEqual([count, hasBroken ? 1 : 0]);
  play.bendHost((host) => host);
  if (hasBroken) await play.must(...verb(code));
  return { world: await describeWorld(play, code), hasBroken };
}

async function describeWorld(play: Rehearsal, code: string): Promise<Record<string, unknown>> {
  const host = play.host();
  const { rooms, id } = (await play.record(code)) as unknown as {
    rooms: { repo: string; pull: number }[];
    id: string;
  };
  const plain = (text: string): string =>
    rooms
      .reduce((rest, { repo }) => rest.replaceAll(repo, 'ROOM'), text)
      .replaceAll(id, 'XVN#ID')
      .replaceAll(id.replace('#', ''), 'XVNID')
      .replaceAll(code, 'CODE');
  const ledger = (await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '';
  const [room] = rooms;
  if (room === undefined) throw new Error('There is no room.');
  return {
    acts: ledger
      .trimEnd()
      .split('\n')
      .map((line) => JSON.parse(line) as { act: string; vendor?: string })
      .map(({ act, vendor = '' }) => `${act} ${vendor}`.trim()),
    rooms: rooms.length,
    pull: await host.findPull(room.repo, 'draft').then((pull) => [pull?.number, pull?.state, pull?.isDraft]),
    readers: (await host.listReaders(room.repo)).toSorted(),
    comments: (await host.listComments(room.repo, room.pull)).map(
      ({ author, body }) => `${author}: ${plain(body)}`,
    ),
    draft: plain(await play.draft(code)),
    site: [...(await play.files(SITE))].map(([path, text]) => [plain(path), plain(text)]),
    branches: (await host.listBranches(SITE)).map(plain),
    publicWords: (await host.listPublicWords(SITE)).length,
  };
}
