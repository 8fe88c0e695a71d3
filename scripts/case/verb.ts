import type { FlagTypes, FlagValues } from '../flags.ts';
import type { Desk } from './desk.ts';

/** What was asked of a verb: its flags and the words beside them. */
export interface Asked<Types extends FlagTypes = FlagTypes> {
  flags: FlagValues<Types>;
  words: readonly string[];
}

/** One verb of `npm run case`. Its exit code: 0 done, 1 findings or failure. */
export interface Verb<Types extends FlagTypes = FlagTypes> {
  flags: Types;
  /** How many words may stand beside the flags. */
  words: readonly [least: number, most: number];
  run: (desk: Desk, asked: Asked<Types>) => Promise<number>;
}

/** Keeps the types of a verb's own flags while it is written, and forgets them for the table of verbs. */
export function defineVerb<const Types extends FlagTypes>(verb: Verb<Types>): Verb {
  return verb as unknown as Verb;
}
