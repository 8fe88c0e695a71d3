import { describe, expect, it } from 'vitest';
import { openFolderStage } from '../builders/a-folder-stage.ts';
import { HUB, openRehearsal } from '../builders/a-rehearsal.ts';

describe('the workflow of a room', () => {
  it('answers mistakes at once and once, knows no hub, and leaves what it understood to the coordinators', async () => {
    const play = await openRehearsal(await openFolderStage());
    await play.setUp();
    const code = await play.intake('Widget のアクセス制限不備', '--product', 'Widget');
    await play.must('accept', code, '--track', 'product');
    await play.must('open', code, '--vendor', 'acme');
    const { repo, pull } = await play.room(code);
    await play.say(code, 'acme-psirt', '/status afected');
    await play.say(code, 'acme-psirt', '/status affected');
    await play.say(code, 'mallory', '/status affected');
    const before = (await play.files(HUB)).get(`ledger/${code}.jsonl`);
    const answer = ['answer', '--room', repo, '--pull', String(pull), '--hub', 'nobody/knows'];
    expect(await play.runAs('advisory-bot', ...answer)).toEqual({ code: 0, out: '', err: '' });
    expect((await play.runAs('advisory-bot', ...answer)).code).toBe(0);
    const replies = (await play.comments(code)).filter(({ body }) => body.startsWith('<!-- kairan:reply '));
    expect(replies.map(({ author }) => author)).toEqual(['advisory-bot', 'advisory-bot']);
    expect(replies[0]?.body).toContain('affected');
    expect((await play.files(HUB)).get(`ledger/${code}.jsonl`)).toBe(before);
    // The coordinators' own run records the answer and repeats nothing.
    await play.must('sync', code);
    expect(
      (await play.comments(code)).filter(({ body }) => body.startsWith('<!-- kairan:reply ')),
    ).toHaveLength(2);
    expect(await play.record(code)).toMatchObject({
      vendors: [{ latest: { answer: { status: 'affected' } } }],
    });
  });

  it('says what is missing in a place that is no room', async () => {
    const play = await openRehearsal(await openFolderStage());
    await play.setUp();
    const { code, err } = await play.run('answer', '--room', 'cert/site', '--pull', '1');
    expect([code, err]).toEqual([1, expect.stringContaining('room.yaml of cert/site is missing or broken')]);
  });
});
