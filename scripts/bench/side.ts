import type { Run } from './measure/run-process.ts';

/** The situations in which a site is built. */
export const SITUATIONS = ['cold', 'engine kept', 'no change', 'edit one', 'publish one'] as const;
export type Situation = (typeof SITUATIONS)[number];

/** One generator in the comparison. */
export interface Side {
  name: string;
  /** The folder with its finished site. */
  output: string;
  /** Builds in one situation; called in the order of SITUATIONS, once in each round. */
  build: (situation: Situation) => Promise<Run>;
}
