import { describe, expect, it } from 'vitest';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { finish, HUB, openRehearsal, type Rehearsal, SITE } from '../builders/a-rehearsal.ts';

async function open(options: Parameters<typeof openRehearsal>[1] = {}): Promise<Rehearsal> {
  const play = await openRehearsal(await openFolderStage(), options);
  await play.setUp();
  return play;
}

const site = async (play: Rehearsal): Promise<string[]> => [...(await play.files(SITE)).keys()].toSorted();

describe('a website case', () => {
  it('ends as corrected, and nothing of it is ever published', async () => {
    const play = await open();
    const before = await site(play);
    const code = await play.intake(
      'SQL injection at shop.example',
      '--via',
      'email',
      '--contact',
      'f@finder.example',
    );
    await play.must('accept', code, '--track', 'website');
    expect((await play.run('open', code, '--yes')).err).toContain('is about a website: it has no room');
    expect((await play.run('schedule', code, '--at', '2026-12-01T00:00:00Z', '--yes')).err).toContain(
      'about a website',
    );
    await play.must('move', code, 'operator-contacted');
    await play.must('move', code, 'details-sent');
    const skipped = await play.run('move', code, 'published', '--yes');
    expect([skipped.code, skipped.err]).toEqual([1, expect.stringContaining('cannot go from details-sent')]);
    await play.must('move', code, 'corrected', '--note', 'The operator says so');
    await play.must('move', code, 'closed');
    expect(await site(play)).toEqual(before);
    expect((await play.run('list')).out).toBe('There are no open cases.');
  });
});

describe('a refused report', () => {
  it('keeps its reason, tells what to write to the finder, and stays out of the list', async () => {
    const play = await open();
    const code = await play.intake('It is slow', '--contact', 'f@finder.example');
    const out = await play.must(
      'refuse',
      code,
      '--reason',
      'not-a-vulnerability',
      '--note',
      'It is a matter of speed.',
    );
    expect(out).toContain('For the finder (f@finder.example)');
    expect(out).toContain('not a vulnerability. It is a matter of speed.');
    expect(await play.record(code)).toMatchObject({ state: 'refused', refusal: 'not-a-vulnerability' });
    expect((await play.run('list')).out).not.toContain(code);
    expect((await play.run('list', '--all')).out).toContain(code);
  });

  it('is asked for a reason that exists', async () => {
    const play = await open();
    const code = await play.intake('It is slow');
    const { code: exit, err } = await play.run('refuse', code, '--reason', 'not-a-vulnerabilty', '--yes');
    expect([exit, err]).toEqual([2, expect.stringContaining('Did you mean not-a-vulnerability?')]);
    expect(await play.record(code)).toMatchObject({ state: 'received' });
  });
});

describe('a developer who cannot be reached', () => {
  it('is published without a fix after a judgement, with the vendor told as notified', async () => {
    const play = await open();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'hooli');
    await play.must('notify', code, '--vendor', 'hooli', '--via', 'email');
    play.setClock('2026-08-01T00:00:00Z');
    const reminder = await play.must('remind', code);
    expect(reminder).toContain('hooli has no account. Please write to: secret-contact@hooli.example');
    await play.must('move', code, 'uncoordinatable');
    await play.must('move', code, 'judged', '--note', 'Committee of 1 August');
    // Nobody will mend it, which its readers must be told.
    await play.writeDraft(
      code,
      (draft) => `${finish(draft).trimEnd()}\n\nこの製品の使用を停止してください。\n`,
    );
    await play.must('schedule', code, '--at', '2026-08-03T00:00:00Z');
    await play.approveText(code);
    play.setClock('2026-08-03T00:00:00Z');
    await play.must('publish', code);
    const text = [...(await play.files(SITE))].find(
      ([path]) => path.includes('/2026/') && !path.includes('XVN10000001'),
    )?.[1];
    expect(text).toContain('status: notified');
    expect(text).not.toContain('secret-contact');
    expect(text).not.toContain('Committee');
  });
});

describe('publication without a host of the site', () => {
  it('writes the files into a content directory, and records it once', async () => {
    const play = await open();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme');
    await play.writeDraft(code, finish);
    await play.must('schedule', code, '--at', '2026-04-01T00:00:00Z');
    await play.approveText(code);
    play.setClock('2026-04-01T00:00:00Z');
    const before = await site(play);
    await play.must('publish', code, '--export-dir', 'content');
    expect(await site(play)).toEqual(before);
    const again = await play.run('publish', code, '--export-dir', 'content', '--yes');
    expect([again.code, again.out]).toEqual([0, expect.stringContaining('is public already')]);
    const ledger = (await play.files(HUB)).get(`ledger/${code}.jsonl`) ?? '';
    expect(ledger.match(/"act":"published"/g)).toHaveLength(1);
  });
});

describe('one room for each vendor', () => {
  it('shows no vendor that another one takes part, nor what it said', async () => {
    const play = await open({ mode: 'room-per-vendor' });
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme', '--vendor', 'initech');
    await play.say(code, 'acme-psirt', '/status not affected: ACME-ALONE-CANARY', 'acme');
    await play.must('sync', code);
    await play.must('approve', code, '--vendor', 'acme');
    await play.must('sync', code);
    const own = await play.draft(code, 'acme');
    expect(own).toContain('ACME-ALONE-CANARY');
    const { repo } = await play.room(code, 'initech');
    for (const branch of await play.host().listBranches(repo)) {
      for (const [path, text] of await play.files(repo, branch))
        expect(`${path}\n${text}`).not.toMatch(/acme/i);
    }
    const comments = await play.comments(code, 'initech');
    expect(comments.map(({ body }) => body).join('\n')).not.toMatch(/acme/i);
    expect(await play.host().listReaders(repo)).toEqual(['initech-psirt']);
    const main = await play.room(code);
    expect(await play.host().listReaders(main.repo)).toEqual([]);
    expect(await play.draft(code)).toContain('ACME-ALONE-CANARY');
  });
});

describe('one repository for all cases', () => {
  it('keeps each case on a branch of its own with a name that tells nothing', async () => {
    const play = await open({ mode: 'single-repo' });
    await play.host().ensurePrivateRepo('cert/rooms', new Map([['README.md', 'Rooms\n']]));
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme');
    const { repo, branch } = await play.room(code);
    expect([repo, branch]).toEqual(['cert/rooms', expect.stringMatching(/^draft-[a-z0-9]{6}$/)]);
    await play.say(code, 'acme-psirt', '/status affected');
    await play.must('sync', code);
    await play.must('approve', code, '--vendor', 'acme');
    await play.must('sync');
    expect(await play.draft(code)).toContain('status: affected');
    await play.must('move', code, 'not-a-vulnerability');
    await play.must('move', code, 'closed');
    expect(await play.host().findRepo('cert/rooms')).toMatchObject({ isArchived: false });
  });
});
