import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { shareOpenCase } from '../builders/a-due-case.ts';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, HUB, openRehearsal, type Rehearsal, SITE } from '../builders/a-rehearsal.ts';
import { meddleBefore } from '../builders/meddle-before.ts';

const PAGE = 'content/advisories/2026/XVN12345678.md';
const { scene, open, due } = shareOpenCase();

async function write(play: Rehearsal, repo: string, branch: string, files: Record<string, string>) {
  const host = play.host();
  const head = await host.findHead(repo, branch);
  const from = await host.findHead(repo, 'main');
  const change = { expectedHead: head, files: new Map(Object.entries(files)), message: 'x' };
  return await host.commit(repo, branch, head === undefined && from ? { ...change, from } : change);
}

describe('the branch of a publication', () => {
  it('that somebody made before brings nothing of theirs into the site', async () => {
    const { play, code } = await due();
    await write(play, SITE, 'publish/XVN12345678', { 'content/note.txt': 'theirs' });
    await play.must('publish', code);
    const site = await play.files(SITE);
    expect([site.has(PAGE), site.has('content/note.txt')]).toEqual([true, false]);
    expect(await play.host().listBranches(SITE)).toEqual(['main']);
  });

  it('that holds our text and more brings nothing of the more', async () => {
    const { play, code } = await due();
    play.bendHost(meddleBefore('openPull', SITE, () => Promise.reject(new Error('power cut'))));
    await expect(play.run('publish', code, '--yes')).rejects.toThrow();
    play.bendHost((host) => host);
    await write(play, SITE, 'publish/XVN12345678', { '.github/workflows/evil.yml': 'theirs' });
    await play.must('publish', code);
    const site = await play.files(SITE);
    expect([site.has(PAGE), site.has('.github/workflows/evil.yml')]).toEqual([true, false]);
  });

  it('to which somebody pushes between our commit and its merge is not merged', async () => {
    const { play, code } = await due();
    const push = (): Promise<unknown> =>
      write(play, SITE, 'publish/XVN12345678', { 'content/note.txt': 'theirs' });
    play.bendHost(meddleBefore('openPull', SITE, push));
    const first = await play.run('publish', code, '--yes');
    expect([first.code, first.err]).toEqual([1, expect.stringContaining('Run the same command again')]);
    play.bendHost((host) => host);
    await play.must('publish', code);
    const site = await play.files(SITE);
    expect([site.has(PAGE), site.has('content/note.txt')]).toEqual([true, false]);
  });

  it('that cannot be merged any more, because the site moved on, is made anew', async () => {
    const { play, code } = await due();
    const vendor = (): Promise<unknown> =>
      write(play, SITE, 'main', { 'content/vendors/globex.yaml': 'name: Globex Corporation\n' });
    play.bendHost(meddleBefore('openPull', SITE, vendor));
    expect((await play.run('publish', code, '--yes')).code).toBe(1);
    play.bendHost((host) => host);
    await play.must('publish', code);
    const site = await play.files(SITE);
    expect(site.has(PAGE)).toBe(true);
    expect(site.get('content/vendors/globex.yaml')).toBe('name: Globex Corporation\n');
  });
});

describe('what is public', () => {
  const english = (text: string): string =>
    `---\ntitle: Widget lacks access control\n---\n\n## Overview\n\n${text}\n\n## Impact\n\nSettings may be read.\n\n## Solution\n\n**Update**\n\nUpdate to the newest version.\n`;
  const path = PAGE.replace('.md', '.en.md');
  const translate = (text: string) => async (play: Rehearsal) => {
    const { repo, branch } = await play.room(scene().code);
    await write(play, repo, branch, { 'advisory.en.md': english(text) });
  };

  it('is not written over in a translation that somebody corrected', async () => {
    const { play, code } = await due(translate('Widget is open to all.'));
    await play.must('publish', code);
    await play.pullSite();
    const corrected = ((await play.files(SITE)).get(path) ?? '').replace('open to all', 'open to everybody');
    expect(corrected).toContain('everybody');
    await write(play, SITE, 'main', { [path]: corrected });
    play.setClock('2026-05-01T00:00:00Z');
    await play.must('correct', code, '--summary-ja', '訂正');
    await play.approveText(code);
    const { code: exit, err } = await play.run('publish', code, '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('is not what was published last')]);
    expect((await play.files(SITE)).get(path)).toBe(corrected);
  });

  it('can be corrected through the site’s repository when it came there as exported files', async () => {
    const { play, code } = await due(translate('Widget is open to all.'));
    await play.must('publish', code, '--export-dir', 'out');
    for (const name of [PAGE, path, 'content/vendors/globex.yaml'])
      await write(play, SITE, 'main', {
        [name]: readFileSync(join(play.home, name.replace('content', 'out')), 'utf8'),
      });
    await play.pullSite();
    play.setClock('2026-05-01T00:00:00Z');
    await play.must('correct', code, '--summary-ja', '訂正');
    await play.approveText(code);
    await play.must('publish', code);
    expect((await play.files(SITE)).get(PAGE)).toContain('訂正');
  });
});

describe('a scan before publication', () => {
  it('lets a vendor give its own address although the vendor takes part in another case', async () => {
    const { play, code } = await open();
    const head = await play.host().findHead(HUB, 'main');
    const contact = 'name: グロベックス\nlogins: [globex-psirt]\nemails: [psirt@globex.example]\n';
    await play.host().commit(HUB, 'main', {
      expectedHead: head,
      files: new Map([['vendors/globex.yaml', contact]]),
      message: 'x',
    });
    const other = await play.intake('Gadget の認証不備', '--product', 'Gadget');
    await play.must('accept', other, '--track', 'product');
    await play.must('open', other, '--vendor', 'globex');
    await play.say(code, 'globex-psirt', '/status affected: Write to psirt@globex.example.');
    await play.must('sync', code);
    await play.must('approve', code, '--vendor', 'globex');
    await play.must('sync', code);
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    play.setClock('2026-04-16T05:00:00Z');
    await play.must('publish', code);
    expect((await play.files(SITE)).get(PAGE)).toContain('psirt@globex.example');
  });

  it('does not take the name of the one repository of all cases for a secret of each', async () => {
    const play = await openRehearsal(await openFolderStage(), { mode: 'single-repo' });
    await play.setUp();
    await play.host().ensurePrivateRepo('cert/rooms', new Map([['README.md', 'Rooms\n']]));
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme', '--id', 'XVN#12345678');
    await play.writeDraft(code, (text) => finish(text).replace('設定を', 'chat rooms の設定を'));
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    play.setClock('2026-04-16T05:00:00Z');
    await play.must('publish', code);
    expect((await play.files(SITE)).get(PAGE)).toContain('chat rooms');
  });
});

describe('a publication', () => {
  it('heeds an objection that no sync has read yet', async () => {
    const { play, code } = await due();
    await play.say(code, 'globex-psirt', '/hold We need a week more');
    const { code: exit, err } = await play.run('publish', code, '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('globex: We need a week more')]);
    expect(await play.host().listBranches(SITE)).toEqual(['main']);
  });

  it('does not count an approval whose comment is gone, although no sync has seen that yet', async () => {
    const { play, code } = await open();
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    const { out } = await play.run('approve', code);
    const hash = /--text ([0-9a-f]{12})/.exec(out)?.[1] ?? '';
    await play.mustAs('alice', 'approve', code, '--text', hash);
    const comment = await play.say(code, 'bob', `/approve text ${hash}`);
    await play.must('sync', code);
    await play.remove(code, comment);
    play.setClock('2026-04-16T05:00:00Z');
    const { code: exit, err } = await play.run('publish', code, '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('has 1 (alice)')]);
  });

  it('is one, even if somebody takes the date back while it is made', async () => {
    const { play, code } = await due();
    const back = (): Promise<unknown> => play.mustAs('bob', 'move', code, 'coordinating');
    play.bendHost((host) => {
      play.bendHost((same) => same);
      return meddleBefore('mergePull', SITE, back)(host);
    });
    await play.must('publish', code);
    expect(await play.record(code)).toMatchObject({
      state: 'published',
      publishAt: '2026-04-16T14:00:00+09:00',
      publications: [{ revision: 1 }],
    });
  });

  it('shows who approves it the names of vendors that come with it', async () => {
    const { play, code } = await due();
    expect((await play.run('approve', code)).out).toContain('vendors/globex.yaml\nname: グロベックス');
  });
});
