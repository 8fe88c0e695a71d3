import { nextStates, type CaseState, type Track } from './case.ts';

/** The ways of one track, drawn as a main way and what lies beside it. */
interface CaseFlow {
  /** The way that a case goes when nothing comes between, and where each state may lead instead. */
  main: readonly { state: CaseState; instead: readonly CaseState[] }[];
  /** All other states that the track can reach, the nearest first, and what may follow each. */
  beside: readonly { state: CaseState; next: readonly CaseState[] }[];
}

const MAIN_WAYS: Readonly<Record<Track, readonly CaseState[]>> = {
  product: ['received', 'accepted', 'coordinating', 'scheduled', 'published', 'closed'],
  website: ['received', 'accepted', 'operator-contacted', 'details-sent', 'corrected', 'closed'],
};

/** Every state of a track and every step between two of them, once. */
export function caseFlow(track: Track): CaseFlow {
  const way = MAIN_WAYS[track];
  const reached = new Set(way);
  for (const state of reached) for (const next of nextStates(track, state)) reached.add(next);
  return {
    main: way.map((state, place) => ({
      state,
      instead: nextStates(track, state).filter((next) => next !== way[place + 1]),
    })),
    beside: [...reached]
      .filter((state) => !way.includes(state))
      .map((state) => ({ state, next: nextStates(track, state) })),
  };
}
