/**
 * A table as tab-separated values (IANA text/tab-separated-values), one row a line, without a line break at the end.
 * White space inside a cell becomes one blank. A cell that a spreadsheet would take for a formula starts with an
 * apostrophe, because names in advisories come from anyone.
 */
export function formatTsv(rows: readonly (readonly string[])[]): string {
  return rows.map((row) => row.map(toCell).join('\t')).join('\n');
}

function toCell(text: string): string {
  const flat = text.replaceAll(/\s+/gu, ' ').trim();
  return /^[=+\-@]/u.test(flat) ? `'${flat}` : flat;
}
