import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCase } from './build-case.ts';
import { arbitraryAct } from '../../tests/builders/any-act.ts';
import type { Act, Source } from './ledger/entry.ts';
import {
  ACCEPTED,
  AFFECTED,
  answered,
  build,
  comment,
  minute,
  OPENED,
  problems,
  RECEIVED,
  record,
  ROOM,
} from '../../tests/builders/a-made-case.ts';

describe('a case', () => {
  it('begins with its report', () => {
    expect(record([RECEIVED])).toEqual({
      ...{ code: 'k3v9qm', state: 'received', embargo: 'none' },
      report: { channel: 'email', title: 'Overflow', finder: {}, receivedOn: '2026-10-01' },
      ...{ receivedAt: minute(1), movedAt: minute(1), rooms: [], vendors: [], revisions: [] },
      ...{ textApprovals: [], publications: [], head: expect.objectContaining({ seq: 1 }) as unknown },
    });
    expect(buildCase('k3v9qm', [], { seq: 0, hash: '' })).toEqual({
      problems: [{ kind: 'case-unreceived', seq: 0 }],
    });
    expect(problems([ACCEPTED, RECEIVED])).toEqual([{ kind: 'case-unreceived', seq: 1 }]);
    expect(problems([RECEIVED, RECEIVED])).toEqual([{ kind: 'case-received-twice', seq: 2 }]);
  });

  it('moves only where its track goes', () => {
    const made = record([
      ...OPENED,
      { act: 'scheduled', publishAt: minute(59) },
      { act: 'moved', to: 'scheduled' },
    ]);
    expect(made).toMatchObject({
      state: 'scheduled',
      track: 'product',
      publishAt: minute(59),
      movedAt: minute(7),
    });
    expect(made).toMatchObject({ acceptedAt: minute(2), clockStart: minute(3) });
    expect(problems([RECEIVED, { act: 'moved', to: 'published' }])).toEqual([{ kind: 'case-move', seq: 2 }]);
    expect(problems([RECEIVED, { act: 'moved', to: 'accepted' }])).toEqual([{ kind: 'case-track', seq: 2 }]);
    expect(problems([...OPENED, { act: 'moved', to: 'scheduled', track: 'website' }])).toEqual([
      { kind: 'case-track', seq: 6 },
    ]);
  });

  it('loses its date when it goes back to coordination, and its refusal when it is taken in again', () => {
    const back: Act[] = [
      { act: 'scheduled', publishAt: minute(59) },
      { act: 'moved', to: 'scheduled' },
    ];
    expect(record([...OPENED, ...back, { act: 'moved', to: 'coordinating' }]).publishAt).toBeUndefined();
    const refused: Act = { act: 'moved', to: 'refused', reason: 'duplicate' };
    expect(record([RECEIVED, refused]).refusal).toBe('duplicate');
    expect(record([RECEIVED, refused, { act: 'moved', to: 'received' }]).refusal).toBeUndefined();
  });

  it('knows when publication was judged, until its vendor can be coordinated with after all', () => {
    const judged: Act[] = [
      ...OPENED,
      { act: 'moved', to: 'uncoordinatable' },
      { act: 'moved', to: 'judged' },
      { act: 'scheduled', publishAt: '2026-12-20T12:00:00+09:00' },
      { act: 'moved', to: 'scheduled' },
    ];
    expect(record(judged).judgedAt).toBe(minute(OPENED.length + 2));
    expect(record([...judged, { act: 'moved', to: 'coordinating' }])).not.toHaveProperty('judgedAt');
  });

  it('starts its clock when the first vendor was told, where that came before the room', () => {
    const told: Act = { act: 'vendor-notified', vendor: 'acme', via: 'phone', on: '2026-10-02' };
    const acts: Act[] = [RECEIVED, ACCEPTED, { act: 'vendor-added', vendor: 'acme' }, told];
    expect(record([...acts, { act: 'moved', to: 'coordinating' }, told])).toMatchObject({
      clockStart: minute(4),
    });
  });

  it('follows the embargo, and keeps the end in force until another is accepted', () => {
    const [first, second] = [minute(50), minute(55)];
    const acts: Act[] = [
      RECEIVED,
      { act: 'embargo', does: 'propose', until: first },
      { act: 'embargo', does: 'accept' },
    ];
    expect(record(acts)).toMatchObject({ embargo: 'active', embargoUntil: first });
    acts.push({ act: 'embargo', does: 'propose', until: second });
    expect(record(acts)).toMatchObject({ embargo: 'revise', embargoUntil: first });
    expect(record([...acts, { act: 'embargo', does: 'reject' }])).toMatchObject({
      embargo: 'active',
      embargoUntil: first,
    });
    expect(record([...acts, { act: 'embargo', does: 'accept' }])).toMatchObject({ embargoUntil: second });
    const ended = record([...acts, { act: 'embargo', does: 'exit' }]);
    expect([ended.embargo, ended.embargoUntil]).toEqual(['exited', undefined]);
    expect(problems([RECEIVED, { act: 'embargo', does: 'accept' }])).toEqual([
      { kind: 'case-embargo', seq: 2 },
    ]);
  });

  it('keeps one id, its rooms, its revisions and its publications', () => {
    const made = record([
      RECEIVED,
      { act: 'reserved', id: 'XVN#10000001' },
      { act: 'reserved', id: 'XVN#10000001' },
      { act: 'room-chosen', room: { repo: ROOM, branch: 'draft' } },
      { act: 'room-opened', repo: ROOM, pull: 1 },
      { act: 'room-closed', repo: ROOM },
      { act: 'revision-planned', kind: 'correction', publishAt: minute(50), summary: 'More.' },
      { act: 'published', text: 'a'.repeat(64), path: 'a.md', revision: 1 },
    ]);
    expect(made).toMatchObject({
      id: 'XVN#10000001',
      rooms: [{ repo: ROOM, branch: 'draft', pull: 1, closed: true }],
      revisions: [{ kind: 'correction', at: minute(50), summary: 'More.' }],
      publications: [{ path: 'a.md', revision: 1, at: minute(8) }],
    });
    const other: Act = { act: 'reserved', id: 'XVN#10000002' };
    expect(problems([RECEIVED, { act: 'reserved', id: 'XVN#10000001' }, other])).toEqual([
      { kind: 'case-id', seq: 3 },
    ]);
    expect(problems([RECEIVED, { act: 'room-closed', repo: ROOM }])).toEqual([{ kind: 'case-room', seq: 2 }]);
  });

  it('counts one approval of the text for each coordinator, the last, unless its comment is gone or edited', () => {
    const approve = (text: string, source?: Source): Act => ({
      act: 'text-approved',
      text: text.repeat(64),
      ...(source && { source }),
    });
    const texts = (acts: Act[], actor = 'alice') => record([RECEIVED, ...acts], actor).textApprovals;
    expect(texts([approve('a'), approve('b')], 'Alice')).toEqual([
      { actor: 'alice', text: 'b'.repeat(64), at: minute(3) },
    ]);
    const removed: Act = { act: 'source-removed', repo: ROOM, comment: 1 };
    expect(texts([approve('a', comment(1, 5)), removed])).toEqual([]);
    const edited = [approve('a', comment(1, 5)), ...OPENED.slice(3), answered(AFFECTED, comment(1, 6))];
    expect(texts(edited.slice(0, -1))).toHaveLength(1);
    expect(texts(edited)).toEqual([]);
  });

  it('is made of any entries whatever, or refused', () => {
    fc.assert(
      fc.property(fc.array(arbitraryAct, { maxLength: 12 }), (acts) => {
        expect(build([RECEIVED, ...acts])).toEqual(build([RECEIVED, ...acts]));
      }),
    );
  });
});
