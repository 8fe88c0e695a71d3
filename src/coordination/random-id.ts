import type { Family } from '#domain/site.ts';

/** A whole number from 0 up to, but not including, `below`. */
export type Random = (below: number) => number;

const CODE_LETTERS = 'abcdefghjkmnpqrstuvwxyz23456789';

/** A case's code or the end of a room's name: six letters or digits that nobody mixes up when they read them aloud. */
export function randomCode(random: Random): string {
  return Array.from({ length: 6 }, () => CODE_LETTERS[random(CODE_LETTERS.length)]).join('');
}

/** One piece of a family's pattern: a character, a class or `\d`, with a fixed or bounded count. */
const PIECE = /\[([^\]^\\]+)\]|(\\d)|([A-Za-z0-9_:-])/y;
const COUNT = /\{(\d+)(?:,(\d+))?\}/y;

/**
 * An identifier of a family at random, so that it tells neither order nor number of cases: `JVN#` and `[0-9]{8}` give
 * `JVN#48120937`. `undefined` for patterns with groups or alternatives, where a coordinator chooses it.
 */
export function randomId(
  { prefix, pattern }: Pick<Family, 'prefix' | 'pattern'>,
  random: Random,
): string | undefined {
  let id = prefix;
  for (let at = 0; at < pattern.length;) {
    PIECE.lastIndex = at;
    const piece = PIECE.exec(pattern);
    if (piece === null) return undefined;
    at = PIECE.lastIndex;
    COUNT.lastIndex = at;
    const count = COUNT.exec(pattern);
    if (count !== null) at = COUNT.lastIndex;
    const letters = lettersOf(piece);
    const length = lengthOf(count, random);
    for (let index = 0; index < length; index += 1) id += letters[random(letters.length)] ?? '';
  }
  return id;
}

function lettersOf([, characters, digit, one = '']: readonly (string | undefined)[]): string {
  if (digit !== undefined) return '0123456789';
  if (characters === undefined) return one;
  return characters.replaceAll(/(\w)-(\w)/g, (_, from: string, to: string) => {
    const [first, last] = [from.charCodeAt(0), to.charCodeAt(0)];
    return String.fromCharCode(
      ...Array.from({ length: Math.max(0, last - first + 1) }, (__, i) => first + i),
    );
  });
}

function lengthOf(count: RegExpExecArray | null, random: Random): number {
  const least = Number(count?.[1] ?? 1);
  const most = Number(count?.[2] ?? least);
  return least + (most > least ? random(most - least + 1) : 0);
}
