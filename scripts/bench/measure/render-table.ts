/** Rows of text; the first is the head. */
export type Table = readonly (readonly string[])[];

/** The table for a terminal: first column to the left, figures to the right, a line below the head. */
export function renderPlainTable(table: Table): string {
  const widths = widthsOf(table);
  const lines = table.map((row) => alignRow(row, widths).join('  ').trimEnd());
  const [head = '', ...rest] = lines;
  return [head, '-'.repeat(widths.reduce((sum, width) => sum + width + 2, -2)), ...rest].join('\n');
}

/** The same table in Markdown. */
export function renderMarkdownTable(table: Table): string {
  const widths = widthsOf(table);
  const [head = '', ...rest] = table.map((row) => `| ${alignRow(row, widths).join(' | ')} |`);
  const rule = widths.map((width, column) =>
    column === 0 ? '-'.repeat(width) : `${'-'.repeat(width - 1)}:`,
  );
  return [head, `| ${rule.join(' | ')} |`, ...rest].join('\n');
}

function widthsOf(table: Table): number[] {
  const columns = Math.max(...table.map((row) => row.length));
  return Array.from({ length: columns }, (_, column) =>
    Math.max(3, ...table.map((row) => row[column]?.length ?? 0)),
  );
}

function alignRow(row: readonly string[], widths: readonly number[]): string[] {
  return widths.map((width, column) => {
    const cell = row[column] ?? '';
    return column === 0 ? cell.padEnd(width) : cell.padStart(width);
  });
}
