/** Names and values of filled fields; the field `q` is free text, every other one a `data-*` value of the rows. */
export type FilterFields = readonly (readonly [name: string, value: string])[];

/** One row of a list: everything that a reader may look for in it, folded, and its values by name. */
export interface FilterRow {
  text: string;
  values: Readonly<Record<string, string | undefined>>;
}

/**
 * Text as the filter compares it on both sides: width, case, accents, ー, `・`, `#` and hyphens do not count, and
 * katakana are hiragana. The search folds more (`foldText`), by tables that weigh more than this whole element.
 */
export function foldRowText(text: string): string {
  return text
    .normalize('NFKD')
    .replace(/[\u0300-\u036F#・ー\p{Pd}]/gu, '')
    .normalize()
    .toLowerCase()
    .replace(/[ァ-ヶ]/g, (kana) => String.fromCharCode(kana.charCodeAt(0) - 0x60));
}

/**
 * A test of rows: every word of the text must occur, and of the values wished under one name one must hold.
 * A row's value may be several, separated by blanks.
 */
export function toRowTest(fields: FilterFields): (row: FilterRow) => boolean {
  const tests = fields.map(([name, value]) => {
    if (name !== 'q') {
      const wanted = fields.filter(([other]) => other === name).map(([, each]) => each);
      return ({ values }: FilterRow) => !!values[name]?.split(' ').some((each) => wanted.includes(each));
    }
    const words = foldRowText(value).split(/\s+/);
    return ({ text }: FilterRow) => words.every((word) => text.includes(word));
  });
  return (row) => tests.every((test) => test(row));
}
