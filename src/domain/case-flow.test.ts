import { describe, expect, it } from 'vitest';
import { caseFlow } from './case-flow.ts';
import { CASE_STATES, nextStates, TRACKS } from './case.ts';

describe.each(TRACKS)('the flow of a %s case', (track) => {
  const { main, beside } = caseFlow(track);
  const drawn = [
    ...main.flatMap(({ state, instead }, place) => {
      const next = main[place + 1];
      return [
        ...(next ? [`${state} → ${next.state}`] : []),
        ...instead.map((other) => `${state} → ${other}`),
      ];
    }),
    ...beside.flatMap(({ state, next }) => next.map((other) => `${state} → ${other}`)),
  ];
  const states = [...main, ...beside].map(({ state }) => state);

  it('draws each step that the rules allow, once, and no other', () => {
    const allowed = states.flatMap((state) => nextStates(track, state).map((next) => `${state} → ${next}`));
    expect(drawn.toSorted()).toEqual(allowed.toSorted());
  });

  it('shows where every step leads', () => {
    expect(new Set(states).size).toBe(states.length);
    expect(
      drawn.map((step) => step.split(' → ')[1]).filter((state) => !states.some((s) => s === state)),
    ).toEqual([]);
  });
});

describe('the two flows', () => {
  it('leave no state out', () => {
    const drawn = TRACKS.flatMap((track) => [...caseFlow(track).main, ...caseFlow(track).beside]);
    expect(CASE_STATES.filter((state) => !drawn.some((step) => step.state === state))).toEqual([]);
  });
});
