import { toCellText } from './spreadsheet-cell.ts';

/**
 * A table as tab-separated values (IANA text/tab-separated-values), one row a line, without a line break at the end.
 * White space inside a cell becomes one blank, and no cell is a formula.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(toCellText).join('\t')).join('\n');
}
