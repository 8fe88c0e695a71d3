import { describe, expect, it } from 'vitest';
import type { Act } from './ledger/entry.ts';
import { appendActs } from './ledger/append-acts.ts';
import { parseLedger } from './ledger/parse-ledger.ts';
import { ledgerSchema } from '#domain/statistics-ledger.ts';
import { RECEIVED } from '../../tests/builders/a-made-case.ts';
import { milestonesOf } from './case-milestones.ts';
import { countCases, ledgerBefore } from './count-cases.ts';

/** The milestones of a case whose acts were recorded at these moments. */
function milestones(...acts: [at: string, act: Act][]) {
  let text = '';
  for (const [at, act] of acts) text = appendActs(text, [{ act, actor: 'alice' }], at);
  const ledger = parseLedger(text);
  if (!ledger.ok) throw new Error(JSON.stringify(ledger.problems));
  return milestonesOf(ledger.entries, 'Asia/Tokyo');
}

const moved = (to: Extract<Act, { act: 'moved' }>['to'], track?: 'product' | 'website'): Act => ({
  act: 'moved',
  to,
  ...(track && { track }),
});
const received = (receivedOn: string): Act => ({ ...RECEIVED, act: 'received', receivedOn }) as Act;

describe('milestonesOf', () => {
  it('counts days in the zone of the site', () => {
    const product = milestones(
      ['2026-09-30T01:00:00Z', received('2026-09-30')],
      ['2026-09-30T15:00:00Z', moved('accepted', 'product')],
    );
    expect(product).toEqual({ received: '2026-09-30', accepted: '2026-10-01', track: 'product' });
  });

  it('forgets what was taken back', () => {
    const reopened = milestones(
      ['2026-07-01T01:00:00Z', received('2026-07-01')],
      ['2026-07-02T01:00:00Z', { act: 'moved', to: 'refused', reason: 'insufficient' }],
      ['2026-07-03T01:00:00Z', moved('received')],
      ['2026-07-04T01:00:00Z', moved('accepted', 'website')],
      ['2026-07-05T01:00:00Z', moved('operator-contacted')],
      ['2026-07-06T01:00:00Z', moved('details-sent')],
      ['2026-07-07T01:00:00Z', moved('corrected')],
      ['2026-07-08T01:00:00Z', moved('details-sent')],
    );
    expect(reopened).toEqual({ received: '2026-07-01', accepted: '2026-07-04', track: 'website' });
  });

  it('keeps the day of a correction when the case is closed, and does not handle what was refused', () => {
    const corrected = milestones(
      ['2026-07-01T01:00:00Z', received('2026-07-01')],
      ['2026-07-02T01:00:00Z', moved('corrected')],
      ['2026-12-02T01:00:00Z', moved('closed')],
    );
    expect(corrected).toMatchObject({ corrected: '2026-07-02', handled: '2026-07-02' });
    const refused = milestones(
      ['2026-07-01T01:00:00Z', received('2026-07-01')],
      ['2026-07-02T01:00:00Z', { act: 'moved', to: 'refused', reason: 'insufficient' }],
      ['2026-07-03T01:00:00Z', moved('closed')],
    );
    expect(refused).toEqual({ received: '2026-07-01', refused: '2026-07-02' });
  });
});

describe('countCases', () => {
  const before = ledgerSchema.parse({
    source: { title: '前の四半期' },
    received: { cumulative: { software: '10', website: '20' } },
  });
  const cases = [
    {
      track: 'product',
      received: '2026-09-30',
      accepted: '2026-10-02',
      corrected: '2026-12-01',
      handled: '2026-12-01',
    },
    { track: 'website', received: '2026-10-01' },
    { received: '2026-11-01', refused: '2026-11-02' },
  ] as const;

  const [since, over] = ['2004-07-08', '2027-01-01'];

  it('counts each case in the quarters in which something happened to it', () => {
    expect(countCases(cases, '2026-Q4', undefined, { since, today: over })).toMatchObject({
      accepted: { quarter: { software: 1, website: 0, total: 1 } },
      corrected: { quarter: { software: 1, website: 0, total: 1 } },
      handled: { quarter: { software: 1, website: 0, total: 1 } },
    });
    expect(countCases(cases, '2026-Q3', undefined, { since, today: over }).received).toEqual({
      quarter: { software: 1, website: 0, total: 1 },
    });
  });

  it('does not divide reports of which one has no track yet', () => {
    expect(countCases(cases, '2026-Q4', undefined, { since, today: over }).received).toEqual({
      quarter: { total: 2 },
    });
  });

  it('adds to what the quarter before knew, and to nothing else', () => {
    const numbers = countCases(cases, '2026-Q3', before, { since, today: over });
    expect(numbers.received?.cumulative).toEqual({ software: 11, website: 20, total: 31 });
    expect(numbers.corrected).not.toHaveProperty('cumulative');
    expect(numbers.perBusinessDay).toBe('0.01');
    expect(countCases(cases, '2026-Q3', undefined, { since, today: over })).not.toHaveProperty(
      'perBusinessDay',
    );
  });

  it('begins to add up in the quarter in which reports were first taken', () => {
    const first = countCases(cases, '2026-Q3', undefined, { since: '2026-07-15', today: over });
    expect(first.received?.cumulative).toEqual({ software: 1, website: 0, total: 1 });
    expect(first.perBusinessDay).toBe('0.02');
  });

  it('gives no rate of a quarter that is not over', () => {
    const rateOn = (today: string) => countCases(cases, '2026-Q3', before, { since, today }).perBusinessDay;
    expect(['2026-09-30', '2026-10-01'].map(rateOn)).toEqual([undefined, '0.01']);
  });

  it('finds the quarter directly before and no earlier one', () => {
    const ledgers = [{ quarter: '2026-Q2', facts: before }];
    expect(ledgerBefore(ledgers, '2026-Q3')).toBe(before);
    expect(ledgerBefore(ledgers, '2026-Q4')).toBeUndefined();
  });
});
