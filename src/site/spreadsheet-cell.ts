/**
 * A text that no spreadsheet takes for a formula when it opens a table file: what starts like one gets an apostrophe in
 * front. Names in advisories come from anyone, and full-width signs act as formulas in Japanese spreadsheets
 * (https://owasp.org/www-community/attacks/CSV_Injection).
 */
export function disarmCell(text: string): string {
  return /^[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}
