import { beforeAll, describe, expect, it } from 'vitest';
import { type FolderStage, openFolderStage } from '../builders/a-folder-stage.ts';
import { HUB, openRehearsal, type Rehearsal } from '../builders/a-rehearsal.ts';
import { sharedFolder } from '../builders/tree.ts';

let scene: { stage: FolderStage; code: string };

const [repositories, home] = [sharedFolder(), sharedFolder()];

beforeAll(async () => {
  const stage = await openFolderStage(repositories);
  const play = await openRehearsal(stage, { home });
  await play.setUp();
  const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
  await play.must('accept', code, '--track', 'product');
  await play.must('open', code, '--vendor', 'acme', '--vendor', 'initech');
  scene = { stage, code };
});

/** A case with two vendors in one room. */
async function openCase(): Promise<{ play: Rehearsal; code: string }> {
  const play = await openRehearsal(scene.stage.fork());
  play.setClock('2026-03-04T01:00:00Z');
  return { play, code: scene.code };
}

interface Row {
  vendor: string;
  latest?: { answer: { status: string; statement?: string } };
  shown?: { answer: { status: string; statement?: string } };
  isPending: boolean;
  isSourceRemoved: boolean;
}

async function row(play: Rehearsal, code: string, vendor: string): Promise<Row> {
  const { vendors } = (await play.record(code)) as unknown as { vendors: Row[] };
  const found = vendors.find((one) => one.vendor === vendor);
  if (found === undefined) throw new Error(`${vendor} is not in the case.`);
  return found;
}

describe('a vendor who', () => {
  it('writes another vendor’s row changes nothing, and is told so', async () => {
    const { play, code } = await openCase();
    await play.say(code, 'acme-psirt', '/record initech affected via email 2026-03-03');
    await play.must('sync', code);
    expect((await row(play, code, 'initech')).latest).toBeUndefined();
    expect((await play.comments(code)).at(-1)?.body).toMatch(/coordinators/i);
  });

  it('copies our marker does not take the place of our comment, and acts with nothing', async () => {
    const { play, code } = await openCase();
    await play.say(code, 'acme-psirt', '<!-- kairan:status -->\n| Acme | Not Vulnerable |');
    await play.must('sync', code);
    const comments = await play.comments(code);
    expect(comments.filter(({ body }) => body.startsWith('<!-- kairan:status -->'))).toHaveLength(2);
    expect(comments.find(({ author }) => author === 'acme-psirt')?.body).toContain('Not Vulnerable');
    expect((await row(play, code, 'acme')).latest).toBeUndefined();
  });

  it.each([
    ['a quote', '> /status not affected'],
    ['a fence', '```\n/status not affected\n```'],
    ['code', '`/status not affected`'],
    ['an HTML comment', '<!--\n/status not affected\n-->'],
    ['details', '<details>\n\n/status not affected\n\n</details>'],
    ['a list', '- /status not affected'],
    ['a sentence', 'We will write /status not affected later'],
  ])('hides a command in %s says nothing', async (_, body) => {
    const { play, code } = await openCase();
    await play.say(code, 'acme-psirt', body);
    await play.must('sync', code);
    expect((await row(play, code, 'acme')).latest).toBeUndefined();
  });

  it('edits after the approval leaves shown what was approved, until it is approved again', async () => {
    const { play, code } = await openCase();
    const comment = await play.say(code, 'acme-psirt', '/status not affected: We do not ship it.');
    await play.must('sync', code);
    await play.must('approve', code, '--vendor', 'acme');
    play.setClock('2026-03-05T01:00:00Z');
    await play.edit(code, comment, 'acme-psirt', '/status not affected: Our product is the safest.');
    await play.must('sync', code);
    expect(await row(play, code, 'acme')).toMatchObject({
      shown: { answer: { statement: 'We do not ship it.' } },
      latest: { answer: { statement: 'Our product is the safest.' } },
      isPending: true,
    });
    const draft = await play.draft(code);
    expect(draft).toContain('We do not ship it.');
    expect(draft).not.toContain('the safest');
    const sticky = (await play.comments(code)).find(({ body }) => body.startsWith('<!-- kairan:status -->'));
    expect(sticky?.body).not.toContain('the safest');
  });

  it('asks for the row of another time is refused: a row that changed is not approved unseen', async () => {
    const { play, code } = await openCase();
    const comment = await play.say(code, 'acme-psirt', '/status affected');
    await play.must('sync', code);
    const { latest } = (await row(play, code, 'acme')) as unknown as { latest: { row: string } };
    await play.edit(code, comment, 'acme-psirt', '/status not affected');
    await play.must('sync', code);
    const { code: exit, err } = await play.run(
      'approve',
      code,
      '--vendor',
      'acme',
      '--row',
      latest.row.slice(0, 12),
      '--yes',
    );
    expect([exit, err]).toEqual([1, expect.stringContaining('has changed')]);
  });
});

describe('comments', () => {
  it('edited by somebody else keep what their author said', async () => {
    const { play, code } = await openCase();
    const comment = await play.say(code, 'acme-psirt', '/status not affected');
    await play.must('sync', code);
    await play.edit(code, comment, 'bob', '/status affected');
    await play.must('sync', code);
    expect((await row(play, code, 'acme')).latest?.answer.status).toBe('not-affected');
  });

  it('of people who take no part are answered once and never act', async () => {
    const { play, code } = await openCase();
    await play.say(code, 'mallory', '/status affected');
    await play.must('sync', code);
    await play.must('sync', code);
    const replies = (await play.comments(code)).filter(
      ({ body }) => body.includes('mallory') && body.startsWith('<!--'),
    );
    expect(replies).toHaveLength(1);
    const ledger = (await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '';
    expect(ledger).not.toContain('mallory');
  });

  it('with a mistake are answered once in words, however often they are read', async () => {
    const { play, code } = await openCase();
    await play.say(code, 'acme-psirt', '/status afected');
    await play.must('sync', code);
    const before = (await play.comments(code)).length;
    expect((await play.run('sync', code, '--yes')).out).toContain('There is nothing to do.');
    expect(await play.comments(code)).toHaveLength(before);
    expect((await play.comments(code)).at(-1)?.body).toContain('affected');
  });

  it('that are deleted leave the answer, marked for the coordinator', async () => {
    const { play, code } = await openCase();
    const comment = await play.say(code, 'acme-psirt', '/status affected');
    await play.must('sync', code);
    await play.remove(code, comment);
    await play.must('sync', code);
    expect(await row(play, code, 'acme')).toMatchObject({
      latest: { answer: { status: 'affected' } },
      isSourceRemoved: true,
    });
  });

  it('read by two at once are recorded once', async () => {
    const { play, code } = await openCase();
    await play.say(code, 'acme-psirt', '/status affected');
    await play.say(code, 'initech-psirt', '/status not affected');
    const both = await Promise.all([
      play.runAs('alice', 'sync', code, '--yes'),
      play.runAs('bob', 'sync', code, '--yes'),
    ]);
    const failed = both.filter(({ code: exit }) => exit !== 0);
    // One may be told that the other was faster; running it again is then all that is needed.
    for (const { err } of failed) expect(err).toContain('Run the same command again');
    await play.must('sync', code);
    const ledger = (await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '';
    expect(ledger.match(/"act":"answered"/g)).toHaveLength(2);
    expect((await play.run('verify')).code).toBe(0);
  });
});
