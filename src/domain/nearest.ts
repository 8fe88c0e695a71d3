/** Longer words are no typing errors, and the cost grows with the square of the length. */
const longestWord = 64;

/**
 * The candidate that was probably meant, for "did you mean": the one that the fewest typing errors (a letter added, left
 * out, replaced or swapped with its neighbour) turn into `word`. Width and case do not count.
 *
 * One error is forgiven in words of up to five letters, two up to eight, a third of the letters beyond; a word of one
 * or two letters has to agree but for width and case. Among equally near candidates the one with the longest common
 * beginning wins, then the first.
 */
export function nearest(word: string, candidates: readonly string[]): string | undefined {
  const wanted = foldWord(word);
  if (wanted === '' || wanted.length > longestWord) return undefined;
  const limit = forgivenErrors(wanted);
  let best: { candidate: string; errors: number; beginning: number } | undefined;
  for (const candidate of candidates) {
    const folded = foldWord(candidate);
    if (Math.abs(folded.length - wanted.length) > limit || folded.length > longestWord) continue;
    const errors = typingErrors(wanted, folded);
    const beginning = commonBeginning(wanted, folded);
    if (errors > (best?.errors ?? limit)) continue;
    if (best?.errors === errors && beginning <= best.beginning) continue;
    best = { candidate, errors, beginning };
  }
  return best?.candidate;
}

function commonBeginning(a: string, b: string): number {
  let length = 0;
  while (length < a.length && a[length] === b[length]) length += 1;
  return length;
}

function foldWord(word: string): string {
  return word.normalize('NFKC').toLowerCase().trim();
}

function forgivenErrors(word: string): number {
  if (word.length <= 2) return 0;
  return word.length <= 5 ? 1 : Math.max(2, Math.floor(word.length / 3));
}

/** Damerau-Levenshtein distance in its restricted form (optimal string alignment), over UTF-16 units. */
function typingErrors(a: string, b: string): number {
  let beforeLast: number[] = [];
  let last = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row += 1) {
    const current = [row];
    for (let column = 1; column <= b.length; column += 1) {
      const cost = a[row - 1] === b[column - 1] ? 0 : 1;
      const swapped = row > 1 && column > 1 && a[row - 1] === b[column - 2] && a[row - 2] === b[column - 1];
      current[column] = Math.min(
        at(last, column) + 1,
        at(current, column - 1) + 1,
        at(last, column - 1) + cost,
        swapped ? at(beforeLast, column - 2) + 1 : Infinity,
      );
    }
    beforeLast = last;
    last = current;
  }
  return at(last, b.length);
}

function at(row: readonly number[], column: number): number {
  return row[column] ?? Infinity;
}
