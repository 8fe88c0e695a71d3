import type { Head } from './chain.ts';

/** The end of a case's ledger as a commit message of the hub keeps it. */
export interface Anchor extends Head {
  /** The code of the case. */
  code: string;
}

/** The trailer of a commit message: `Ledger: k3v9qm 12 <SHA-256 of line 12>`. */
export function formatAnchor({ code, seq, hash }: Anchor): string {
  return `Ledger: ${code} ${seq} ${hash}`;
}

const anchorPattern = /^Ledger: ([a-z0-9]{6}) ([1-9]\d{0,8}) ([0-9a-f]{64})\r?$/gm;

/** All anchors of one commit message, from top to bottom. Anything else in it is passed over. */
export function parseAnchors(message: string): Anchor[] {
  return [...message.matchAll(anchorPattern)].map(([, code = '', seq, hash = '']) => ({
    code,
    seq: Number(seq),
    hash,
  }));
}

/**
 * A ledger that is not what the hub's commits say of it.
 * - `ledger-missing`: there is none
 * - `ledger-cut`: it has fewer lines than it once had
 * - `ledger-rewritten`: line `seq` is another than it once was
 * - `ledger-unanchored`: no commit names it, so nobody can tell
 */
export interface AnchorProblem {
  kind: 'ledger-missing' | 'ledger-cut' | 'ledger-rewritten' | 'ledger-unanchored';
  code: string;
  /** The line of which the anchor speaks; 0 without an anchor. */
  seq: number;
}

/**
 * Holds ledgers against the anchors of the hub's history, which find what a chain cannot: lines cut from its end, and a
 * chain that was made anew.
 * @param chains the digests of each ledger's lines, by code (`Ledger.hashes`)
 * @param anchors newest first
 * @returns at most one problem for each ledger, the one that the newest contradicting anchor shows; by code
 */
export function checkAnchors(
  chains: ReadonlyMap<string, readonly string[]>,
  anchors: readonly Anchor[],
): AnchorProblem[] {
  const byCode = Map.groupBy(anchors, ({ code }) => code);
  const codes = [...new Set([...chains.keys(), ...byCode.keys()])].toSorted();
  return codes.flatMap((code) => checkLedger(code, chains.get(code), byCode.get(code) ?? []));
}

function checkLedger(
  code: string,
  hashes: readonly string[] | undefined,
  anchors: readonly Anchor[],
): AnchorProblem[] {
  const [newest] = anchors;
  if (newest === undefined) return [{ kind: 'ledger-unanchored', code, seq: 0 }];
  if (hashes === undefined) return [{ kind: 'ledger-missing', code, seq: newest.seq }];
  const longest = anchors.find(({ seq }) => seq > hashes.length);
  if (longest !== undefined) return [{ kind: 'ledger-cut', code, seq: longest.seq }];
  const other = anchors.find(({ seq, hash }) => hashes[seq - 1] !== hash);
  return other === undefined ? [] : [{ kind: 'ledger-rewritten', code, seq: other.seq }];
}
