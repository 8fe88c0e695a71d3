/**
 * A text that no spreadsheet takes for a formula when it opens a table file: what starts like one gets an apostrophe in
 * front. Names in advisories come from anyone, and full-width signs act as formulas in Japanese spreadsheets
 * (https://owasp.org/www-community/attacks/CSV_Injection). A negative number is a number, and stays one.
 */
function disarmCell(text: string): string {
  return /^(?!-\d+$)[\s\p{C}]*[=+\-@＝＋－＠]/u.test(text) ? `'${text}` : text;
}

/** A text as one cell of a table file: white space is one blank, and nothing in it acts. */
export function toCellText(text: string): string {
  return disarmCell(text.replaceAll(/\s+/gu, ' ').trim());
}
