import { beforeAll, describe, expect, it } from 'vitest';
import { type FolderStage, openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, HUB, openRehearsal, type Rehearsal, SITE } from '../builders/a-rehearsal.ts';
import { sharedFolder } from '../builders/tree.ts';

const [repositories, home] = [sharedFolder(), sharedFolder()];
let scene: { stage: FolderStage; code: string };

beforeAll(async () => {
  const stage = await openFolderStage(repositories);
  const play = await openRehearsal(stage, { home });
  await play.setUp();
  const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
  await play.must('accept', code, '--track', 'product');
  scene = { stage, code };
});

async function open(language: 'ja' | 'en' = 'en'): Promise<{ play: Rehearsal; code: string }> {
  return { play: await openRehearsal(scene.stage.fork(), { language }), code: scene.code };
}

async function write(
  play: Rehearsal,
  repo: string,
  files: Record<string, string | undefined>,
  branch = 'main',
) {
  const head = await play.host().findHead(repo, branch);
  await play
    .host()
    .commit(repo, branch, { expectedHead: head, files: new Map(Object.entries(files)), message: 'x' });
}

describe('a verb', () => {
  it('that does not exist is a wrong usage, with the one that was meant', async () => {
    const { play } = await open();
    expect(await play.run('pubish', '--due')).toEqual({
      code: 2,
      out: '',
      err: 'unknown-verb pubish → publish',
    });
  });

  it('without its case, or with an unknown flag, is a wrong usage', async () => {
    const { play, code } = await open();
    expect((await play.run('accept', '--track', 'product')).code).toBe(2);
    expect((await play.run('accept', code, '--treck', 'product')).code).toBe(2);
    expect((await play.run('accept', code, 'more')).code).toBe(2);
  });

  it('prints its plan and changes nothing without --yes', async () => {
    const { play, code } = await open();
    const before = await play.host().findHead(HUB, 'main');
    const { code: exit, out } = await play.run('open', code, '--vendor', 'acme');
    expect(exit).toBe(0);
    expect(out).toContain('Prepare the room: private repository, draft advisory, draft pull request');
    expect(out).toContain('Nothing has been changed. To do it, run the same command with --yes.');
    expect(await play.host().findHead(HUB, 'main')).toBe(before);
    expect((await play.run('open', code, '--vendor', 'acme', '--yes', '--dry-run')).out).toContain(
      'Nothing has been changed',
    );
  });

  it('says in Japanese what stands against it', async () => {
    const { play, code } = await open('ja');
    const { err } = await play.run('publish', code, '--yes');
    expect(err).toBe(
      `案件 ${code}(accepted(受理))に、公開する予定のものはありません。npm run case -- schedule、correct、withdraw のどれかで決めてください。`,
    );
  });

  it('is refused to people who are no coordinators, whatever they are on the host', async () => {
    const { play, code } = await open();
    for (const login of ['acme-psirt', 'mallory']) {
      const { code: exit, err } = await play.runAs(login, 'show', code);
      expect([exit, err]).toEqual([1, expect.stringContaining(`${login} is no coordinator.`)]);
    }
  });
});

describe('a case', () => {
  it('that does not exist is answered with the nearest one', async () => {
    const { play, code } = await open();
    const typed = code.slice(0, 4) + code.slice(5);
    expect((await play.run('show', typed)).err).toContain(`Did you mean ${code}?`);
  });

  it.each([
    [
      'schedule',
      ['--at', '2026-04-16T14:00:00+09:00'],
      'is accepted. This can be done when it is: coordinating',
    ],
    [
      'schedule',
      ['--at', '2026-04-16'],
      'needs a moment with its offset, such as 2026-12-18T14:00:00+09:00',
      2,
    ],
    [
      'schedule',
      ['--at', '2026-01-01T00:00:00Z'],
      '2026-01-01T00:00:00Z is over (it is 2026-03-02T01:00:00Z).',
    ],
    ['correct', ['--summary-en', 'x'], 'This can be done when it is: published'],
    ['embargo', ['exit'], 'The embargo of case'],
    ['approve', ['--vendor', 'acme'], 'acme takes no part in case'],
    ['open', ['--vendor', 'acmee'], 'The hub has no vendor acmee. Did you mean acme?'],
    ['open', ['--id', 'JVN#12345678'], 'fits no family of site.yaml', 2],
    ['open', ['--id', 'XVN#10000001'], 'The identifier XVN#10000001 is taken.'],
    ['preview', [], 'has no room'],
  ])('is not brought out of order: %s %j', async (verb, args, words, wanted = 1) => {
    const { play, code } = await open();
    const before = await play.host().findHead(HUB, 'main');
    const { code: exit, err } = await play.run(verb, code, ...args, '--yes');
    expect([exit, err]).toEqual([wanted, expect.stringContaining(words)]);
    expect(await play.host().findHead(HUB, 'main')).toBe(before);
  });
});

describe('a hub', () => {
  it('with wrong settings says which, where, and why', async () => {
    const { play } = await open();
    await write(play, HUB, {
      'hub.yaml': 'site: cert/site\nrooms: cert\nbot: advisory-bot\ncoordinatos: [alice]\n',
    });
    const { code, err } = await play.run('list');
    expect(code).toBe(1);
    expect(err).toContain('hub.yaml:4:1');
    expect(err).toContain('coordinators');
  });

  it('with a broken ledger goes on with the other cases, and changes nothing in the broken one', async () => {
    const { play, code } = await open();
    const other = await play.intake('Gadget', '--product', 'Gadget');
    const ledger = (await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '';
    await write(play, HUB, { [`ledger/${code}.jsonl`]: ledger.replace('Widget', 'Wodget') });
    const { code: exit, out, err } = await play.run('list');
    expect([exit, out, err]).toEqual([
      1,
      expect.stringContaining(other),
      expect.stringContaining(`The ledger of case ${code} is broken: line 2: ledger-chain`),
    ]);
    expect((await play.run('open', code, '--yes')).err).toContain('Bring the right version back');
    expect((await play.run('verify')).code).toBe(1);
  });

  it('whose ledger lost its end is told by its history', async () => {
    const { play, code } = await open();
    const ledger = (await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '';
    await write(play, HUB, { [`ledger/${code}.jsonl`]: ledger.slice(0, ledger.indexOf('\n') + 1) });
    expect((await play.run('list')).code).toBe(0);
    const { code: exit, err } = await play.run('verify');
    expect([exit, err]).toEqual([
      1,
      expect.stringContaining(`${code}: the end of the ledger was cut off (it once had 2 lines)`),
    ]);
  });
});

describe('a room', () => {
  it('that was half made, or lost its parts, is made whole by the same command', async () => {
    const { play, code } = await open();
    await play.must('open', code, '--vendor', 'acme');
    const { repo } = await play.room(code);
    await play.host().removeReader(repo, 'acme-psirt');
    const { out } = await play.run('open', code, '--yes');
    expect(out).toContain('Invite acme to read: acme-psirt');
    expect(await play.host().listReaders(repo)).toEqual(['acme-psirt']);
    expect((await play.run('open', code, '--yes')).out).toContain('There is nothing to do.');
  });

  it('whose draft is broken says so with its place, and publishes nothing', async () => {
    const { play, code } = await open();
    await play.must('open', code, '--vendor', 'acme');
    await play.writeDraft(code, (draft) => finish(draft).replace('tlp: CLEAR', 'tlp: CLEAR\nsecretNote: x'));
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    const { code: exit, err } = await play.run('approve', code);
    expect([exit, err]).toEqual([1, expect.stringMatching(/advisory\.md:6:1 .*secretNote/s)]);
    await play.writeDraft(code, (draft) => draft.replace('secretNote: x', 'secretNote: ['));
    expect((await play.run('sync', code)).err).toMatch(/advisory\.md:\d+:\d+ {2}YML\d+/);
  });

  it('that holds unfinished hints is not published', async () => {
    const { play, code } = await open();
    await play.must('open', code, '--vendor', 'acme');
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    play.setClock('2026-04-20T00:00:00Z');
    const { code: exit, err } = await play.run('publish', '--due', '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('does not pass the checks of the site')]);
    expect(await play.host().listBranches(SITE)).toEqual(['main']);
  });

  it('whose text changed after the approvals needs them anew', async () => {
    const { play, code } = await open();
    await play.must('open', code, '--vendor', 'acme');
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    await play.writeDraft(code, (draft) => draft.replace('遠隔の', '近くの'));
    play.setClock('2026-04-20T00:00:00Z');
    const { err } = await play.run('publish', code, '--yes');
    expect(err).toContain('Approvals of an earlier text do not count: alice, bob.');
  });
});

describe('a publication whose moment passed while nobody could reach the site', () => {
  it('is made by the next run, with the moment that was agreed', async () => {
    const { play, code } = await open();
    await play.must('open', code, '--vendor', 'acme');
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    play.setClock('2026-04-19T00:00:00Z');
    await play.must('publish', '--due');
    const texts = [...(await play.files(SITE)).values()].join('\n');
    expect(texts).toContain('publishedAt: 2026-04-16T14:00:00+09:00');
  });

  it('is not written over what somebody changed in public', async () => {
    const { play, code } = await open();
    await play.must('open', code, '--vendor', 'acme', '--id', 'XVN#12345678');
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
    await play.approveText(code);
    await write(play, SITE, { 'content/advisories/2026/XVN12345678.md': 'somebody was here\n' });
    play.setClock('2026-04-19T00:00:00Z');
    const { code: exit, err } = await play.run('publish', code, '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('is not what was published last')]);
  });
});
