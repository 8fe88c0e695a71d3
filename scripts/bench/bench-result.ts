import type { Tally } from './measure/census.ts';
import type { Description } from './measure/describe-machine.ts';
import type { Run } from './measure/run-process.ts';
import type { QueryCost } from './queries/query-cost.ts';
import type { SideRuns } from './side.ts';

/** What one generator cost and made. */
export interface SideResult {
  runs: SideRuns;
  /** Files and bytes of its output by kind. */
  census: Readonly<Record<string, Tally>>;
  /** What it said when it could not do the work. */
  failed?: string;
}

/** Everything that one size found out. */
export interface SizeResult {
  /** Advisories, translations not counted. */
  size: number;
  content: Tally;
  /** Seconds for copying the finished site. */
  floorSeconds: number;
  /** Ours first. */
  sides: Readonly<Record<string, SideResult>>;
  /** Pagefind over the output of the first other generator. */
  pagefind?: readonly Run[];
  /** First queries in a browser, by side; `pagefind` is the other generators' search. */
  queries?: Readonly<Record<string, readonly QueryCost[]>>;
}

/** A whole run of the bench. */
export interface BenchResult {
  /** When, RFC 3339, and of which commit; a commit with a `+` had changes on top. */
  at: string;
  commit: string;
  search: boolean;
  formats: boolean;
  rounds: number;
  machine: Description;
  versions: Description;
  sizes: readonly SizeResult[];
}

/** The names of our own sides. */
export const OURS = 'Kairan';
/** Ours without a search index: what other generators' builds are compared with. */
export const OURS_PLAIN = 'Kairan, site only';
/** Ours without machine-readable formats, when these are measured. */
export const OURS_UNFORMATTED = 'Kairan, no formats';
