import { jaModel, Parser } from 'budoux';

const parser = new Parser(jaModel);

/** Titles come back on lists of many kinds, so what was split once is kept; the limit bounds a worker's memory. */
const split = new Map<string, readonly string[]>();
const KEPT_TITLES = 20_000;

/**
 * A Japanese text cut into the phrases (文節) between which a line may break; joined they are the text again.
 * BudouX decides where; a cut inside a Latin word or number is not taken, because its model knows Japanese only.
 */
export function splitPhrases(text: string): readonly string[] {
  const known = split.get(text);
  if (known) return known;
  if (split.size >= KEPT_TITLES) split.clear();
  const phrases = joinWords(parser.parse(text));
  split.set(text, phrases);
  return phrases;
}

function joinWords(chunks: readonly string[]): readonly string[] {
  const phrases: string[] = [];
  for (const chunk of chunks) {
    const last = phrases.at(-1);
    const insideWord = last !== undefined && /[!-~]$/u.test(last) && /^[!-~]/u.test(chunk);
    if (insideWord) phrases[phrases.length - 1] = last + chunk;
    else phrases.push(chunk);
  }
  return phrases;
}
