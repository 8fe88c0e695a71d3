import { jaModel, Parser } from 'budoux';

const parser = new Parser(jaModel);

/** Titles come back on lists of many kinds, so what was split once is kept; the limit bounds a worker's memory. */
const split = new Map<string, readonly string[]>();
const KEPT_TITLES = 20_000;

/** What leans on the particle before it and stands at the head of no line: に|おける, に|関する. */
const LEANING =
  /^(?:おけ|おい|関(?:する|して|わ)|よ[るり]|よって|対(?:する|して)|つい[てた]|起因|基づ|係る|伴う|とって)/u;

/** Between a maker and its product (三菱電機製|ロボット, not 製|品), and before a quoted name. */
const INNER_BREAK = /(?<=(?:\S\S|\w )製)(?=[^\s品造作])|(?<=[^\s「])(?=「)/u;

/** Full-width characters that fit into a line of a title on a phone 320 pixels wide. */
const NARROW_LINE = 14;

/**
 * A Japanese text cut into the phrases (文節) between which a line may break; joined they are the text again.
 * BudouX decides where. Three rules stand above it: no cut inside a Latin word or number, because its model knows
 * Japanese only; none before a word that leans on its particle, where the two fit into a line; and a long phrase is
 * cut after the 製 of its maker and before a quoted name.
 */
export function splitPhrases(text: string): readonly string[] {
  const known = split.get(text);
  if (known) return known;
  if (split.size >= KEPT_TITLES) split.clear();
  const phrases = joinChunks(parser.parse(text)).flatMap(splitLong);
  split.set(text, phrases);
  return phrases;
}

/** Says of a phrase with a space in it that a line of a title on a phone can hold it whole. */
export function isHeldTogether(phrase: string): boolean {
  return phrase.trim().includes(' ') && widthOf(phrase.trim()) <= NARROW_LINE;
}

function joinChunks(chunks: readonly string[]): readonly string[] {
  const phrases: string[] = [];
  for (const chunk of chunks) {
    const last = phrases.at(-1);
    if (last !== undefined && belongsTo(last, chunk)) phrases[phrases.length - 1] = last + chunk;
    else phrases.push(chunk);
  }
  return phrases;
}

function belongsTo(before: string, chunk: string): boolean {
  if (/[!-~]$/u.test(before) && /^[!-~]/u.test(chunk)) return true;
  if (!before.endsWith('に') || !LEANING.test(chunk)) return false;
  const unbroken =
    before
      .split(' ')
      .flatMap((piece) => piece.split(INNER_BREAK))
      .at(-1) ?? before;
  return widthOf(unbroken + chunk) <= NARROW_LINE;
}

function splitLong(phrase: string): readonly string[] {
  const long = phrase.split(' ').some((piece) => widthOf(piece) > NARROW_LINE / 2);
  return long ? phrase.split(INNER_BREAK) : [phrase];
}

/** In full-width characters; a Latin one is a little wider than half of one. */
function widthOf(text: string): number {
  return Array.from(text).reduce((width, character) => {
    if (character === ' ') return width + 0.25;
    return width + (/[!-~]/u.test(character) ? 0.58 : 1);
  }, 0);
}
