import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Answer } from './answer.ts';
import type { Act } from './ledger/entry.ts';
import {
  AFFECTED,
  answered,
  approved,
  comment,
  OPENED,
  problems,
  RECEIVED,
  record,
  ROOM,
  UNHARMED,
} from '../../tests/builders/a-made-case.ts';
import { rowHash } from './row.ts';

describe('a vendor’s row', () => {
  it('shows nothing before a coordinator approved it', () => {
    const waiting = acme([answered(AFFECTED)]);
    expect(waiting).toMatchObject({ latest: { answer: AFFECTED }, isPending: true, progress: 'answered' });
    expect(waiting.shown).toBeUndefined();
    expect(acme([answered(AFFECTED), approved(AFFECTED)])).toMatchObject({
      shown: { answer: AFFECTED },
      isPending: false,
    });
  });

  it('keeps what was approved while something newer waits', () => {
    const acts = [answered(AFFECTED, comment(1, 5)), approved(AFFECTED), answered(UNHARMED, comment(1, 9))];
    expect(acme(acts)).toMatchObject({
      shown: { answer: AFFECTED },
      latest: { answer: UNHARMED },
      isPending: true,
    });
    expect(acme([...acts, approved(UNHARMED)])).toMatchObject({
      shown: { answer: UNHARMED },
      isPending: false,
    });
    expect(acme([...acts, approved(UNHARMED), approved(AFFECTED)])).toMatchObject({
      shown: { answer: AFFECTED },
      isPending: true,
    });
  });

  it('takes an edited comment by its latest version, recorded in whatever order', () => {
    const [old, edited] = [answered(AFFECTED, comment(1, 5)), answered(UNHARMED, comment(1, 9))];
    for (const acts of [
      [old, edited],
      [edited, old],
    ]) {
      expect(acme(acts)).toMatchObject({ latest: { answer: UNHARMED }, isSourceRemoved: false });
    }
  });

  it('falls back when an edit took the answer out, and says so when nothing is left', () => {
    const hold: Act = { act: 'held', vendor: 'acme', reason: 'Too early.', source: comment(2, 9) };
    const acts = [answered(UNHARMED, comment(2, 6)), hold];
    expect(acme([answered(AFFECTED, comment(1, 5)), ...acts])).toMatchObject({
      latest: { answer: AFFECTED },
    });
    expect(acme(acts)).toMatchObject({
      latest: { answer: UNHARMED },
      isSourceRemoved: true,
      hold: 'Too early.',
    });
  });

  it('stays when its comment is deleted, and says so', () => {
    const removed: Act = { act: 'source-removed', repo: ROOM, comment: 1 };
    expect(acme([answered(AFFECTED, comment(1, 5)), approved(AFFECTED), removed])).toMatchObject({
      shown: { answer: AFFECTED },
      isSourceRemoved: true,
    });
    const again = [answered(AFFECTED, comment(1, 5)), removed, answered(UNHARMED, comment(1, 9))];
    expect(acme(again)).toMatchObject({ latest: { answer: UNHARMED }, isSourceRemoved: false });
  });

  it('takes a call by its day, so that one recorded late does not outdo a later comment', () => {
    const call: Act = { act: 'answered', vendor: 'acme', answer: AFFECTED, via: 'phone', on: '2026-11-18' };
    const source = { ...comment(1, 0), updatedAt: '2026-11-19T03:00:00Z' };
    expect(acme([answered(UNHARMED, source), call])).toMatchObject({ latest: { answer: UNHARMED } });
    const today: Act = { ...call, on: '2026-11-20' };
    expect(acme([answered(UNHARMED, source), today])).toMatchObject({ latest: { answer: AFFECTED } });
  });

  it('is signed off for the row that is shown only', () => {
    const sign = (answer: Answer): Act => ({
      act: 'signed-off',
      vendor: 'acme',
      row: rowHash('acme', answer),
    });
    const acts = [answered(AFFECTED), approved(AFFECTED)];
    expect(acme([...acts, sign(AFFECTED)]).isSignedOff).toBe(true);
    expect(acme([...acts, sign(UNHARMED)]).isSignedOff).toBe(false);
    expect(acme([answered(AFFECTED), sign(AFFECTED)]).isSignedOff).toBe(false);
    expect(acme([...acts, sign(AFFECTED), answered(UNHARMED), approved(UNHARMED)]).isSignedOff).toBe(false);
  });

  it('can be approved only where an answer made it', () => {
    expect(problems([...OPENED, answered(AFFECTED), approved(UNHARMED)])).toEqual([
      { kind: 'case-row', seq: 7 },
    ]);
    expect(problems([...OPENED, approved(AFFECTED), answered(AFFECTED)])).toEqual([
      { kind: 'case-row', seq: 6 },
    ]);
    expect(problems([RECEIVED, answered(AFFECTED)])).toEqual([{ kind: 'case-vendor', seq: 2 }]);
  });

  it('holds and releases', () => {
    const [held, released]: Act[] = [
      { act: 'held', vendor: 'acme', reason: 'Wait.' },
      { act: 'released', vendor: 'acme' },
    ];
    expect(acme([held as Act])).toMatchObject({ hold: 'Wait.', progress: 'acknowledged' });
    expect(acme([held as Act, released as Act]).hold).toBeUndefined();
  });

  it('comes further step by step', () => {
    const told: Act = { act: 'vendor-notified', vendor: 'acme', via: 'email', on: '2026-11-20' };
    const fixed = answered({ ...AFFECTED, fixed: ['2.4.1'] });
    const published: Act = { act: 'published', text: 'a'.repeat(64), path: 'a.md', revision: 1 };
    const steps = [[], [told], [told, answered(AFFECTED)], [fixed], [fixed, published]].map(acme);
    expect(steps.map(({ progress }) => progress)).toEqual([
      ...['unaware', 'notified', 'answered', 'fix-ready', 'fix-deployed'],
    ]);
  });

  it('is the same in whatever order comments were recorded', () => {
    const versions = fc.uniqueArray(
      fc.record({
        comment: fc.integer({ min: 1, max: 4 }),
        minute: fc.integer({ min: 0, max: 30 }),
        vendor: fc.constantFrom('acme', 'kuuso-soft'),
        does: fc.constantFrom('affected', 'not-affected', 'hold', 'release'),
      }),
      // One comment has one author, and one body at a time.
      { maxLength: 10, selector: ({ comment: id, minute: time }) => `${id} ${time}` },
    );
    const shuffled = versions.chain((all) =>
      fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
    );
    fc.assert(
      fc.property(shuffled, ([one, other]) => {
        const rows = (list: typeof one) => record([...OPENED, ...list.map(toAct)], 'bot').vendors;
        expect(rows(other)).toEqual(rows(one));
      }),
    );
  });
});

function toAct(version: { comment: number; minute: number; vendor: string; does: string }): Act {
  const { vendor, does } = version;
  const source = comment(version.comment, version.minute);
  if (does === 'hold') return { act: 'held', vendor, reason: 'Wait.', source };
  if (does === 'release') return { act: 'released', vendor, source };
  const answer = does === 'affected' ? AFFECTED : UNHARMED;
  return { act: 'answered', vendor, answer, via: 'github', on: '2026-11-20', source };
}

function acme(acts: readonly Act[]) {
  const [vendor] = record([...OPENED, ...acts]).vendors;
  if (vendor === undefined) throw new Error('There is no vendor.');
  return vendor;
}
