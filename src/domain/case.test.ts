import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  CASE_STATES,
  isConfidential,
  isOpen,
  nextStates,
  TRACKS,
  type CaseState,
  type Track,
} from './case.ts';

/** Where each track may lead; the states before triage and the last one are common to both. */
const STATES_OF: Record<Track, readonly CaseState[]> = {
  product: [
    'received',
    'accepted',
    'refused',
    'coordinating',
    'scheduled',
    'published',
    'not-a-vulnerability',
    'individually-handled',
    'uncoordinatable',
    'judged',
    'closed',
  ],
  website: [
    'received',
    'accepted',
    'refused',
    'not-a-vulnerability',
    'operator-contacted',
    'details-sent',
    'corrected',
    'page-removed',
    'mitigated',
    'unreachable',
    'closed',
  ],
};
const track = fc.constantFrom(...TRACKS);

describe.each(TRACKS)('a %s case', (name) => {
  it('can come from every state to the end, and from the beginning to every state', () => {
    for (const state of STATES_OF[name]) expect(reachedFrom(name, state)).toContain('closed');
    expect(reachedFrom(name, 'received').toSorted()).toEqual([...STATES_OF[name]].toSorted());
  });

  it('stays on its track and has no way out of the states of the other', () => {
    for (const state of CASE_STATES) {
      const next = nextStates(name, state);
      expect(next.filter((other) => !STATES_OF[name].includes(other))).toEqual([]);
      if (!STATES_OF[name].includes(state)) expect(next).toEqual([]);
    }
  });
});

describe('a case', () => {
  it('walks any number of steps without leaving its track or coming back from the end', () => {
    fc.assert(
      fc.property(track, fc.array(fc.nat(), { maxLength: 40 }), (name, choices) => {
        let state: CaseState = 'received';
        for (const choice of choices) {
          const next = nextStates(name, state);
          if (next.length === 0) expect(state).toBe('closed');
          state = next[choice % next.length] ?? state;
          expect(STATES_OF[name]).toContain(state);
        }
      }),
      { seed: 3, numRuns: 300 },
    );
  });

  it.each<[Track | undefined, CaseState, CaseState]>([
    ['product', 'received', 'published'],
    ['product', 'accepted', 'scheduled'],
    ['product', 'coordinating', 'published'],
    ['product', 'coordinating', 'coordinating'],
    ['product', 'published', 'coordinating'],
    ['product', 'published', 'scheduled'],
    ['product', 'uncoordinatable', 'scheduled'],
    ['product', 'coordinating', 'corrected'],
    ['website', 'operator-contacted', 'corrected'],
    ['website', 'corrected', 'published'],
    ['website', 'accepted', 'coordinating'],
    ['website', 'closed', 'received'],
    [undefined, 'received', 'coordinating'],
    [undefined, 'received', 'closed'],
  ])('of track %s cannot go from %s to %s', (name, from, to) => {
    expect(nextStates(name, from)).not.toContain(to);
  });

  it('is accepted or refused before it has a track, and a refusal can be taken back', () => {
    expect(nextStates(undefined, 'received')).toEqual(['accepted', 'refused']);
    expect(nextStates(undefined, 'refused')).toContain('received');
  });

  it('is worked on until it is refused or closed', () => {
    expect(CASE_STATES.filter((state) => !isOpen(state))).toEqual(['refused', 'closed']);
  });

  it('stops to be confidential by its publication alone', () => {
    expect(CASE_STATES.filter((state) => !isConfidential(state, false))).toEqual(['published']);
    expect(CASE_STATES.filter((state) => !isConfidential(state, true))).toEqual(['published', 'closed']);
  });
});

function reachedFrom(name: Track, start: CaseState): CaseState[] {
  const reached = new Set([start]);
  for (const state of reached) for (const next of nextStates(name, state)) reached.add(next);
  return [...reached];
}
