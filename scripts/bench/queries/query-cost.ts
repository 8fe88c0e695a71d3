/** One question, asked by a reader who has loaded nothing yet. */
export interface QueryCost {
  language: string;
  typed: string;
  /** From the start of the navigation to the search page until its answer stands there. */
  milliseconds: number;
  /** What the search loaded, as it was sent: scripts and index, not the page, its style or its pictures. */
  bytes: number;
  requests: number;
  /** Hits that are shown, twenty at most. */
  shown: number;
}
