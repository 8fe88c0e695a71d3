/** The width of every figure, in units of the drawing: narrow enough for a phone without scrolling. */
export const WIDTH = 340;

/** The size of letters in figures, in units of the drawing. */
export const LETTER = 12;

/** About how wide a text is when it is drawn; wide letters (kana, kanji, full-width forms) are as wide as high. */
export function textWidth(text: string): number {
  let width = 0;
  for (const letter of text) width += letter > '\u2E80' ? LETTER : LETTER * 0.6;
  return width;
}

/** The width of the widest of some texts. */
export function widestOf(texts: readonly string[]): number {
  return Math.max(0, ...texts.map(textWidth));
}

/** Two decimals are finer than any screen, and the same on every machine. */
export function round(number: number): number {
  return Math.round(number * 100) / 100;
}
