import type { DropReason, Leaf } from '#formats/foreign/outcome.ts';
import type { Refusal } from '../format.ts';
import type { RoundTrip } from '../round-trip/compare-import.ts';

/** What became of one record. `left-alone`: its file was edited or removed by hand, or is not of an import. */
export const RECORD_OUTCOMES = [
  'created',
  'updated',
  'unchanged',
  'left-alone',
  'refused',
  'skipped',
] as const;

/** What a person should know of a record beside its values. */
export interface RecordNote {
  /**
   * - `encoding`: the file was not UTF-8; `value` is what it was
   * - `stand-in`: the site’s first language is missing in the source; the words of `value` stand in its place
   * - `unspoken`: the site does not have the language `value` of the source
   * - `edited`, `foreign`, `other-format`, `removed`: why it was left alone; `value` is the file
   */
  readonly note: 'encoding' | 'stand-in' | 'unspoken' | 'edited' | 'foreign' | 'other-format' | 'removed';
  readonly value: string;
}

/** One record of the source and what became of each of its values. */
export interface RecordReport {
  /** The file of the source. */
  readonly source: string;
  readonly name: string;
  readonly outcome: (typeof RECORD_OUTCOMES)[number];
  /** The advisory’s file below the content directory. */
  readonly file?: string;
  readonly refusal?: Refusal;
  readonly notes: readonly RecordNote[];
  readonly fields: FieldReport;
}

/** What became of the values of a record. Fields are JSON pointers in which `*` stands for any position of a list, or any CVE. */
export interface FieldReport {
  /** Fields that stand in the advisory as they were, with the number of their values. */
  readonly kept: Readonly<Record<string, number>>;
  readonly empty: number;
  readonly normalised: readonly { pointer: string; before: string; after: string }[];
  readonly dropped: readonly { pointer: string; value: string; why: DropReason }[];
}

/** Everything that an import did. */
export interface ImportReport {
  readonly format: string;
  readonly out: string;
  readonly records: readonly RecordReport[];
  readonly vendors: { readonly created: number; readonly known: number };
  readonly rows: number;
  /** Affected products whose versions became ranges, and those whose versions stay text. */
  readonly versions: { readonly ranges: number; readonly asText: number };
  /** Whether a site.yaml was begun. */
  readonly newSite: boolean;
  /** What a site.yaml would have to hold so that all identifiers have a family. */
  readonly missingFamilies?: string;
  /** How what was imported would come out in the same format, where that was asked for. */
  readonly roundTrip?: RoundTrip;
  /** Nothing was written because that was asked for. */
  readonly dryRun: boolean;
}

/** Longest value that a report quotes, in characters. */
const LONGEST_VALUE = 1000;

/** The account of a record, by field. */
export function toFieldReport(leaves: readonly Leaf[]): FieldReport {
  const kept: Record<string, number> = {};
  const normalised: FieldReport['normalised'][number][] = [];
  const dropped: FieldReport['dropped'][number][] = [];
  let empty = 0;
  for (const { pointer, value, outcome } of leaves) {
    if (outcome.kind === 'dropped') dropped.push({ pointer, value: clip(value), why: outcome.why });
    else if (outcome.kind === 'normalised') {
      normalised.push({ pointer, before: clip(value), after: clip(outcome.after) });
    } else if (outcome.kind === 'empty') empty += 1;
    else {
      const field = toField(pointer);
      kept[field] = (kept[field] ?? 0) + 1;
    }
  }
  return { kept, empty, normalised, dropped };
}

/** A pointer without positions in lists, and without the CVEs by which some formats name the members of a map. */
export function toField(pointer: string): string {
  return pointer.replaceAll(/\/(?:\d+|CVE-\d{4}-\d+)(?=\/|$)/gu, '/*');
}

function clip(text: string): string {
  return text.length <= LONGEST_VALUE ? text : `${text.slice(0, LONGEST_VALUE - 1)}…`;
}
