import type { Instant } from '#domain/dates.ts';
import { formatEntry, hashLine, type Head, NO_HEAD } from './chain.ts';
import { type Act, actSchema, type EntryFrame, frameSchema } from './entry.ts';

/** What is to be recorded, and the login of who did it. */
export interface ActorsAct {
  act: Act;
  actor: string;
}

/**
 * A ledger with acts behind its last line, each with its place in the chain.
 * @param text a ledger that `parseLedger` accepts, or the empty text
 * @param at when it is recorded
 * @throws on a text that is no ledger, and on an act or a moment that its schema refuses
 */
export function appendActs(text: string, acts: readonly ActorsAct[], at: Instant): string {
  let { seq, hash } = headOf(text);
  let appended = text;
  for (const { act, actor } of acts) {
    seq += 1;
    const frame: EntryFrame = frameSchema.parse({ seq, prev: hash, at, actor: actor.toLowerCase() });
    const line = formatEntry({ ...frame, ...actSchema.parse(act) });
    hash = hashLine(line);
    appended += `${line}\n`;
  }
  return appended;
}

/**
 * The end of a ledger, told by its last line alone. Nothing else is checked.
 * @throws on a text that does not end with a line of a ledger
 */
export function headOf(text: string): Head {
  if (text === '') return NO_HEAD;
  if (!text.endsWith('\n')) throw new Error('The ledger ends in the middle of a line.');
  const line = text.slice(text.lastIndexOf('\n', text.length - 2) + 1, -1);
  const seq = Number(/^\{"seq":([1-9]\d*),/.exec(line)?.[1]);
  if (!Number.isSafeInteger(seq)) throw new Error('The last line of the ledger has no number.');
  return { seq, hash: hashLine(line) };
}
