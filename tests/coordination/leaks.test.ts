import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { type FolderStage, openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, HUB, openRehearsal, type Rehearsal, SITE } from '../builders/a-rehearsal.ts';
import { sharedFolder } from '../builders/tree.ts';

/** A word for each private place. None of them may stand in a public byte before the moment, and most never. */
const CANARIES = {
  title: 'TITLE-CANARY-5c1e4d20',
  product: 'PRODUCT-CANARY-1b77a0',
  finder: 'Finder-Canary-9e21',
  contact: 'finder-canary@private.example',
  note: 'NOTE-CANARY-33aa90',
  body: 'BODY-CANARY-0f6ab2 という語を含む、まだ公表されていない文です',
  comment: 'COMMENT-CANARY-7fd0 is said in the room only',
  pending: 'PENDING-CANARY-88bc waits for nobody’s approval yet',
  hold: 'HOLD-CANARY-2d4c because of a fair',
  yaml: 'YAML-CANARY-6e0d',
  html: 'HTML-CANARY-91cf',
};

let scene: { stage: FolderStage; code: string; id: string; room: string };

const [repositories, home] = [sharedFolder(), sharedFolder()];

beforeAll(async () => {
  const stage = await openFolderStage(repositories);
  const play = await openRehearsal(stage, { home });
  await play.setUp();
  const code = await play.intake(
    `Widget ${CANARIES.title}`,
    ...['--product', CANARIES.product, '--finder', CANARIES.finder, '--contact', CANARIES.contact],
  );
  await play.must('accept', code, '--track', 'product', '--note', CANARIES.note);
  await play.must('open', code, '--vendor', 'acme', '--vendor', 'initech');
  await play.say(code, 'acme-psirt', `${CANARIES.comment}\n\n/status affected: Update to 2.4.1.`);
  await play.say(code, 'initech-psirt', `/status affected: ${CANARIES.pending}\n\n/hold ${CANARIES.hold}`);
  await play.must('sync', code);
  await play.must('approve', code, '--vendor', 'acme');
  await play.must('sync', code);
  await play.writeDraft(code, (draft) =>
    finish(draft)
      .replace('\nvulnerabilities:', `\n# ${CANARIES.yaml}\nvulnerabilities:`)
      .replace('product: PRODUCT-CANARY-1b77a0', 'product: Widget')
      .replace(/^title: .*$/m, 'title: Widget におけるアクセス制限不備の脆弱性')
      .replace('## 想定される影響', `${CANARIES.body}。\n\n<!-- ${CANARIES.html} -->\n\n## 想定される影響`),
  );
  await play.must('schedule', code, '--at', '2026-04-16T14:00:00+09:00', '--despite-hold');
  const { id } = (await play.record(code)) as unknown as { id: string };
  scene = { stage, code, id, room: (await play.room(code)).repo };
}, 120_000);

/** All that the public can read of the site's repository. */
async function publicWords(play: Rehearsal): Promise<string> {
  const host = play.host();
  const words = (await host.listPublicWords(SITE)).map(({ place, text }) => `${place} ${text}`);
  for (const branch of await host.listBranches(SITE)) {
    for (const [path, text] of await play.files(SITE, branch)) words.push(path, text);
  }
  return words.join('\n');
}

describe('before the moment of publication', () => {
  it('no word of the case stands in any public byte', async () => {
    const play = await openRehearsal(scene.stage.fork());
    const said = await publicWords(play);
    for (const word of [...Object.values(CANARIES), scene.code, scene.id, scene.room, 'initech-psirt', HUB])
      expect(said).not.toContain(word);
    expect((await play.run('verify')).code).toBe(0);
  });

  it('nothing is pushed, not even a branch', async () => {
    const play = await openRehearsal(scene.stage.fork());
    play.setClock('2026-04-16T04:59:59Z');
    for (const args of [
      ['publish', scene.code],
      ['publish', '--due'],
    ])
      await play.run(...args, '--yes');
    expect(await play.host().listBranches(SITE)).toEqual(['main']);
  });

  it.each([
    ['a file', async (play: Rehearsal) => addFile(play, 'content/note.txt', `see Widget ${CANARIES.title}`)],
    [
      'a file’s name',
      async (play: Rehearsal) => addFile(play, `content/${scene.id.replace('#', '')}.md`, 'x'),
    ],
    ['a sentence of the draft', async (play: Rehearsal) => addFile(play, 'a.txt', `${CANARIES.body}。`)],
    ['an answer that nobody approved', async (play: Rehearsal) => addFile(play, 'a.txt', CANARIES.pending)],
    ['the finder’s address', async (play: Rehearsal) => addFile(play, 'a.txt', `to ${CANARIES.contact}.`)],
    ['a commit message', async (play: Rehearsal) => addFile(play, 'a.txt', 'x', `work on ${scene.id}`)],
    [
      'a branch',
      async (play: Rehearsal) => {
        const head = (await play.host().findHead(SITE, 'main')) ?? '';
        const files = new Map([['b.txt', 'b']]);
        await play
          .host()
          .commit(SITE, `wip-${scene.code}`, { expectedHead: undefined, from: head, files, message: 'b' });
      },
    ],
  ])('verify finds a word that got into %s, and does not repeat it', async (_, leak) => {
    const play = await openRehearsal(scene.stage.fork());
    await leak(play);
    const { code, out, err } = await play.run('verify');
    expect([code, err]).toEqual([1, expect.stringContaining(`holds words of case ${scene.code}`)]);
    for (const word of Object.values(CANARIES)) expect(out + err).not.toContain(word);
  });

  it('verify finds a word in a built site, in archives too', async () => {
    const play = await openRehearsal(scene.stage.fork());
    mkdirSync(join(play.home, 'dist/search-index'), { recursive: true });
    const bytes = Buffer.concat([
      Buffer.from([0xff, 0x00, 0x81]),
      Buffer.from(`Widget ${CANARIES.title}`),
      Buffer.from([0]),
    ]);
    writeFileSync(join(play.home, 'dist/search-index/a.bin'), bytes);
    const { code, err } = await play.run('verify', '--dist', 'dist');
    expect([code, err]).toEqual([1, expect.stringContaining('search-index/a.bin: holds words of case')]);
  });
});

describe('when the case is published', () => {
  it('only its public text is, and nothing of who said it, where and when', async () => {
    const play = await openRehearsal(scene.stage.fork());
    await play.approveText(scene.code);
    play.setClock('2026-04-16T05:00:00Z');
    await play.must('publish', scene.code, '--despite-hold');
    const said = await publicWords(play);
    const { body, ...secret } = CANARIES;
    expect(said).toContain(body);
    expect(said).toContain('Update to 2.4.1.');
    for (const word of [...Object.values(secret), scene.room, scene.code, 'acme-psirt', 'alice', 'bob', HUB])
      expect(said).not.toContain(word);
  });
});

async function addFile(play: Rehearsal, path: string, text: string, message = 'x'): Promise<void> {
  const head = await play.host().findHead(SITE, 'main');
  await play.host().commit(SITE, 'main', { expectedHead: head, files: new Map([[path, text]]), message });
}
