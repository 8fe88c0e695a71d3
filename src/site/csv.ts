import { toCellText } from './spreadsheet-cell.ts';

/**
 * A table as comma-separated values (RFC 4180): UTF-8 with a byte order mark, without which spreadsheets in Japan read
 * another encoding; every cell quoted, lines ending in CR LF, white space inside a cell one blank, no cell a formula.
 */
export function formatCsv(rows: readonly (readonly string[])[]): string {
  return `\uFEFF${rows.map((row) => `${row.map(toCell).join(',')}\r\n`).join('')}`;
}

function toCell(text: string): string {
  return `"${toCellText(text).replaceAll('"', '""')}"`;
}
