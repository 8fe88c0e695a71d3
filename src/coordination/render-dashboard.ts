import type { Language } from '#domain/language.ts';
import { escapeComment } from './commands/escape-comment.ts';
import type { CaseVendor } from './case-record.ts';
import type { DashboardRow } from './dashboard.ts';
import { toOneLine } from './one-line.ts';
import { coordinationWords } from './words/words.ts';

/** The dashboard as a table, for a terminal or as Markdown. */
export function renderDashboard(
  rows: readonly DashboardRow[],
  language: Language,
  format: 'text' | 'markdown',
): string {
  const { dashboard } = coordinationWords(language);
  if (rows.length === 0) return dashboard.empty;
  const head = [
    dashboard.case,
    dashboard.id,
    dashboard.state,
    dashboard.turn,
    dashboard.due,
    dashboard.vendors,
    dashboard.title,
  ];
  const cells = rows.map((row) => cellsOf(row, language));
  return format === 'markdown' ? renderMarkdown([head, ...cells]) : renderColumns([head, ...cells]);
}

function cellsOf({ record, turn, clocks }: DashboardRow, language: Language): string[] {
  const words = coordinationWords(language);
  const { dashboard } = words;
  const [next] = clocks;
  return [
    record.code,
    record.id ?? dashboard.none,
    words.states[record.state],
    `${words.whose[turn.who]}: ${words.turns[turn.why]}`,
    next === undefined
      ? dashboard.none
      : `${words.clocks[next.clock]} ${next.dueOn} (${next.isLate ? dashboard.late(-next.days) : dashboard.left(next.days)})`,
    vendorsOf(record.vendors, language),
    record.report.title,
  ];
}

function vendorsOf(vendors: readonly CaseVendor[], language: Language): string {
  const { dashboard } = coordinationWords(language);
  if (vendors.length === 0) return dashboard.none;
  const pending = vendors.filter(({ isPending }) => isPending).length;
  return [
    `${vendors.filter(({ latest }) => latest !== undefined).length}/${vendors.length}`,
    ...(pending > 0 ? [dashboard.pending(pending)] : []),
    ...(vendors.some(({ hold }) => hold !== undefined) ? [dashboard.held] : []),
  ].join(', ');
}

function renderMarkdown(rows: readonly (readonly string[])[]): string {
  const [head = [], ...rest] = rows.map((cells) => cells.map(escapeComment));
  return [head, head.map(() => '---'), ...rest].map((cells) => `| ${cells.join(' | ')} |`).join('\n');
}

/** Columns side by side. Kana and kanji take two places of a terminal. */
function renderColumns(rows: readonly (readonly string[])[]): string {
  const plain = rows.map((cells) => cells.map(toOneLine));
  const widths = (plain[0] ?? []).map((_, index) =>
    Math.max(...plain.map((cells) => widthOf(cells[index] ?? ''))),
  );
  return plain
    .map((cells) =>
      cells
        .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

function widthOf(text: string): number {
  let width = 0;
  for (const character of text)
    width +=
      /[\u1100-\u115f\u2e80-\u9fff\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]/.test(
        character,
      )
        ? 2
        : 1;
  return width;
}
