import { describe, expect, it } from 'vitest';
import type { RoomComment } from './comment.ts';
import { replyMarker } from './commands/reply.ts';
import { edited, MadeRoom, PEOPLE, said } from '../../tests/builders/a-room.ts';
import { rowHash } from './row.ts';

const AFFECTED_ROW = rowHash('acme', { status: 'affected' });
const acts = (comments: readonly RoomComment[], room = new MadeRoom()) =>
  room.read(comments).acts.map(({ act }) => act);

describe('whoever may not', () => {
  const answer = said(1, 'acme-psirt', '/status affected');

  it.each<[body: string, kind: string]>([
    ['/approve acme', 'not-your-row'],
    [`/approve acme ${AFFECTED_ROW.slice(0, 12)}`, 'not-your-row'],
    ['/record acme not affected via email 2026-11-18', 'coordinators-only'],
    ['/approve text ab12ab12', 'coordinators-only'],
  ])('changes nothing of another vendor with %j', (body, kind) => {
    const room = new MadeRoom({ text: 'ab12'.repeat(16) });
    const read = room.read([answer, said(2, 'kuuso', body)]);
    expect(read.acts).toHaveLength(1);
    expect(read.replies).toMatchObject([{ comment: 2, problems: [{ kind }] }]);
  });

  it('is told once, and only about commands', () => {
    const room = new MadeRoom();
    const strangers = [
      said(2, 'mallory', '/status affected'),
      said(3, 'mallory', '/hold x'),
      said(4, 'mallory', 'hello'),
      said(5, 'oscar', 'hello'),
      said(6, 'stray', '/status affected'),
    ];
    const read = room.read(strangers);
    expect(read.acts).toEqual([]);
    expect(read.replies.map(({ comment }) => comment)).toEqual([2, 6]);
    expect(read.ignored).toEqual([2, 3, 4, 5, 6].map((comment) => ({ comment, reason: 'stranger' })));
    const [first] = read.replies;
    const told = first && said(7, PEOPLE.bot, `${replyMarker(first)}\nno`);
    expect(told && room.read([...strangers, told]).replies.map(({ comment }) => comment)).toEqual([6]);
  });

  it('is a program', () => {
    const programs = [
      said(1, 'acme-psirt', '/status affected', { isBot: true }),
      said(2, PEOPLE.bot, '/status affected'),
      said(3, 'other[bot]', '/status affected', { isBot: true }),
    ];
    expect(new MadeRoom().read(programs)).toMatchObject({ acts: [], replies: [] });
  });

  it.each(['alice', 'kuuso', 'mallory'])('edits the comment of another: %s', (editor) => {
    const room = new MadeRoom();
    room.read([answer]);
    const read = room.read([edited(answer, '/status not affected', 5, editor)]);
    expect(read.acts).toEqual([]);
    expect(read.replies).toMatchObject([{ problems: [{ kind: 'edited-by-another', params: { editor } }] }]);
    expect(room.statuses()['acme']).toBe('affected');
  });

  it('hides commands, or forges our marks', () => {
    const wrong = said(1, 'acme-psirt', '/status afected');
    const room = new MadeRoom();
    const [reply] = room.read([wrong]).replies;
    const marker = reply ? replyMarker(reply) : '';
    expect(room.read([wrong, said(2, 'kuuso', `${marker}\nanswered`)]).replies).toHaveLength(1);
    expect(room.read([wrong, said(2, PEOPLE.bot, `${marker}\nanswered`)]).replies).toHaveLength(0);
    const ofAlice = room.read([wrong, said(2, 'alice', `${marker}\n\n/help`)]);
    expect(ofAlice).toMatchObject({ replies: [], ignored: [{ comment: 2, reason: 'bot' }] });
    expect(room.read([said(3, 'kuuso', `${marker}\n\n/help`)]).replies).toHaveLength(1);
    const hidden = [
      '> /status affected',
      '<!-- /status affected -->',
      '<!-- kairan:answered acme affected -->',
    ];
    expect(acts(hidden.map((body, index) => said(index + 3, 'acme-psirt', body)))).toEqual([]);
  });
});
