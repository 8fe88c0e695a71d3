import { FORBIDDEN_CHARACTER, findForbiddenCharacter, formatCodePoint } from '#domain/forbidden-character.ts';

/** Largest content file that is read at all, in bytes. */
export const MAX_SOURCE_BYTES = 1024 * 1024;

/** Something wrong in one place of one file. Lines and columns count from 1; columns count UTF-16 code units. */
export interface SourceProblem<Kind extends string = string> {
  readonly kind: Kind;
  readonly line: number;
  readonly column: number;
  readonly params: Readonly<Record<string, string | number>>;
}

export type DecodeProblemKind = 'file-too-large' | 'not-utf8' | 'control-character';

export type DecodeResult =
  | { readonly ok: true; readonly source: string }
  | { readonly ok: false; readonly problems: readonly [SourceProblem<DecodeProblemKind>] };

/**
 * Bytes of a content file → its text, without byte order mark and with `\n` line ends.
 * Only UTF-8 is accepted. Anything else is refused with the encoding it most likely is.
 */
export function decodeSource(bytes: Uint8Array): DecodeResult {
  if (bytes.length > MAX_SOURCE_BYTES) {
    return refuse('file-too-large', 1, 1, { bytes: bytes.length, limit: MAX_SOURCE_BYTES });
  }
  const marked = encodingFromMark(bytes);
  if (marked !== undefined) return refuse('not-utf8', 1, 1, { encoding: marked });
  const text = decodeAs('utf-8', bytes);
  if (text === undefined) return refuseEncoding(bytes);
  const source = normalizeSource(text);
  const index = findForbiddenCharacter(source);
  if (index === -1) return { ok: true, source };
  const { line, column } = placeOf(source, index);
  if (/\x1b(?:\$[@B]|\([BJ])/.test(source))
    return refuse('not-utf8', line, column, { encoding: 'ISO-2022-JP' });
  if (source[index] === '\0' && countOf(source, '\0') > source.length / 4) {
    return refuse('not-utf8', line, column, { encoding: 'UTF-16' });
  }
  return refuse('control-character', line, column, {
    codePoint: formatCodePoint(source.codePointAt(index) ?? 0),
  });
}

/** Text with the byte order mark taken off and every line end written as `\n`, so that line numbers stay right. */
export function normalizeSource(text: string): string {
  const start = text.startsWith('\uFEFF') ? 1 : 0;
  if (start === 0 && !text.includes('\r')) return text;
  return text.slice(start).replaceAll(/\r\n?/g, '\n');
}

/** The 1-based line and column of an offset in a text with `\n` line ends. */
function placeOf(text: string, offset: number): { line: number; column: number } {
  const before = text.slice(0, offset);
  return { line: countOf(before, '\n') + 1, column: offset - before.lastIndexOf('\n') };
}

/** The 1-based line and column of many offsets of one text, which is read once, at the first question. */
export function buildPlaces(text: string): (offset: number) => { line: number; column: number } {
  let starts: readonly number[] | undefined;
  return (offset) => {
    starts ??= listLineStarts(text);
    const line = countUpTo(starts, offset);
    return { line, column: offset - (starts[line - 1] ?? 0) + 1 };
  };
}

function listLineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf('\n'); at !== -1; at = text.indexOf('\n', at + 1)) starts.push(at + 1);
  return starts;
}

/** How many of some ascending numbers are not above a limit. */
function countUpTo(numbers: readonly number[], limit: number): number {
  let [low, high] = [0, numbers.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle + 1;
    else high = middle;
  }
  return low;
}

function refuse(
  kind: DecodeProblemKind,
  line: number,
  column: number,
  params: SourceProblem['params'],
): DecodeResult {
  return { ok: false, problems: [{ kind, line, column, params }] };
}

function refuseEncoding(bytes: Uint8Array): DecodeResult {
  // The first replacement character stands where UTF-8 stopped making sense.
  const lossy = normalizeSource(new TextDecoder('utf-8').decode(bytes));
  const { line, column } = placeOf(lossy, Math.max(0, lossy.indexOf('\uFFFD')));
  return refuse('not-utf8', line, column, { encoding: guessEncoding(bytes) });
}

function encodingFromMark(bytes: Uint8Array): string | undefined {
  const [a, b, c, d] = bytes;
  if (a === 0xff && b === 0xfe) return c === 0 && d === 0 ? 'UTF-32LE' : 'UTF-16LE';
  if (a === 0xfe && b === 0xff) return 'UTF-16BE';
  if (a === 0 && b === 0 && c === 0xfe && d === 0xff) return 'UTF-32BE';
  return undefined;
}

/** Both Japanese encodings often accept the other's bytes; the right one gives more Japanese. */
function guessEncoding(bytes: Uint8Array): string {
  const guesses = ['Shift_JIS', 'EUC-JP'].map((encoding) => ({
    encoding,
    score: countJapanese(decodeAs(encoding, bytes)),
  }));
  const [best] = guesses.toSorted((a, b) => b.score - a.score);
  return best !== undefined && best.score > 0 ? best.encoding : 'unknown';
}

function countJapanese(text: string | undefined): number {
  if (text === undefined || FORBIDDEN_CHARACTER.test(normalizeSource(text))) return 0;
  return text.match(/[\u3001-\u30ff\u4e00-\u9fff]/g)?.length ?? 0;
}

function decodeAs(encoding: string, bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return undefined;
  }
}

function countOf(text: string, character: string): number {
  let count = 0;
  for (let at = text.indexOf(character); at !== -1; at = text.indexOf(character, at + 1)) count += 1;
  return count;
}
