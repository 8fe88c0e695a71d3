import type { Run } from './measure/run-process.ts';

/** The situations in which a site is built. */
export const SITUATIONS = ['cold', 'engine kept', 'no change', 'edit one', 'publish one'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** Every run of one side by situation, in the order of the rounds; situations in which it was not built are missing. */
export type SideRuns = Partial<Record<Situation, Run[]>>;

/** One generator in the comparison. */
export interface Side {
  name: string;
  /** The folder with its finished site. */
  output: string;
  /** In which it is built; for a generator that keeps no compiled engine, `engine kept` is the same as `cold`. */
  situations: readonly Situation[];
  /** Builds in one situation; called in the order of SITUATIONS, once in each round. */
  build: (situation: Situation) => Promise<Run>;
}

/** What others are built in: they keep no compiled engine, so `engine kept` would be `cold` once more. */
export const PEER_SITUATIONS = ['cold', 'no change', 'edit one', 'publish one'] as const;
