import type { Day } from '#domain/dates.ts';
import type { Answer, Channel } from '../answer.ts';

/** What a comment asks for. Whether its author may ask for it is decided by whoever reads the room. */
export type Command =
  | { verb: 'status'; answer: Answer }
  /** A row: one's own when no vendor is named. `hash` is the beginning of its digest, at least eight hex digits. */
  | { verb: 'approve'; of: 'row'; vendor?: string; hash?: string }
  | { verb: 'approve'; of: 'text'; hash?: string }
  | { verb: 'hold'; reason: string }
  | { verb: 'release' }
  | { verb: 'record'; vendor: string; answer: Answer; via: Channel; on: Day }
  | { verb: 'help' };

export type Verb = Command['verb'];

/** Where a command stands that is therefore none. */
export type InertPlace = 'code' | 'list' | 'heading' | 'link' | 'emphasis' | 'table' | 'sentence';

/** What a person must be told, by kind, with what the words need. Texts that people wrote are as they wrote them. */
export interface ProblemParams {
  'unknown-verb': { written: string; nearest: string };
  'missing-status': Nothing;
  'unknown-status': { written: string; nearest: string };
  /** The answer counts; the vendor is told how it was understood. */
  'investigating-is-unknown': Nothing;
  'missing-version': Nothing;
  'fixed-not-affected': Nothing;
  /** Words behind the status that could turn its meaning around. */
  'unclear-words': { written: string; nearest: string };
  'words-behind': { verb: Verb; written: string };
  'missing-reason': Nothing;
  'too-long': { maximum: number };
  'forbidden-character': { codePoint: string };
  'short-hash': { written: string };
  'record-lacks': { part: 'vendor' | 'channel' | 'date' };
  'unknown-channel': { written: string; nearest: string };
  'wrong-date': { written: string };
  'block-yaml': { line: number; code: string };
  'block-unknown-key': { key: string; nearest: string };
  'wrong-value': { key: string; reason: ValueReason; received: string; expected: string };
  'not-read': { place: InertPlace; written: string };
  /** The comment could not be handed to the Markdown parser. */
  unreadable: Nothing;
  'not-allowed': Nothing;
  'edited-by-another': { editor: string };
  'coordinators-only': { verb: Verb };
  'vendors-only': { verb: Verb };
  'use-record': Nothing;
  'not-your-row': { vendor: string };
  'which-vendor': Nothing;
  'unknown-vendor': { written: string; nearest: string };
  'no-answer-yet': { vendor: string };
  'other-row': { written: string; row: string };
  'missing-hash': Nothing;
  'other-text': { written: string; text: string };
  'date-in-future': { day: Day };
}

export type ValueReason = 'missing' | 'list' | 'map' | 'text' | 'empty' | 'too-long' | 'value';

type Nothing = Readonly<Record<string, never>>;
export type ProblemKind = keyof ProblemParams;
type ProblemOf<Kind extends ProblemKind> = { kind: Kind; params: ProblemParams[Kind] };
/** Something that a person must be told. */
export type CommandProblem = { [Kind in ProblemKind]: ProblemOf<Kind> }[ProblemKind];

/** All that a comment says to us. A command's position in `commands` names it for good while the comment stays as it is. */
export interface ParsedComment {
  commands: Command[];
  problems: CommandProblem[];
}
