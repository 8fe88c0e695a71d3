import { epochMilliseconds } from '#domain/dates.ts';
import { findSuperseded, saidAt } from '../current-entries.ts';
import type { Act, Entry, Source } from '../ledger/entry.ts';
import { rowHash } from '../row.ts';
import type { Command } from './command.ts';

/** What people in a room can bring about. */
export type SaidAct = Extract<
  Act,
  { act: 'answered' | 'signed-off' | 'held' | 'released' | 'row-approved' | 'text-approved' }
>;

/** Where something stands in the order in which it was said; never in which it was read. */
interface Place {
  /** Milliseconds since 1970. */
  at: number;
  comment: number;
  index: number;
  /** Of its entry; those that have none yet come last. */
  seq: number;
}

/** Something that somebody said and may say. */
export interface Said extends Place {
  actor: string;
  act: SaidAct;
  isRecorded: boolean;
  /** Digest of the row to which it belongs; empty where there is none. */
  row: string;
  /** The answer to which an approval or a sign-off belongs, where it is known. */
  of?: Said | undefined;
}

/** A command of a comment that is not in the ledger. */
export interface Asked extends Place {
  author: string;
  command: Command;
  source: Source;
}

export function compareSaid(a: Place, b: Place): number {
  return a.at - b.at || a.comment - b.comment || a.index - b.index || a.seq - b.seq;
}

/** What the ledger holds of what was said, without what an edit of its comment has outdone. */
export function readLedger(entries: readonly Entry[]): Said[] {
  const superseded = findSuperseded(entries);
  return entries.flatMap((entry) => {
    const act = toSaidAct(entry);
    if (act === undefined || superseded.has(entry.seq)) return [];
    const { source } = act;
    const at = 'vendor' in entry && isVendorEntry(entry) ? saidAt(entry) : (source?.updatedAt ?? entry.at);
    const place = { comment: source?.comment ?? 0, index: source?.index ?? 0, seq: entry.seq };
    return [
      { ...place, at: epochMilliseconds(at), actor: entry.actor, act, row: rowOf(act), isRecorded: true },
    ];
  });
}

type VendorEntry = Parameters<typeof saidAt>[0];

function isVendorEntry(entry: Entry): entry is VendorEntry {
  return ['answered', 'signed-off', 'held', 'released'].includes(entry.act);
}

function toSaidAct(entry: Entry): SaidAct | undefined {
  return isVendorEntry(entry) || entry.act === 'row-approved' || entry.act === 'text-approved'
    ? entry
    : undefined;
}

export function rowOf(act: SaidAct): string {
  if (act.act === 'answered') return rowHash(act.vendor, act.answer);
  return 'row' in act ? act.row : '';
}
