import { compareText } from '#domain/compare-text.ts';
import type { DropReason } from '#formats/foreign/outcome.ts';
import { type ImportReport, type RecordReport, RECORD_OUTCOMES, toField } from './import-report.ts';

/** What became of the values of one field in all records. */
export interface FieldTotals {
  readonly field: string;
  readonly kept: number;
  readonly normalised: number;
  readonly dropped: number;
  /** Why values were left out, most frequent reason first. */
  readonly reasons: readonly DropReason[];
}

/** An import in numbers. */
export interface ImportTotals {
  readonly outcomes: Readonly<Record<RecordReport['outcome'], number>>;
  readonly values: Readonly<Record<'kept' | 'normalised' | 'dropped' | 'empty', number>>;
  /** In the order of their names. Of refused records nothing is counted: they stand nowhere. */
  readonly fields: readonly FieldTotals[];
}

interface Count {
  kept: number;
  normalised: number;
  reasons: Map<DropReason, number>;
}

/** Adds a report up. */
export function summarise({ records }: Pick<ImportReport, 'records'>): ImportTotals {
  const counts = new Map<string, Count>();
  const countOf = (field: string): Count => {
    const count = counts.get(field) ?? { kept: 0, normalised: 0, reasons: new Map<DropReason, number>() };
    counts.set(field, count);
    return count;
  };
  const told = records.filter(({ outcome }) => outcome !== 'refused' && outcome !== 'skipped');
  for (const { fields } of told) {
    for (const [field, values] of Object.entries(fields.kept)) countOf(field).kept += values;
    for (const { pointer } of fields.normalised) countOf(toField(pointer)).normalised += 1;
    for (const { pointer, why } of fields.dropped) {
      const { reasons } = countOf(toField(pointer));
      reasons.set(why, (reasons.get(why) ?? 0) + 1);
    }
  }
  const fields = [...counts]
    .toSorted(([a], [b]) => compareText(a, b))
    .map(([field, count]) => toTotals(field, count));
  const sum = (key: 'kept' | 'normalised' | 'dropped'): number =>
    fields.reduce((total, field) => total + field[key], 0);
  return {
    outcomes: countOutcomes(records),
    values: {
      ...{ kept: sum('kept'), normalised: sum('normalised'), dropped: sum('dropped') },
      empty: told.reduce((total, { fields: { empty } }) => total + empty, 0),
    },
    fields,
  };
}

function toTotals(field: string, { kept, normalised, reasons }: Count): FieldTotals {
  const sorted = [...reasons].toSorted(([a, many], [b, few]) => few - many || compareText(a, b));
  const dropped = sorted.reduce((total, [, values]) => total + values, 0);
  return { field, kept, normalised, dropped, reasons: sorted.map(([reason]) => reason) };
}

function countOutcomes(records: readonly RecordReport[]): ImportTotals['outcomes'] {
  const counts = Object.fromEntries(RECORD_OUTCOMES.map((outcome) => [outcome, 0])) as Record<
    RecordReport['outcome'],
    number
  >;
  for (const { outcome } of records) counts[outcome] += 1;
  return counts;
}
