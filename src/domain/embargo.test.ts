import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  afterEmbargoAct,
  EMBARGO_ACTS,
  EMBARGO_STATES,
  type EmbargoAct,
  type EmbargoState,
} from './embargo.ts';

const runs = { seed: 5, numRuns: 500 };
const state = fc.constantFrom(...EMBARGO_STATES);
const acts = fc.array(fc.constantFrom(...EMBARGO_ACTS), { maxLength: 20 });

describe('an embargo', () => {
  it.each<[EmbargoState, EmbargoAct, EmbargoState]>([
    ['none', 'propose', 'proposed'],
    ['proposed', 'propose', 'proposed'],
    ['proposed', 'accept', 'active'],
    ['proposed', 'reject', 'none'],
    ['active', 'propose', 'revise'],
    ['active', 'exit', 'exited'],
    ['revise', 'propose', 'revise'],
    ['revise', 'accept', 'active'],
    ['revise', 'reject', 'active'],
    ['revise', 'exit', 'exited'],
  ])('that is %s becomes, by “%s”, %s', (before, act, after) => {
    expect(afterEmbargoAct(before, act)).toBe(after);
  });

  it('has no other ways than these ten', () => {
    const ways = EMBARGO_STATES.flatMap((from) => EMBARGO_ACTS.filter((act) => afterEmbargoAct(from, act)));
    expect(ways).toHaveLength(10);
  });

  it('that was ended stays so', () => {
    fc.assert(
      fc.property(acts, (list) => {
        expect(run('exited', list)).toEqual(['exited']);
      }),
      runs,
    );
  });

  it('can be ended from every state', () => {
    fc.assert(
      fc.property(state, (start) => {
        expect(run(start, ['propose', 'accept', 'exit']).at(-1)).toBe('exited');
      }),
      runs,
    );
  });

  it('binds nobody before it was accepted, and once it binds only its end sets free', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const states = run('none', list);
        const binding = states.indexOf('active');
        const before = binding < 0 ? states : states.slice(0, binding);
        expect(before.filter((each) => each !== 'none' && each !== 'proposed')).toEqual([]);
        const after = binding < 0 ? [] : states.slice(binding);
        expect(after.filter((each) => each === 'none' || each === 'proposed')).toEqual([]);
      }),
      runs,
    );
  });
});

/** All states on the way; acts that are not possible are left out. */
function run(start: EmbargoState, list: readonly EmbargoAct[]): EmbargoState[] {
  const states = [start];
  for (const act of list) {
    const next = afterEmbargoAct(states.at(-1) ?? start, act);
    if (next !== undefined) states.push(next);
  }
  return states;
}
