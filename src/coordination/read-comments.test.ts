import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { RoomComment } from './comment.ts';
import { replyMarker } from './commands/reply.ts';
import { minute, ROOM } from '../../tests/builders/a-made-case.ts';
import { edited, MadeRoom, PEOPLE, said } from '../../tests/builders/a-room.ts';
import { readComments } from './read-comments.ts';
import { rowHash } from './row.ts';

const AFFECTED_ROW = rowHash('acme', { status: 'affected' });
const acts = (comments: readonly RoomComment[], room = new MadeRoom()) =>
  room.read(comments).acts.map(({ act }) => act);
const problems = (comments: readonly RoomComment[], room = new MadeRoom()) =>
  room.read(comments).replies.flatMap((reply) => reply.problems.map(({ kind }) => kind));

describe('what a vendor says', () => {
  it('is recorded with where it came from, on the day of the zone', () => {
    const body = '/status not affected: no parser';
    const late = said(1, 'acme-psirt', body, { updatedAt: '2026-11-19T20:00:00Z' });
    expect(new MadeRoom().read([late])).toEqual({
      acts: [
        {
          actor: 'acme-psirt',
          act: {
            ...{ act: 'answered', vendor: 'acme', via: 'github', on: '2026-11-20' },
            answer: { status: 'not-affected', statement: 'no parser' },
            source: {
              ...{ repo: ROOM, comment: 1, updatedAt: '2026-11-19T20:00:00Z', index: 0 },
              sha256: createHash('sha256').update(body).digest('hex'),
            },
          },
        },
      ],
      replies: [],
      repliesLeft: 0,
      ignored: [],
    });
  });

  it('counts by its time, not by the order of reading', () => {
    const first = said(1, 'acme-psirt', '/status affected');
    const second = said(2, 'acme-dev', '/status not affected');
    const room = new MadeRoom();
    room.read([second, first, second]);
    expect(room.statuses()).toEqual({ acme: 'not-affected', 'kuuso-soft': undefined });
  });

  it('includes objections and their withdrawal', () => {
    const room = new MadeRoom();
    const hold = said(1, 'acme-psirt', '/hold not yet');
    room.read([hold]);
    expect(room.record.vendors[0]?.hold).toBe('not yet');
    room.read([hold, said(2, 'acme-psirt', '/release')]);
    expect(room.record.vendors[0]?.hold).toBeUndefined();
  });

  it('confirms the row as it stood then', () => {
    const room = new MadeRoom();
    const found = acts(
      [
        said(1, 'acme-psirt', '/status affected'),
        said(2, 'acme-psirt', '/approve'),
        said(3, 'acme-psirt', '/status unknown'),
      ],
      room,
    );
    expect(found).toMatchObject([
      { act: 'answered', answer: { status: 'affected' } },
      { act: 'signed-off', row: AFFECTED_ROW },
      { act: 'answered', answer: { status: 'unknown' } },
    ]);
    expect(problems([said(4, 'acme-psirt', `/approve ${AFFECTED_ROW.slice(0, 8)}`)], room)).toEqual([
      'other-row',
    ]);
  });

  it('cannot be confirmed before there is an answer', () => {
    expect(problems([said(1, 'acme-psirt', '/approve')])).toEqual(['no-answer-yet']);
  });
});

describe('what a coordinator says', () => {
  const answer = said(1, 'acme-psirt', '/status affected');

  it('lets a row be shown, for that row only', () => {
    const room = new MadeRoom();
    const approval = said(2, 'alice', `/approve acme ${AFFECTED_ROW.slice(0, 8)}`);
    const later = said(3, 'acme-psirt', '/status unknown');
    expect(acts([answer, approval, later], room)).toMatchObject([
      { act: 'answered', answer: { status: 'affected' } },
      { act: 'row-approved', vendor: 'acme', row: AFFECTED_ROW, source: { comment: 2 } },
      { act: 'answered', answer: { status: 'unknown' } },
    ]);
    expect(room.record.vendors[0]).toMatchObject({ shown: { row: AFFECTED_ROW }, isPending: true });
    expect(acts([answer, approval, later], room)).toEqual([]);
    expect(problems([answer, said(4, 'bob', `/approve acme ${AFFECTED_ROW.slice(0, 8)}`)], room)).toEqual([
      'other-row',
    ]);
  });

  it('records answers that came otherwise, but none of tomorrow', () => {
    const room = new MadeRoom();
    expect(acts([said(1, 'bob', '/record acme affected via phone 2026-11-18')], room)).toMatchObject([
      { act: 'answered', vendor: 'acme', via: 'phone', on: '2026-11-18' },
    ]);
    expect(room.record.vendors[0]?.latest?.recordedBy).toBe('bob');
    expect(problems([said(2, 'bob', '/record acme affected via phone 2026-11-21')])).toEqual([
      'date-in-future',
    ]);
    expect(problems([said(2, 'bob', '/record acne affected via phone 2026-11-18')])).toEqual([
      'unknown-vendor',
    ]);
  });

  it('approves the text that stands there, and no other', () => {
    const text = 'ab12'.repeat(16);
    const room = new MadeRoom({ text });
    expect(acts([said(1, 'alice', '/approve text ab12ab12')], room)).toMatchObject([
      { act: 'text-approved', text },
    ]);
    expect(room.record.textApprovals).toMatchObject([{ actor: 'alice', text }]);
    expect(problems([said(2, 'alice', '/approve text ffffffff')], room)).toEqual(['other-text']);
    expect(problems([said(3, 'alice', '/approve text')], room)).toEqual(['missing-hash']);
    expect(problems([said(2, 'alice', '/approve text ab12ab12')])).toEqual(['other-text']);
  });

  it('is no vendor’s word', () => {
    const bodies = ['/status affected', '/hold x', '/release', '/approve'];
    expect(bodies.flatMap((body) => problems([answer, said(2, 'alice', body)]))).toEqual([
      ...['use-record', 'vendors-only', 'vendors-only', 'which-vendor'],
    ]);
  });
});

describe('comments that change', () => {
  const first = said(1, 'acme-psirt', '/status affected');

  it('say what their author made of them', () => {
    const room = new MadeRoom();
    room.read([first]);
    room.read([edited(first, '/status unknown', 5)]);
    expect(room.statuses()['acme']).toBe('unknown');
    room.read([edited(first, '/status affected', 6)]);
    expect(room.statuses()['acme']).toBe('affected');
    expect(acts([edited(first, '/status affected', 6)], room)).toEqual([]);
  });

  it('are not new because the host moved their time', () => {
    const room = new MadeRoom();
    room.read([first]);
    expect(acts([{ ...first, updatedAt: minute(9) }], room)).toEqual([]);
  });

  it('leave their answer when they are gone, and a note of it', () => {
    const room = new MadeRoom();
    const other = said(2, 'kuuso', '/status unknown');
    room.read([first, other]);
    expect(room.read([other]).acts).toEqual([
      { act: { act: 'source-removed', repo: ROOM, comment: 1 }, actor: PEOPLE.bot },
    ]);
    expect(acts([other], room)).toEqual([]);
    expect(room.record.vendors[0]).toMatchObject({
      latest: { answer: { status: 'affected' } },
      isSourceRemoved: true,
    });
    expect(acts([], room)).toMatchObject([{ act: 'source-removed', comment: 2 }]);
  });

  it.each(['never mind', '/status no more', '/approve acne'])('leave it too when they become %j', (body) => {
    const room = new MadeRoom();
    room.read([first]);
    expect(acts([edited(first, body, 5)], room)).toMatchObject([{ act: 'source-removed', comment: 1 }]);
    expect(acts([edited(first, body, 5)], room)).toEqual([]);
    expect(room.statuses()['acme']).toBe('affected');
  });
});

describe('replies', () => {
  it('are few at a time, and all are given in the end', () => {
    const wrong = Array.from({ length: 45 }, (_, index) => said(index + 1, 'acme-psirt', '/status afected'));
    const room = new MadeRoom();
    const comments = [...wrong];
    const counts = [];
    for (let run = 0; run < 4; run += 1) {
      const { replies, repliesLeft } = room.read(comments);
      counts.push([replies.length, repliesLeft]);
      for (const reply of replies)
        comments.push(said(50, PEOPLE.bot, replyMarker(reply), { id: comments.length + 1 }));
    }
    expect(counts).toEqual([
      [20, 25],
      [20, 5],
      [5, 0],
      [0, 0],
    ]);
  });

  it('are given again for another text', () => {
    const wrong = said(1, 'acme-psirt', '/status afected');
    const room = new MadeRoom();
    const [reply] = room.read([wrong]).replies;
    const told = said(2, PEOPLE.bot, reply ? replyMarker(reply) : '');
    expect(room.read([edited(wrong, '/status afect', 3), told]).replies).toHaveLength(1);
  });

  it('hold help for whoever asks', () => {
    expect(new MadeRoom().read([said(1, 'alice', '/help')]).replies).toMatchObject([
      { comment: 1, problems: [], wantsHelp: true },
    ]);
  });

  it('tell nothing that only a ledger can tell where there is none', () => {
    const comments = [said(1, 'acme-psirt', '/approve'), said(2, 'acme-psirt', '/status afected')];
    const { replies } = readComments(comments, [], PEOPLE, { zone: 'Asia/Tokyo', repo: ROOM });
    expect(replies.map(({ comment }) => comment)).toEqual([2]);
  });
});
