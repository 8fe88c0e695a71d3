/**
 * A text as it is searched for words: escapes of JSON, HTML and addresses are undone, compatibility forms are one (NFKC),
 * capitals are small, runs of space are one space, and what only guides line breaks is gone. Escapes may stand in each
 * other, as HTML in JSON does, up to three deep.
 */
export function foldText(text: string): string {
  let plain = text;
  for (let depth = 0; depth < 3; depth += 1) {
    const less = undoEscapes(plain);
    if (less === plain) break;
    plain = less;
  }
  const normal = /^\p{ASCII}*$/u.test(plain) ? plain : plain.normalize('NFKC').replaceAll(INVISIBLE, '');
  return normal.toLowerCase().replaceAll(/\s+/g, ' ');
}

/** A folded text without its markup, so that a word is found of which a part is emphasised or a line may break. */
export function dropMarkup(folded: string): string {
  return folded.includes('<') ? folded.replaceAll(/<[^<>]*>/g, '') : folded;
}

/** Characters without width: soft hyphen, joiners, marks of direction, byte order mark. */
const INVISIBLE = /[\u00ad\u200b-\u200f\u2060-\u2064\ufeff]/gu;

const ESCAPE =
  /\\(?:u([0-9a-f]{4})|(["\\/bfnrt]))|((?:%[0-9a-f]{2})+)|&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(amp|lt|gt|quot|apos|nbsp|shy));/gi;

const NAMED: Readonly<Record<string, string>> = {
  ...{ amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ', shy: '' },
  ...{ '"': '"', '\\': '\\', '/': '/', b: ' ', f: ' ', n: ' ', r: ' ', t: ' ' },
};

function undoEscapes(text: string): string {
  if (!/[\\%&]/.test(text)) return text;
  return text.replaceAll(ESCAPE, (whole: string, ...groups: (string | undefined)[]) => {
    const [unit, character, percent, hex, decimal, name] = groups;
    if (unit !== undefined) return String.fromCharCode(Number.parseInt(unit, 16));
    if (percent !== undefined) return undoPercent(percent);
    if (hex !== undefined) return toCharacter(Number.parseInt(hex, 16), whole);
    if (decimal !== undefined) return toCharacter(Number(decimal), whole);
    return NAMED[(character ?? name ?? '').toLowerCase()] ?? whole;
  });
}

function undoPercent(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

function toCharacter(codePoint: number, whole: string): string {
  return codePoint <= 0x10ffff ? String.fromCodePoint(codePoint) : whole;
}
