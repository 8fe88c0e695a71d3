import type { Day } from '#domain/dates.ts';
import { nearest } from '#domain/nearest.ts';
import type { Command, CommandProblem } from './command.ts';
import type { Said, SaidAct } from './said.ts';

/** Who speaks, and for whom. */
export interface Speaker {
  vendor: string | undefined;
  isCoordinator: boolean;
}

/** What is known of a case at the moment at which something is said. */
export interface CaseSoFar {
  vendors: ReadonlySet<string>;
  /** The last answer of each vendor before that moment. */
  latest: ReadonlyMap<string, Said>;
  /** The answer that a coordinator approved last, of each vendor. */
  approved: ReadonlyMap<string, Said>;
  /** Digest of the text that would be published; absent where nobody knows it. */
  text: string | undefined;
}

/** What a command brings about, for itself or for whom it was said. */
export type Judgement = { act: SaidAct; of?: Said } | { problem: CommandProblem };

type CommandOf<Verb extends Command['verb']> = Extract<Command, { verb: Verb }>;

/**
 * Whether who speaks may say that, and what it means: a vendor's word is for its own row; rows of others, records and
 * the text are for coordinators.
 * @param on the day on which it is said
 */
export function judgeCommand(
  command: Exclude<Command, { verb: 'help' }>,
  speaker: Speaker,
  soFar: CaseSoFar,
  on: Day,
): Judgement {
  const { verb } = command;
  if (verb === 'record') return judgeRecord(command, speaker, soFar, on);
  if (verb === 'approve')
    return command.of === 'text' ? judgeText(command, speaker, soFar) : judgeRow(command, speaker, soFar);
  const { vendor } = speaker;
  if (vendor === undefined)
    return refuse(
      verb === 'status' ? { kind: 'use-record', params: {} } : { kind: 'vendors-only', params: { verb } },
    );
  if (verb === 'status')
    return { act: { act: 'answered', vendor, answer: command.answer, via: 'github', on } };
  return {
    act: verb === 'hold' ? { act: 'held', vendor, reason: command.reason } : { act: 'released', vendor },
  };
}

function judgeRecord(
  { vendor, answer, via, on }: CommandOf<'record'>,
  { isCoordinator }: Speaker,
  { vendors }: CaseSoFar,
  today: Day,
): Judgement {
  if (!isCoordinator) return refuse({ kind: 'coordinators-only', params: { verb: 'record' } });
  if (!vendors.has(vendor)) return refuse(unknownVendor(vendor, vendors));
  if (on > today) return refuse({ kind: 'date-in-future', params: { day: on } });
  return { act: { act: 'answered', vendor, answer, via, on } };
}

/** `/approve` alone is a vendor's word about its own row; with a vendor it is a coordinator's. */
function judgeRow(
  { vendor: named, hash }: Extract<Command, { of: 'row' }>,
  { vendor: own, isCoordinator }: Speaker,
  { vendors, latest, approved }: CaseSoFar,
): Judgement {
  if (named === undefined && own === undefined) return refuse({ kind: 'which-vendor', params: {} });
  if (named !== undefined && named !== own && !isCoordinator)
    return refuse({ kind: 'not-your-row', params: { vendor: named } });
  const vendor = named ?? own ?? '';
  if (!vendors.has(vendor)) return refuse(unknownVendor(vendor, vendors));
  const isSignOff = named === undefined || !isCoordinator;
  const last = latest.get(vendor);
  if (last === undefined) return refuse({ kind: 'no-answer-yet', params: { vendor } });
  // A vendor may also mean the row that is shown while a newer one waits.
  const rows = isSignOff ? [last, approved.get(vendor)] : [last];
  const of = rows.find((one) => one !== undefined && one.row.startsWith(hash ?? ''));
  if (of === undefined)
    return refuse({ kind: 'other-row', params: { written: hash ?? '', row: last.row.slice(0, 12) } });
  return { act: { act: isSignOff ? 'signed-off' : 'row-approved', vendor, row: of.row }, of };
}

function judgeText(
  { hash }: Extract<Command, { of: 'text' }>,
  { isCoordinator }: Speaker,
  { text }: CaseSoFar,
): Judgement {
  if (!isCoordinator) return refuse({ kind: 'coordinators-only', params: { verb: 'approve' } });
  if (hash === undefined) return refuse({ kind: 'missing-hash', params: {} });
  if (text?.startsWith(hash) !== true)
    return refuse({ kind: 'other-text', params: { written: hash, text: text?.slice(0, 12) ?? '' } });
  return { act: { act: 'text-approved', text } };
}

function unknownVendor(written: string, vendors: ReadonlySet<string>): CommandProblem {
  return { kind: 'unknown-vendor', params: { written, nearest: nearest(written, [...vendors]) ?? '' } };
}

function refuse(problem: CommandProblem): Judgement {
  return { problem };
}
