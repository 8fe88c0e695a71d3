import type { Workflow } from './workflow.ts';

/** One thing that every workflow keeps. */
export interface Rule {
  name: string;
  /** What is demanded and why, for whoever breaks it. */
  sentence: string;
  /** The places that break it. */
  find: (workflow: Workflow) => string[];
}
