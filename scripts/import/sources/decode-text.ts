/** A text and, where it was not UTF-8, how it was encoded. */
export interface DecodedText {
  readonly text: string;
  readonly encoding?: string;
}

/**
 * Bytes of a foreign file as text: UTF-8, UTF-16 with its mark, or one of the encodings in which Japanese archives
 * stand (ISO-2022-JP, EUC-JP, Shift_JIS). `undefined` when none of them fits without doubt: a wrong guess would put
 * nonsense into an advisory.
 */
export function decodeText(bytes: Uint8Array): DecodedText | undefined {
  const marked = encodingOfMark(bytes);
  if (marked !== undefined) return decodeAs(marked, bytes);
  const plain = decodeAs('utf-8', bytes);
  // ISO-2022-JP is ASCII with escape sequences, so it is UTF-8 as well.
  if (plain !== undefined && !/\x1b(?:\$[@B]|\([BJ])/.test(plain.text)) return { text: plain.text };
  const japanese = plain === undefined ? ['euc-jp', 'shift_jis'] : ['iso-2022-jp'];
  const readings = japanese
    .flatMap((encoding) => decodeAs(encoding, bytes) ?? [])
    .filter(({ text }) => isJapanese(text));
  const [best, second] = readings.toSorted((a, b) => oddness(a.text) - oddness(b.text));
  return best !== undefined && second !== undefined && oddness(best.text) === oddness(second.text)
    ? undefined
    : best;
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le';
  return bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : undefined;
}

const NAMES: Readonly<Record<string, string>> = {
  'utf-16le': 'UTF-16LE',
  'utf-16be': 'UTF-16BE',
  'iso-2022-jp': 'ISO-2022-JP',
  'euc-jp': 'EUC-JP',
  shift_jis: 'Shift_JIS',
};

function decodeAs(encoding: string, bytes: Uint8Array): DecodedText | undefined {
  try {
    const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
    const name = NAMES[encoding];
    return { text, ...(name !== undefined && { encoding: name }) };
  } catch (error) {
    if (error instanceof TypeError) return undefined;
    throw error;
  }
}

/** Bytes of a European encoding can pass for kanji, but hardly for kana, and no Japanese text is without them. */
function isJapanese(text: string): boolean {
  return /[\p{sc=Hiragana}\u30a1-\u30f6]/u.test(text) && !/[\ue000-\uf8ff]/u.test(text);
}

/** How much of a text is what only a wrong reading gives: half-width katakana, which EUC-JP read as Shift_JIS is full of. */
function oddness(text: string): number {
  return text.replaceAll(/[^\uff61-\uff9f]/gu, '').length;
}
