import type { ImportWords } from '../../words/import/import-words.ts';
import { formatNotes, formatRefused, formatResult } from './format-summary.ts';
import { toLine } from '../facts/plain-line.ts';
import type { ImportReport, RecordReport } from './import-report.ts';
import { toField } from './import-report.ts';
import type { RoundTrip } from '../round-trip/compare-import.ts';
import { type FieldTotals, summarise } from './summarise.ts';

/** The report for people who look closely: field by field, then record by record what was changed or left out. */
export function formatMarkdown(report: ImportReport, words: ImportWords): string {
  const totals = summarise(report);
  const { records } = report;
  const ofOutcome = (outcome: RecordReport['outcome']) =>
    records.filter((record) => record.outcome === outcome);
  const sections = [
    `# ${words.title(report.format)}`,
    formatResult(report, totals, words)
      .map((line) => `- ${safe(line)}`)
      .join('\n'),
    ...list(
      words.headings.refused,
      ofOutcome('refused').map((record) => formatRefused(record, words)),
    ),
    ...list(
      words.headings.notes,
      records.flatMap((record) => formatNotes(record, words)),
    ),
    ...list(
      words.headings.skipped,
      ofOutcome('skipped').map((record) => formatRefused(record, words)),
    ),
    `## ${words.headings.fields}`,
    fieldTable(totals.fields, words),
    ...(report.roundTrip === undefined
      ? []
      : [`## ${words.headings.roundTrip}`, roundTripTable(report.roundTrip, words)]),
    `## ${words.headings.records}`,
    ...records
      .filter(({ outcome }) => outcome !== 'refused' && outcome !== 'skipped')
      .map((record) => formatRecord(record, words)),
  ];
  return `${sections.join('\n\n')}\n`;
}

function list(title: string, lines: readonly string[]): string[] {
  return lines.length === 0 ? [] : [`## ${title}`, lines.map((line) => `- ${safe(line)}`).join('\n')];
}

/** Field by field what became of the values, as a table. */
function fieldTable(fields: readonly FieldTotals[], words: ImportWords): string {
  const { columns } = words;
  const head = [columns.field, columns.kept, columns.normalised, columns.dropped, columns.why];
  const rows = fields.map(({ field, kept, normalised, dropped, reasons }) => [
    ...[codeInTable(field), String(kept), String(normalised), String(dropped)],
    reasons.map((why) => words.reasons[why]).join('; '),
  ]);
  return [head, ['---', '---:', '---:', '---:', '---'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

/** Field by field how the values came back, as a table; fields that only the export has are left out. */
function roundTripTable({ fields }: RoundTrip, words: ImportWords): string {
  const { columns } = words;
  const rows = Object.entries(fields)
    .filter(([, { before }]) => before > 0)
    .map(([field, { before, after, same }]) => {
      const changed = Math.min(before, after) - same;
      return [codeInTable(field), before, same, changed, before - same - changed].map(String);
    });
  const head = [columns.field, columns.count, columns.same, columns.changed, columns.lost];
  return [head, ['---', '---:', '---:', '---:', '---:'], ...rows]
    .map((row) => `| ${row.join(' | ')} |`)
    .join('\n');
}

function formatRecord({ name, source, outcome, file, fields }: RecordReport, words: ImportWords): string {
  const changes = fields.normalised.map(
    ({ pointer, before, after }) => `  - ${code(toField(pointer))}: ${quote(before)} → ${quote(after)}`,
  );
  const losses = fields.dropped.map(
    ({ pointer, value, why }) => `  - ${code(pointer)}: ${quote(value)} (${words.reasons[why]})`,
  );
  return [
    `### ${safe(name)}`,
    '',
    `- ${safe(source)}: ${words.outcomes[outcome]}${file === undefined ? '' : `, \`${file}\``}`,
    ...(changes.length === 0 ? [] : [`- ${words.headings.changes}`, ...changes]),
    ...(losses.length === 0 ? [] : [`- ${words.headings.losses}`, ...losses]),
  ].join('\n');
}

/** Longest value in a line of the Markdown report; the JSON report has more of it. */
const LONGEST = 120;

function quote(text: string): string {
  const line = toLine(text);
  return code(line.length > LONGEST ? `${line.slice(0, LONGEST - 1)}…` : line);
}

/** Text of strangers as code, on one line. */
function code(text: string): string {
  return `\`${toLine(text).replaceAll('`', 'ˋ')}\``;
}

function codeInTable(text: string): string {
  return code(text).replaceAll('|', String.raw`\|`);
}

/** Text of strangers, which must not become markup. */
function safe(text: string): string {
  return toLine(text).replaceAll(/[\\`*_[\]<>#|&]/gu, '\\$&');
}
