import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shareOpenCase } from '../builders/a-due-case.ts';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { HUB, openRehearsal, type Rehearsal } from '../builders/a-rehearsal.ts';
import { crashAfter } from '../builders/crash-after.ts';
import { meddleBefore } from '../builders/meddle-before.ts';

const { scene, open, due } = shareOpenCase();

const acts = async (play: Rehearsal, code: string): Promise<string[]> =>
  [...((await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '').matchAll(/"act":"([a-z-]+)"/g)].map(
    ([, act = '']) => act,
  );

describe('a ledger', () => {
  it('takes nothing in that it could not tell, when another coordinator was faster', async () => {
    const { play, code } = await open();
    play.bendHost(
      meddleBefore('commit', HUB, () =>
        play
          .host()
          .actor()
          .then(() => meddle()),
      ),
    );
    async function meddle(): Promise<void> {
      play.bendHost((host) => host);
      await play.mustAs('bob', 'move', code, 'not-a-vulnerability');
    }
    const { code: exit, err } = await play.run(
      'schedule',
      code,
      '--at',
      '2026-04-16T14:00:00+09:00',
      '--yes',
    );
    expect([exit, err]).toEqual([1, expect.stringContaining('somebody else')]);
    expect(await play.record(code)).toMatchObject({ state: 'not-a-vulnerability' });
    expect((await play.run('verify')).code).toBe(0);
  });

  it('keeps both originals of two coordinators who record at once', async () => {
    const { play, code } = await open();
    for (const name of ['one', 'two']) writeFileSync(join(play.home, `${name}.txt`), `answer ${name}\n`);
    const recorded = (vendor: string, file: string): string[] => [
      ...['record', code, '--vendor', vendor, '--status', 'affected', '--via', 'email'],
      ...['--on', '2026-03-02', '--original', file],
    ];
    async function meddle(): Promise<void> {
      play.bendHost((host) => host);
      await play.mustAs('bob', ...recorded('globex', 'two.txt'));
    }
    play.bendHost(meddleBefore('commit', HUB, meddle));
    await play.must(...recorded('acme', 'one.txt'));
    const originals = [...(await play.files(HUB)).keys()].filter((path) => path.startsWith('originals/'));
    expect(originals.toSorted()).toEqual([1, 2, 3].map((number) => `originals/${code}/${number}.age`));
    const { vendors } = (await play.record(code)) as unknown as {
      vendors: { latest: { original: { path: string } } }[];
    };
    expect(new Set(vendors.map(({ latest }) => latest.original.path)).size).toBe(2);
  });

  it('has one line of a vendor who was told, however often that is recorded', async () => {
    const { play, code } = await open();
    const notify = ['notify', code, '--vendor', 'acme', '--via', 'phone', '--on', '2026-03-02'];
    await play.must(...notify);
    const once = await acts(play, code);
    await play.must(...notify);
    expect(await acts(play, code)).toEqual(once);
  });

  it('plans no revision of what was never published', async () => {
    const { play } = await open();
    const code = await play.intake('It is slow, by far');
    await play.must('refuse', code, '--reason', 'insufficient');
    await play.must('move', code, 'closed');
    const { code: exit, err } = await play.run('withdraw', code, '--summary-en', 'x', '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('published')]);
    expect(await acts(play, code)).not.toContain('revision-planned');
  });

  it.each([
    ['correct', ['--summary-ja', '']],
    ['move', ['not-a-vulnerability', '--note', ' ']],
    ['move', ['not-a-vulnerability', '--note', 'x'.repeat(10_001)]],
  ])('refuses in words what does not fit it: %s %#', async (verb, args) => {
    const { play, code } = verb === 'correct' ? await due() : await open();
    if (verb === 'correct') await play.must('publish', code);
    const known = await acts(play, code);
    expect((await play.run(verb, code, ...args, '--yes')).code).not.toBe(0);
    expect(await acts(play, code)).toEqual(known);
  });
});

describe('the end of a case', () => {
  it('is reached again after any single call of it broke', async () => {
    const { stage: first, code } = scene();
    const stage = first.fork();
    await (await openRehearsal(stage)).must('move', code, 'not-a-vulnerability');
    for (let count = 1; ; count += 1) {
      const play = await openRehearsal(stage.fork());
      const breaking = crashAfter(count);
      play.bendHost(breaking.bend);
      await play.run('move', code, 'closed', '--yes');
      play.bendHost((host) => host);
      await play.must('move', code, 'closed');
      const { rooms } = (await play.record(code)) as unknown as {
        rooms: { repo: string; closed: boolean }[];
      };
      const [room] = rooms;
      expect([count, room?.closed]).toEqual([count, true]);
      expect(await play.host().findRepo(room?.repo ?? '')).toMatchObject({ isArchived: true });
      expect(await play.host().listReaders(room?.repo ?? '')).toEqual([]);
      if (!breaking.hasBroken()) break;
    }
  }, 240_000);

  it('needs no room that was chosen and never made', async () => {
    const { play } = await open();
    const code = await play.intake('Gadget', '--product', 'Gadget');
    await play.must('accept', code, '--track', 'product');
    play.bendHost((host) => ({ ...host, ensurePrivateRepo: () => Promise.reject(new Error('power cut')) }));
    await expect(play.run('open', code, '--yes')).rejects.toThrow();
    play.bendHost((host) => host);
    await play.must('move', code, 'not-a-vulnerability');
    await play.must('move', code, 'closed');
    expect(await play.record(code)).toMatchObject({ state: 'closed', rooms: [{ closed: true }] });
  });

  it('can be taken back before it is closed: coordination goes on in the same room', async () => {
    const { play, code } = await open();
    await play.must('move', code, 'not-a-vulnerability');
    await play.must('open', code);
    expect(await play.record(code)).toMatchObject({ state: 'coordinating' });
  });
});

describe('a reminder', () => {
  it('goes to the vendor’s own room or nowhere, where each has one', async () => {
    const play = await openRehearsal(await openFolderStage(), { mode: 'room-per-vendor' });
    await play.setUp();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code);
    let made = 0;
    // The vendor’s room cannot be made today.
    play.bendHost((host) => ({
      ...host,
      ensurePrivateRepo: () => {
        made += 1;
        return Promise.reject(new Error('power cut'));
      },
    }));
    await expect(play.run('open', code, '--vendor', 'acme', '--yes')).rejects.toThrow();
    expect(made).toBe(1);
    play.bendHost((host) => host);
    await play.must('notify', code, '--vendor', 'acme', '--via', 'phone');
    play.setClock('2026-08-01T00:00:00Z');
    await play.must('remind', code);
    expect((await play.comments(code)).filter(({ body }) => body.includes('@acme-psirt'))).toEqual([]);
    expect(await acts(play, code)).not.toContain('reminded');
  });
});
