/** What is compared of a report, a case or a published advisory. */
export interface Comparable {
  /** How people find it: a case's code or an advisory's identifier. */
  name: string;
  title: string;
  product?: string;
  /** Other text in which a CVE may be named. */
  text?: string;
}

/** Something that may be the same, and why. */
export interface DuplicateHint {
  name: string;
  because: 'cve' | 'product-and-title' | 'title';
}

const cve = /CVE-\d{4}-\d{4,19}/gi;

/** Share of common word pieces from which titles are alike, alone and where the product is the same. */
const ALIKE = 0.6;
const ALIKE_SAME_PRODUCT = 0.25;

/** What may be the same as a new report, likeliest first. Hints only: a coordinator decides. */
export function findDuplicates(report: Comparable, others: readonly Comparable[]): DuplicateHint[] {
  const [cves, pieces, product] = [cvesOf(report), piecesOf(report.title), fold(report.product ?? '')];
  const hints = others.flatMap((other) => {
    const alike = similarity(pieces, piecesOf(other.title));
    const because = reasonFor({
      isSameCve: cvesOf(other).some((one) => cves.includes(one)),
      isSameProduct: product !== '' && fold(other.product ?? '') === product,
      alike,
    });
    return because === undefined ? [] : [{ name: other.name, because, alike }];
  });
  return hints
    .toSorted((a, b) => ORDER.indexOf(a.because) - ORDER.indexOf(b.because) || b.alike - a.alike)
    .map(({ name, because }) => ({ name, because }));
}

const ORDER: readonly DuplicateHint['because'][] = ['cve', 'product-and-title', 'title'];

function reasonFor(found: {
  isSameCve: boolean;
  isSameProduct: boolean;
  alike: number;
}): DuplicateHint['because'] | undefined {
  if (found.isSameCve) return 'cve';
  if (found.isSameProduct && found.alike >= ALIKE_SAME_PRODUCT) return 'product-and-title';
  return found.alike >= ALIKE ? 'title' : undefined;
}

function cvesOf({ title, text = '' }: Comparable): string[] {
  return `${title} ${text}`.match(cve)?.map((one) => one.toUpperCase()) ?? [];
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase().trim();
}

/** Latin words whole, Japanese in pairs of characters, because it has no spaces. */
function piecesOf(text: string): ReadonlySet<string> {
  const pieces = new Set<string>();
  for (const [run] of fold(text).matchAll(/[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}ー]+|[\p{L}\p{N}]+/gu)) {
    if (/^[a-z0-9]/.test(run) || run.length < 3) pieces.add(run);
    else for (let at = 0; at < run.length - 1; at += 1) pieces.add(run.slice(at, at + 2));
  }
  return pieces;
}

function similarity(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  const common = [...a].filter((piece) => b.has(piece)).length;
  const all = a.size + b.size - common;
  return all === 0 ? 0 : common / all;
}
