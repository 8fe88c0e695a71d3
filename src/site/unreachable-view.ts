import type { SpokenText } from '#domain/language.ts';
import type { UnreachableStage } from '#domain/unreachable.ts';
import type { ChartView } from './statistics-views.ts';
import type { AdvisoryRow, Head } from './view.ts';

/** A developer on the list. */
export interface ListedEntry {
  number: string;
  /** Its place in the page; it does not tell who is meant. */
  anchor: string;
  name: SpokenText;
  /** How the name is read, for readers of Japanese; never given for an individual. */
  reading?: string;
  individual: boolean;
  stage: UnreachableStage;
  /** When each stage was reached, the first one first. */
  days: readonly { stage: UnreachableStage; on: string }[];
  product?: { name: SpokenText; versions?: SpokenText };
  published?: { id: string; address: string };
}

/** The list of developers who could not be reached. Nothing but its entries may hold a name. */
export interface UnreachableView {
  kind: 'unreachable';
  head: Head;
  /** Listed now, newest first. */
  listed: readonly ListedEntry[];
  /** Numbers whose developer answered, newest first. */
  answered: readonly { number: string; anchor: string; on: string }[];
  counts: readonly { stage: UnreachableStage; count: number }[];
  /** By quarter; absent when nobody was ever on the list. */
  history?: ChartView;
  filterable: boolean;
  /** Advisories that were published after judgement, newest first. */
  judged: readonly { row: AdvisoryRow; on: string }[];
  /** Days after which an entry goes to its next stage, and business days until it is taken off. */
  stageDays: number;
  removalDays: number;
  contact: string;
}
