/** A text on one line. Titles, names and answers come from anybody: nothing in them may steer a terminal or break a table. */
export function toOneLine(text: string): string {
  return text.replaceAll(/\p{C}+/gu, ' ');
}
