/**
 * A line as a keyboard without an input method would have written it, with the way back to what was written: full-width
 * letters are plain (NFKC), every kind of white space is one space, invisible characters are gone, dashes are hyphens.
 */
export interface FoldedLine {
  /** Letters keep their case. No white space at its ends. */
  text: string;
  /** What was written from an offset of `text` on, without white space at its ends. */
  writtenFrom: (offset: number) => string;
}

/** No command word stands behind this many characters; what follows is free text and needs no folding. */
const LONGEST_HEAD = 4000;

/** One character with the marks that may melt into it, half-width voiced sound marks included. */
const CHARACTER = /[^][\p{M}\uFF9E\uFF9F]*/gu;

/** Format characters, variation selectors and the like: nobody sees them. */
const INVISIBLE = /[\p{Cf}\u034F\uFE00-\uFE0F]/gu;

export function foldLine(written: string): FoldedLine {
  const head = written.slice(0, LONGEST_HEAD);
  let text = '';
  const offsets: number[] = [];
  for (const { 0: character, index } of head.matchAll(CHARACTER)) {
    for (const unit of foldCharacter(character)) {
      if (unit === ' ' && (text === '' || text.endsWith(' '))) continue;
      text += unit;
      for (let count = 0; count < unit.length; count += 1) offsets.push(index);
    }
  }
  const writtenFrom = (offset: number): string => written.slice(offsets[offset] ?? head.length).trim();
  return { text: text.trimEnd(), writtenFrom };
}

function foldCharacter(character: string): string {
  if (character >= '!' && character <= '~' && character.length === 1) return character;
  return character
    .normalize('NFKC')
    .replaceAll(INVISIBLE, '')
    .replaceAll(/\s/gu, ' ')
    .replaceAll(/[\u2010-\u2015\u2212]/gu, '-')
    .replaceAll('\u2236', ':');
}
