import { describe, expect, it } from 'vitest';
import type { CaseFacts, VendorFacts } from './case-facts.ts';
import { turnOf } from './case-turn.ts';
import { CASE_STATES } from './case.ts';

const AT = '2026-06-03T10:00:00+09:00';
const CASE: CaseFacts = {
  state: 'coordinating',
  track: 'product',
  embargo: 'none',
  report: { receivedOn: '2026-06-01' },
  receivedAt: AT,
  movedAt: AT,
  vendors: [],
};
const UNTOLD: VendorFacts = { vendor: 'untold', isPending: false, isSignedOff: false };
const SILENT: VendorFacts = { ...UNTOLD, vendor: 'silent', notifiedAt: AT };
const UNSURE: VendorFacts = { ...SILENT, latest: { answer: { status: 'unknown' } } };
const ANSWERED: VendorFacts = { ...SILENT, vendor: 'done', latest: { answer: { status: 'affected' } } };
const PENDING: VendorFacts = { ...ANSWERED, isPending: true };
const HELD: VendorFacts = { ...ANSWERED, hold: 'our fix is late' };
const SIGNED: VendorFacts = { ...ANSWERED, isSignedOff: true };

function turn(facts: Partial<CaseFacts>): string {
  const { who, why } = turnOf({ ...CASE, ...facts });
  return `${who}: ${why}`;
}

describe('whose turn it is while vendors are asked', () => {
  it.each<[string, VendorFacts[]]>([
    ['coordinator: find-vendors', []],
    ['coordinator: notify', [SILENT, UNTOLD, PENDING]],
    ['coordinator: review-answer', [SILENT, HELD, PENDING]],
    ['coordinator: resolve-hold', [SILENT, HELD]],
    ['vendor: answer', [SILENT, SIGNED]],
    ['vendor: answer', [UNSURE]],
    ['vendor: sign-off', [SIGNED, ANSWERED]],
    ['coordinator: schedule', [SIGNED, { ...SIGNED, vendor: 'other' }]],
  ])('%s', (expected, vendors) => {
    expect(turn({ vendors })).toBe(expected);
  });

  it('does not ask again a vendor that came by itself with its answer', () => {
    const latest = { answer: { status: 'not-affected' } } as const;
    expect(turn({ vendors: [{ ...UNTOLD, latest, isSignedOff: true }] })).toBe('coordinator: schedule');
  });
});

describe('whose turn it is', () => {
  it('is the coordinator’s to publish once all have said all', () => {
    expect(turn({ state: 'scheduled', vendors: [SIGNED] })).toBe('coordinator: publish');
    expect(turn({ state: 'scheduled', vendors: [ANSWERED] })).toBe('vendor: sign-off');
    expect(turn({ state: 'scheduled', vendors: [HELD] })).toBe('coordinator: resolve-hold');
  });

  it('is the coordinator’s when a vendor answers after publication, whatever it held before', () => {
    expect(turn({ state: 'published', vendors: [PENDING] })).toBe('coordinator: review-answer');
    expect(turn({ state: 'published', vendors: [HELD, SILENT] })).toBe('coordinator: close');
  });

  it('is the coordinator’s to publish a revision that was decided', () => {
    const once: Partial<CaseFacts> = { state: 'published', vendors: [SIGNED], publications: ['first'] };
    expect(turn({ ...once, revisions: [] })).toBe('coordinator: close');
    expect(turn({ ...once, revisions: ['correction'] })).toBe('coordinator: publish');
    expect(turn({ ...once, revisions: ['correction'], publications: ['first', 'second'] })).toBe(
      'coordinator: close',
    );
  });

  it('is the finder’s when a report was insufficient, and nobody’s after another refusal', () => {
    expect(turn({ state: 'refused', refusal: 'insufficient' })).toBe('finder: complete-report');
    expect(turn({ state: 'refused', refusal: 'duplicate' })).toBe('nobody: refused');
  });

  it('goes to and fro between the coordinator and the operator of a website', () => {
    const track = 'website';
    expect(turn({ track, state: 'accepted' })).toBe('coordinator: contact-operator');
    expect(turn({ track, state: 'operator-contacted' })).toBe('operator: name-contact');
    expect(turn({ track, state: 'details-sent' })).toBe('operator: correct');
    expect(turn({ track, state: 'corrected' })).toBe('coordinator: close');
  });

  it('is nobody’s only where nothing is left to do', () => {
    const nobodys = CASE_STATES.filter((state) => turnOf({ ...CASE, state }).who === 'nobody');
    expect(nobodys).toEqual(['refused', 'closed']);
  });
});
