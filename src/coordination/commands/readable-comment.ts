import { findExplosive } from '#markdown/guard.ts';

/** Largest comment that is read, in characters; GitHub allows 65 536. */
const LONGEST_COMMENT = 256 * 1024;

/** Whether a text may be handed to the Markdown parser, which is native code and would end the process. */
export function isReadable(source: string): boolean {
  return source.length <= LONGEST_COMMENT && findExplosive(source) === undefined;
}
