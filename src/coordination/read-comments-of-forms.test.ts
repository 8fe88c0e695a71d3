import { describe, expect, it } from 'vitest';
import { type RoomComment, toFormId } from './comment.ts';
import { minute, ROOM } from '../../tests/builders/a-made-case.ts';
import { edited, MadeRoom, said } from '../../tests/builders/a-room.ts';

/** What GitHub makes of a form. */
function formText(status: string, statement = '_No response_'): string {
  return `### Status\n\n${status}\n\n### Fixed versions\n\n_No response_\n\n### Statement\n\n${statement}`;
}

/** A form; `at` is the minute in which it was sent. */
function sent(issue: number, at: number, author: string, body: string): RoomComment {
  const times = { createdAt: minute(at), updatedAt: minute(at) };
  return { ...said(at, author, body), id: toFormId(issue), isForm: true, ...times };
}

const form = sent(2, 3, 'acme-psirt', formText('affected', 'Please update.\n\n/hold for ever'));

describe('a form', () => {
  it('is one answer of its vendor, whatever stands in its fields', () => {
    const room = new MadeRoom();
    const read = room.read([form]);
    expect(read.replies).toEqual([]);
    expect(read.acts).toMatchObject([
      {
        actor: 'acme-psirt',
        act: {
          ...{ act: 'answered', vendor: 'acme', via: 'github' },
          answer: { status: 'affected', statement: 'Please update.\n\n/hold for ever' },
          source: { repo: ROOM, comment: toFormId(2), updatedAt: minute(3), index: 0 },
        },
      },
    ]);
    expect(room.record.vendors[0]).not.toHaveProperty('hold');
  });

  it('is no comment, and a comment no form', () => {
    const comment = said(3, 'acme-psirt', formText('affected', '/hold for ever'));
    expect(new MadeRoom().read([comment]).acts).not.toMatchObject([{ act: { act: 'answered' } }]);
    const command = sent(2, 3, 'acme-psirt', '/status affected');
    const read = new MadeRoom().read([command]);
    expect(read).toMatchObject({ acts: [], replies: [{ problems: [{ kind: 'missing-status' }] }] });
  });

  it('is recorded once, and again when its author edits it', () => {
    const room = new MadeRoom();
    room.read([form]);
    expect(room.read([form]).acts).toEqual([]);
    const later = edited(form, formText('not affected'), 5);
    expect(room.read([later]).acts).toHaveLength(1);
    expect(room.read([later]).acts).toEqual([]);
    expect(room.statuses()['acme']).toBe('not-affected');
  });

  it.each([
    ['a later comment', said(4, 'acme-psirt', '/status unknown'), 'unknown'],
    ['an earlier comment', said(2, 'acme-psirt', '/status unknown'), 'affected'],
    ['a later form', sent(7, 4, 'acme-dev', formText('unknown')), 'unknown'],
    ['an earlier form', sent(1, 2, 'acme-dev', formText('unknown')), 'affected'],
  ])('and %s: the last one counts, however they are read', (_name, other, status) => {
    for (const rounds of [
      [[form, other]],
      [[other, form]],
      [[form], [form, other]],
      [[other], [form, other]],
    ]) {
      const room = new MadeRoom();
      for (const comments of rounds) room.read(comments);
      expect(room.statuses()['acme']).toBe(status);
    }
  });

  it.each([
    ['of an unknown status', sent(2, 3, 'acme-psirt', formText('afected')), 'unknown-status'],
    ['of a stranger', sent(2, 3, 'mallory', formText('affected')), 'not-allowed'],
    ['of a coordinator', sent(2, 3, 'alice', formText('affected')), 'use-record'],
    ['that another edited', edited(form, formText('unknown'), 5, 'kuuso'), 'edited-by-another'],
  ])('%s changes nothing and is answered', (_name, one, kind) => {
    const read = new MadeRoom().read([one]);
    expect(read.acts).toEqual([]);
    expect(read.replies).toMatchObject([{ comment: toFormId(2), problems: [{ kind }] }]);
  });

  it('of a program is nothing', () => {
    const read = new MadeRoom().read([{ ...form, isBot: true }]);
    expect(read).toMatchObject({ acts: [], replies: [], ignored: [{ reason: 'bot' }] });
  });

  it('that is gone leaves its answer, and the coordinator is told', () => {
    const room = new MadeRoom();
    room.read([form]);
    expect(room.read([]).acts).toMatchObject([{ act: { act: 'source-removed', comment: toFormId(2) } }]);
    expect(room.statuses()['acme']).toBe('affected');
  });
});
