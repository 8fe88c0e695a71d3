import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Host } from '../../scripts/host/host.ts';
import { type FolderStage, openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, HUB, openRehearsal, type Rehearsal, SITE } from '../builders/a-rehearsal.ts';
import { crashAfter } from '../builders/crash-after.ts';
import { sharedFolder } from '../builders/tree.ts';

const [repositories, home] = [sharedFolder(), sharedFolder()];
const PAGE = 'content/advisories/2026/XVN12345678.md';
let scene: { stage: FolderStage; code: string };

beforeAll(async () => {
  const stage = await openFolderStage(repositories);
  const play = await openRehearsal(stage, { home });
  await play.setUp();
  const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
  await play.must('accept', code, '--track', 'product');
  await play.must('open', code, '--vendor', 'acme', '--vendor', 'globex', '--id', 'XVN#12345678');
  scene = { stage, code };
});

async function open(): Promise<{ play: Rehearsal; code: string }> {
  return { play: await openRehearsal(scene.stage.fork()), code: scene.code };
}

/** A case whose moment has come, approved by both. */
async function due(more?: (play: Rehearsal) => Promise<void>): Promise<{ play: Rehearsal; code: string }> {
  const { play, code } = await open();
  await play.writeDraft(code, finish);
  await more?.(play);
  await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00');
  await approve(play, code);
  play.setClock('2026-04-16T05:00:00Z');
  return { play, code };
}

async function approve(play: Rehearsal, code: string): Promise<void> {
  const { out } = await play.run('approve', code);
  const hash = /--text ([0-9a-f]{12})/.exec(out)?.[1] ?? '';
  await play.mustAs('alice', 'approve', code, '--text', hash);
  await play.mustAs('bob', 'approve', code, '--text', hash);
}

async function write(play: Rehearsal, repo: string, branch: string, files: Record<string, string>) {
  const host = play.host();
  const head = await host.findHead(repo, branch);
  const from = await host.findHead(repo, 'main');
  const change = { expectedHead: head, files: new Map(Object.entries(files)), message: 'x' };
  return await host.commit(repo, branch, head === undefined && from ? { ...change, from } : change);
}

/** Does something once, just before the first call of a method that is asked about a repository. */
function before(method: keyof Host, repo: string, meddle: () => Promise<unknown>): (host: Host) => Host {
  let isDone = false;
  return (host) =>
    new Proxy(host, {
      get(target, name, receiver) {
        const found: unknown = Reflect.get(target, name, receiver);
        if (name !== method || typeof found !== 'function') return found;
        return async (...args: unknown[]): Promise<unknown> => {
          if (!isDone && args[0] === repo) {
            isDone = true;
            await meddle();
          }
          return (await (found as (...given: unknown[]) => unknown).apply(target, args)) as unknown;
        };
      },
    });
}

const acts = async (play: Rehearsal, code: string): Promise<string[]> =>
  [...((await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '').matchAll(/"act":"([a-z-]+)"/g)].map(
    ([, act = '']) => act,
  );

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
    const crash = crashAfter(1);
    play.bendHost(before('openPull', SITE, () => Promise.reject(new Error('power cut'))));
    await expect(play.run('publish', code, '--yes')).rejects.toThrow();
    play.bendHost((host) => host);
    expect(crash.hasBroken()).toBe(false);
    await write(play, SITE, 'publish/XVN12345678', { '.github/workflows/evil.yml': 'theirs' });
    await play.must('publish', code);
    const site = await play.files(SITE);
    expect([site.has(PAGE), site.has('.github/workflows/evil.yml')]).toEqual([true, false]);
  });

  it('to which somebody pushes between our commit and its merge is not merged', async () => {
    const { play, code } = await due();
    const push = (): Promise<unknown> =>
      write(play, SITE, 'publish/XVN12345678', { 'content/note.txt': 'theirs' });
    play.bendHost(before('openPull', SITE, push));
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
    play.bendHost(before('openPull', SITE, vendor));
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
    `---\ntitle: Widget lacks access control\n---\n\n## Overview\n\n${text}\n`;
  const path = PAGE.replace('.md', '.en.md');
  const translate = (text: string) => async (play: Rehearsal) => {
    const { repo, branch } = await play.room(scene.code);
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
    await approve(play, code);
    const { code: exit, err } = await play.run('publish', code, '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('is not what was published last')]);
    expect((await play.files(SITE)).get(path)).toBe(corrected);
  });

  it('can be corrected through the site’s repository when it came there as exported files', async () => {
    const { play, code } = await due(translate('Widget is open to all.'));
    await play.must('publish', code, '--export-dir', 'out');
    const { readFileSync } = await import('node:fs');
    for (const name of [PAGE, path, 'content/vendors/globex.yaml'])
      await write(play, SITE, 'main', {
        [name]: readFileSync(join(play.home, name.replace('content', 'out')), 'utf8'),
      });
    await play.pullSite();
    play.setClock('2026-05-01T00:00:00Z');
    await play.must('correct', code, '--summary-ja', '訂正');
    await approve(play, code);
    await play.must('publish', code);
    expect((await play.files(SITE)).get(PAGE)).toContain('訂正');
  });
});

describe('a ledger', () => {
  it('takes nothing in that it could not tell, when another coordinator was faster', async () => {
    const { play, code } = await open();
    play.bendHost(
      before('commit', HUB, () =>
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
    play.bendHost(before('commit', HUB, meddle));
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
    ['move', ['closed', '--note', ' ']],
    ['move', ['not-a-vulnerability', '--note', 'x'.repeat(10_001)]],
  ])('refuses in words what does not fit it: %s %j', async (verb, args) => {
    const { play, code } = verb === 'correct' ? await due() : await open();
    if (verb === 'correct') await play.must('publish', code);
    const known = await acts(play, code);
    expect((await play.run(verb, code, ...args, '--yes')).code).not.toBe(0);
    expect(await acts(play, code)).toEqual(known);
  });
});

describe('the end of a case', () => {
  it('is reached again after any single call of it broke', async () => {
    const stage = scene.stage.fork();
    await (await openRehearsal(stage)).must('move', scene.code, 'not-a-vulnerability');
    for (let count = 1; ; count += 1) {
      const play = await openRehearsal(stage.fork());
      const breaking = crashAfter(count);
      play.bendHost(breaking.bend);
      await play.run('move', scene.code, 'closed', '--yes');
      play.bendHost((host) => host);
      await play.must('move', scene.code, 'closed');
      const { rooms } = (await play.record(scene.code)) as unknown as {
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
    play.bendHost(before('ensurePrivateRepo', '', () => Promise.resolve()));
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

describe('a repository that is public', () => {
  it('never gets the draft of a case', async () => {
    const play = await openRehearsal(await openFolderStage(), { mode: 'single-repo' });
    await play.setUp();
    const host = play.host() as Host & {
      ensurePublicRepo: (repo: string, files: Map<string, string>) => Promise<void>;
    };
    await host.ensurePublicRepo('cert/rooms', new Map([['README.md', 'x']]));
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    const { code: exit, err } = await play.run('open', code, '--vendor', 'acme', '--yes');
    expect([exit, err]).toEqual([1, expect.stringContaining('cert/rooms')]);
    expect(await play.host().listBranches('cert/rooms')).toEqual(['main']);
  });

  it('never gets a report as its hub', async () => {
    const { play } = await open();
    const host = play.host() as Host & {
      ensurePublicRepo: (repo: string, files: Map<string, string>) => Promise<void>;
    };
    await host.ensurePublicRepo('cert/public-hub', (await play.files(HUB)) as Map<string, string>);
    writeFileSync(join(play.home, 'r.txt'), 'steps');
    const { code: exit, err } = await play.run(
      ...['intake', '--file', 'r.txt', '--title', 'Secret', '--hub', 'cert/public-hub', '--yes'],
    );
    expect([exit, err]).toEqual([1, expect.stringContaining('cert/public-hub')]);
    expect([...(await play.files('cert/public-hub')).values()].join('\n')).not.toContain('Secret');
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
    await approve(play, code);
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
    await approve(play, code);
    play.setClock('2026-04-16T05:00:00Z');
    await play.must('publish', code);
    expect((await play.files(SITE)).get(PAGE)).toContain('chat rooms');
  });
});

describe('a hostile report', () => {
  const ESCAPE = '\u001b]52;c;ZWNobyBoaQ==\u0007\u009b2J\u202e';

  it('steers no terminal through its title, nor through an answer', async () => {
    const { play } = await open();
    const code = await play.intake(`Widget ${ESCAPE}`, '--product', 'Widget');
    const outputs = [
      await play.run('accept', code, '--track', 'product', '--yes'),
      await play.run('open', code, '--vendor', 'acme', '--yes'),
      await play.run('show', code),
      await play.run('show', code, '--format', 'json'),
      await play.run('list'),
      await play.run('list', '--format', 'json'),
      await play.run('schedule', code, '--at', '2026-04-16T14:00:00+09:00', '--yes'),
    ];
    await play.say(code, 'acme-psirt', '/hold x');
    for (const { out, err } of outputs) expect(out + err).not.toMatch(/[\u001b\u0007\u009b\u202e]/u);
  });

  it('with names of nothing does not keep back the next one', async () => {
    const { play } = await open();
    const report = { text: 't', finder: 'finn', receivedAt: '2026-03-01T00:00:00Z' };
    const reports = [
      { ...report, reference: 'GHSA-aaaa-bbbb-cccc', title: '  ', product: ' ' },
      { ...report, reference: 'GHSA-dddd-eeee-ffff', title: 'Second', receivedAt: '' },
    ];
    play.bendHost((host) => ({ ...host, listReports: () => Promise.resolve(reports) }));
    await play.must('intake');
    const { out } = await play.run('list');
    expect(out).toContain('GHSA-aaaa-bbbb-cccc');
    expect(out).toContain('Second');
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

describe('verify', () => {
  it('goes on when an archive of the built site cannot be opened', async () => {
    const { play } = await open();
    mkdirSync(join(play.home, 'dist'));
    writeFileSync(join(play.home, 'dist/broken.gz'), 'no archive');
    writeFileSync(join(play.home, 'dist/broken.zip'), 'no archive');
    writeFileSync(join(play.home, 'dist/page.html'), 'XVN#12345678');
    const { code: exit, err } = await play.run('verify', '--dist', 'dist');
    expect([exit, err]).toEqual([1, expect.stringContaining('page.html')]);
    expect(err).toContain('broken.gz');
  });
});
