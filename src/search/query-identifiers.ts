/** A piece of a query: an identifier, or the text between two. */
interface QueryPiece {
  /** As it stands in the query. */
  piece: string;
  /** As records spell it. */
  identifier?: string;
  /** Other ways in which a text may write it. */
  spellings: readonly string[];
}

/** Kinds of identifiers whose parts are numbers: `CVE 2018 16203`, `icsa_19_274_01`, `cwe79`. */
const NUMBERED =
  /(?<![a-z0-9])(?<kind>cve|jvndb|icsma|icsa|mfsa|cwe)[\s_-]*(?<numbers>\d+(?:[\s_-]+\d+)*)(?![a-z0-9])/i;
/** How many digits the parts of each kind have. */
const PARTS: Readonly<Record<string, RegExp>> = {
  CVE: /^\d{4}-\d{4,19}/,
  JVNDB: /^\d{4}-\d{6}/,
  ICSA: /^\d{2}-\d{3}-\d{2}/,
  ICSMA: /^\d{2}-\d{3}-\d{2}/,
  MFSA: /^\d{4}-\d{2,3}/,
  CWE: /^\d{1,5}/,
};
/** Letters and a number: JVN#13199224, jvnvu # 90000001, NOTE13199224. */
const MARKED =
  /(?<![a-z0-9])(?<letters>[a-z]{2,12})(?:\s?#\s?(?<marked>\d[\d-]*)|(?<bare>\d{8,12}))(?![a-z0-9])/i;
/** Only letters that are known to be an identifier may stand apart from the number: JVN 13199224, VU 257161. */
const APART = /(?<![a-z0-9])(?<letters>jvn[a-z]{0,3}|vu)[\s_-]+(?<marked>\d{4,8})(?![a-z0-9])/i;
const BARE = /(?<![\w.-])(?<number>\d{5,12})(?![\w.-])/;

/** Cuts a text into identifiers and what stands between them; the text is tidy (`normalizeQuery`). */
export function readIdentifiers(text: string): QueryPiece[] {
  for (const read of [readNumbered, readMarked, readBare]) {
    const found = read(text);
    if (!found) continue;
    const { at, ...piece } = found;
    return [
      ...readIdentifiers(text.slice(0, at)),
      piece,
      ...readIdentifiers(text.slice(at + piece.piece.length)),
    ];
  }
  return text.trim() === '' ? [] : [{ piece: text, spellings: [] }];
}

/** What two spellings of an identifier have in common: letters and digits. */
export function toIdentifierKey(identifier: string): string {
  return identifier.toUpperCase().replace(/[^A-Z0-9]/g, '');
}

type Found = QueryPiece & { at: number };

function readNumbered(text: string): Found | undefined {
  const found = NUMBERED.exec(text);
  if (!found) return undefined;
  const { kind = '', numbers = '' } = found.groups ?? {};
  const [number] = PARTS[kind.toUpperCase()]?.exec(numbers.replace(/[\s_-]+/g, '-')) ?? [];
  if (number === undefined) return undefined;
  // Further numbers behind it are words of their own.
  const piece = text.slice(
    found.index,
    found.index + found[0].length - numbers.length + lengthOf(numbers, number),
  );
  const identifier = `${kind.toUpperCase()}-${number}`;
  return { at: found.index, piece, identifier, spellings: [identifier, kind + number] };
}

/** How long the number is where it is written with other blanks. */
function lengthOf(numbers: string, number: string): number {
  const digits = number.split('-').join(String.raw`[\s_-]+`);
  return new RegExp(`^${digits}`).exec(numbers)?.[0].length ?? numbers.length;
}

function readMarked(text: string): Found | undefined {
  const found = MARKED.exec(text) ?? APART.exec(text);
  if (!found) return undefined;
  const { letters = '', marked, bare } = found.groups ?? {};
  const number = marked ?? bare ?? '';
  const identifier = letters.toUpperCase() + number;
  return { at: found.index, piece: found[0], identifier, spellings: [`${letters} ${number}`, identifier] };
}

function readBare(text: string): Found | undefined {
  const found = BARE.exec(text);
  return found ? { at: found.index, piece: found[0], identifier: found[0], spellings: [] } : undefined;
}
