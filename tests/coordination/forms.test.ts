import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type FolderStage, openFolderStage } from '../builders/a-folder-stage.ts';
import { openGithub } from '../builders/a-github.ts';
import { BOT, HUB, openRehearsal, type Rehearsal, type Stage } from '../builders/a-rehearsal.ts';
import { sharedFolder } from '../builders/tree.ts';
import { issueFormSchema, renderSentForm } from '../workflows/issue-form.ts';

const TEMPLATES = join(import.meta.dirname, '../../scripts/templates/room/.github/ISSUE_TEMPLATE');

/** The issue that GitHub makes of the form of a room. */
function fillIn(answers: Readonly<Record<string, string>>, file = 'vendor-status.yml'): string {
  const { body } = issueFormSchema.parse(parse(readFileSync(join(TEMPLATES, file), 'utf8')));
  return renderSentForm(body, answers);
}

/** A hub, and a case with a vendor in a room. */
async function setScene(play: Rehearsal): Promise<string> {
  await play.setUp();
  const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
  await play.must('accept', code, '--track', 'product');
  await play.must('open', code, '--vendor', 'acme', '--vendor', 'initech');
  return code;
}

async function statusOf(play: Rehearsal, code: string, vendor = 'acme'): Promise<string | undefined> {
  const { vendors } = (await play.record(code)) as unknown as {
    vendors: { vendor: string; latest?: { answer: { status: string } } }[];
  };
  return vendors.find((one) => one.vendor === vendor)?.latest?.answer.status;
}

const answersIn = async (play: Rehearsal, code: string): Promise<number> =>
  ((await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '').match(/"act":"answered"/g)?.length ?? 0;

/** What our program wrote as an answer in words. */
const replies = async (play: Rehearsal, code: string): Promise<string[]> =>
  (await play.comments(code)).map(({ body }) => body).filter((body) => body.startsWith('<!-- kairan:reply '));

const repositories = sharedFolder();
const home = sharedFolder();
let scene: { stage: FolderStage; code: string };

beforeAll(async () => {
  const stage = await openFolderStage(repositories);
  scene = { stage, code: await setScene(await openRehearsal(stage, { home })) };
});

async function openCase(
  env: Readonly<Record<string, string>> = {},
): Promise<{ play: Rehearsal; code: string }> {
  const play = await openRehearsal(scene.stage.fork(), { env });
  play.setClock('2026-03-04T01:00:00Z');
  return { play, code: scene.code };
}

const GITHUB_SEED = { repos: [{ name: 'site', private: false }] };

describe.each<[string, () => Promise<{ stage: Stage; close: () => Promise<void> }>]>([
  ['a folder', async () => ({ stage: await openFolderStage(), close: () => Promise.resolve() })],
  [
    'GitHub',
    async () => {
      const stage = await openGithub(GITHUB_SEED);
      return {
        stage,
        close: async () => {
          await stage.close();
          expect(stage.violations()).toEqual([]);
        },
      };
    },
  ],
])('the form of a room in %s', (_name, open) => {
  it(
    'is recorded and closed once, and recorded again when its author edits it',
    { timeout: 120_000 },
    async () => {
      const { stage, close } = await open();
      const play = await openRehearsal(stage);
      const code = await setScene(play);
      play.setClock('2026-03-04T01:00:00Z');
      const form = await play.sendForm(code, 'acme-psirt', fillIn({ status: 'affected' }));
      play.setClock('2026-03-04T02:00:00Z');
      await play.editForm(code, form, 'acme-psirt', fillIn({ status: 'affected', fixed: '2.4.1' }));
      play.setClock('2026-03-04T03:00:00Z');
      const out = await play.must('sync', code);
      expect(out).toContain('answer acme');
      expect(out).toContain('close 1 form whose');
      expect(await statusOf(play, code)).toBe('affected');
      expect(await play.forms(code)).toMatchObject([{ id: form, isOpen: false }]);
      expect((await play.run('sync', code, '--yes')).out).toContain('There is nothing to do.');

      play.setClock('2026-03-05T01:00:00Z');
      const edited = fillIn({ status: '該当製品なし' }, 'vendor-status-ja.yml');
      await play.editForm(code, form, 'acme-psirt', edited);
      play.setClock('2026-03-05T02:00:00Z');
      await play.must('sync', code);
      expect(await statusOf(play, code)).toBe('not-affected');
      expect((await play.run('sync', code, '--yes')).out).toContain('There is nothing to do.');
      expect(await answersIn(play, code)).toBe(2);
      expect(await replies(play, code)).toEqual([]);
      await close();
    },
  );
});

describe('a form with a mistake', () => {
  it('stays open and is answered once in words, on the pull request', async () => {
    const { play, code } = await openCase();
    const form = await play.sendForm(code, 'acme-psirt', fillIn({ status: 'afected' }));
    await play.must('sync', code);
    expect((await play.run('sync', code, '--yes')).out).toContain('There is nothing to do.');
    expect(await replies(play, code)).toEqual([expect.stringContaining('@acme-psirt')]);
    expect(await statusOf(play, code)).toBeUndefined();
    expect(await play.forms(code)).toMatchObject([{ id: form, isOpen: true }]);
    await play.editForm(code, form, 'acme-psirt', fillIn({ status: 'affected' }));
    await play.must('sync', code);
    expect(await statusOf(play, code)).toBe('affected');
    expect(await play.forms(code)).toMatchObject([{ id: form, isOpen: false }]);
  });

  it('is answered at once by the workflow of the room, and not again by the next sync', async () => {
    const event = join(sharedFolder(), 'event.json');
    const { repo } = await (await openCase()).play.room(scene.code);
    const { play, code } = await openCase({ GITHUB_REPOSITORY: repo, GITHUB_EVENT_PATH: event });
    const form = await play.sendForm(code, 'acme-psirt', fillIn({ statement: 'We look into it.' }));
    writeFileSync(event, JSON.stringify({ action: 'opened', issue: { number: form - 2 ** 52 } }));
    expect(await play.runAs(BOT, 'answer')).toMatchObject({ code: 0, err: '' });
    expect(await replies(play, code)).toHaveLength(1);
    await play.must('sync', code);
    expect(await replies(play, code)).toHaveLength(1);
  });

  it('finds nobody to answer when the pull request is closed', async () => {
    const event = join(sharedFolder(), 'event.json');
    const { repo, pull } = await (await openCase()).play.room(scene.code);
    const { play, code } = await openCase({ GITHUB_REPOSITORY: repo, GITHUB_EVENT_PATH: event });
    await play.sendForm(code, 'acme-psirt', fillIn({ status: 'afected' }));
    await play.host().closePull(repo, pull);
    writeFileSync(event, JSON.stringify({ action: 'opened', issue: { number: 2 } }));
    expect(await play.runAs(BOT, 'answer')).toMatchObject({ code: 0, err: '' });
    expect(await replies(play, code)).toEqual([]);
  });
});

describe('a form of somebody who takes no part', () => {
  it('changes nothing and stays open', async () => {
    const { play, code } = await openCase();
    await play.sendForm(code, 'mallory', fillIn({ status: 'affected' }));
    await play.must('sync', code);
    await play.must('sync', code);
    expect(await answersIn(play, code)).toBe(0);
    expect(await play.forms(code)).toMatchObject([{ isOpen: true }]);
    expect(await replies(play, code)).toHaveLength(1);
    expect((await play.files(HUB)).get(`ledger/${code}.jsonl`)).not.toContain('mallory');
  });
});

describe('an issue of a repository that all cases share', () => {
  it('belongs to no case', { timeout: 60_000 }, async () => {
    const stage = await openFolderStage();
    const play = await openRehearsal(stage, { mode: 'single-repo' });
    await play.host().ensurePrivateRepo('cert/rooms', new Map([['README.md', 'Rooms.\n']]));
    const code = await setScene(play);
    await play.sendForm(code, 'acme-psirt', fillIn({ status: 'affected' }));
    await play.must('sync', code);
    expect(await statusOf(play, code)).toBeUndefined();
    expect(await play.forms(code)).toMatchObject([{ isOpen: true }]);
    expect(await replies(play, code)).toEqual([]);
  });
});
