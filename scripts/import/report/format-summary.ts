import type { ImportWords } from '../../words/import/import-words.ts';
import { toLine } from '../facts/plain-line.ts';
import type { Refusal } from '../format.ts';
import type { RoundTrip } from '../round-trip/compare-import.ts';
import { type ImportReport, RECORD_OUTCOMES, type RecordReport } from './import-report.ts';
import { type ImportTotals, summarise } from './summarise.ts';

/** How many lines of one kind a terminal gets. */
const SHOWN = 20;

/** What a terminal shows of an import: totals, and what a person must look at. */
export function formatSummary(report: ImportReport, words: ImportWords): string {
  const totals = summarise(report);
  const refused = report.records.filter(({ outcome }) => outcome === 'refused');
  return [
    ...formatResult(report, totals, words),
    ...block(words.dropped, worstFields(totals, words), words, 8),
    ...block(
      `${words.headings.refused}:`,
      refused.map((record) => formatRefused(record, words)),
      words,
    ),
    ...block(
      `${words.headings.notes}:`,
      report.records.flatMap((record) => formatNotes(record, words)),
      words,
    ),
    ...(report.missingFamilies === undefined
      ? []
      : [words.missingFamilies, report.missingFamilies.trimEnd()]),
    ...(report.roundTrip === undefined ? [] : [formatRoundTrip(report.roundTrip, words)]),
    ...(report.records.length === 0 ? [words.nothing] : []),
    ...(report.newSite && !report.dryRun ? [words.newSite] : []),
    ...(report.dryRun ? [words.dryRun] : []),
  ].join('\n');
}

/** How many values of the source came back as they were. */
function formatRoundTrip({ records, fields }: RoundTrip, words: ImportWords): string {
  const all = Object.values(fields);
  const sum = (pick: (field: (typeof all)[number]) => number): number =>
    all.reduce((total, field) => total + pick(field), 0);
  const before = sum((field) => field.before);
  return words.roundTrip(
    records,
    before,
    sum(({ same }) => same),
  );
}

/** The totals, a sentence a line. */
export function formatResult(
  { out, rows, vendors, versions }: ImportReport,
  { outcomes, values }: ImportTotals,
  words: ImportWords,
): string[] {
  const counts = RECORD_OUTCOMES.filter((outcome) => outcomes[outcome] > 0);
  return [
    words.result(out, counts.map((outcome) => words.count(outcome, outcomes[outcome])).join(', ') || '0'),
    words.rows(rows, vendors.known, vendors.created),
    words.versions(versions.ranges, versions.asText),
    words.values(values.kept, values.normalised, values.dropped, values.empty),
  ];
}

export function formatRefused({ source, name, refusal }: RecordReport, words: ImportWords): string {
  const record = name === source ? source : `${source} (${name})`;
  return refusal === undefined ? record : `${record}: ${formatRefusal(refusal, words)}`;
}

/** Why, where and what, in one line. */
function formatRefusal({ why, at, what }: Refusal, words: ImportWords): string {
  const place = [at, what].filter((part) => part !== undefined && part !== '').join(' ');
  return place === '' ? words.refusals[why] : `${words.refusals[why]} [${place}]`;
}

export function formatNotes({ source, name, notes }: RecordReport, words: ImportWords): string[] {
  return notes.map(({ note, value }) => `${source} (${name}): ${words.notes[note](value)}`);
}

function worstFields({ fields }: ImportTotals, words: ImportWords): string[] {
  return fields
    .filter(({ dropped }) => dropped > 0)
    .toSorted((a, b) => b.dropped - a.dropped)
    .map(
      ({ field, dropped, reasons }) =>
        `${field}: ${dropped} (${reasons.map((why) => words.reasons[why]).join('; ')})`,
    );
}

function block(title: string, lines: readonly string[], words: ImportWords, shown = SHOWN): string[] {
  if (lines.length === 0) return [];
  const rest = lines.length - shown;
  return [
    title,
    ...lines.slice(0, shown).map((line) => `  ${toLine(line)}`),
    ...(rest > 0 ? [`  ${words.andMore(rest)}`] : []),
  ];
}
