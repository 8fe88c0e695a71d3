import type { CommandProblem } from './command.ts';

/** An answer in words to one comment. */
export interface Reply {
  repo: string;
  comment: number;
  /** SHA-256 of the comment's body, hex. */
  sha256: string;
  /** The login of who wrote it. */
  author: string;
  /** Whether the author has no part in the case; such a person is answered once. */
  isStranger: boolean;
  problems: CommandProblem[];
  /** Whether the comment asks for help. */
  wantsHelp: boolean;
}

/** With this our answer begins: which comment it answers, and which text of it. It counts in comments of our own only. */
export function replyMarker({ comment, sha256 }: Pick<Reply, 'comment' | 'sha256'>): string {
  return `<!-- kairan:reply ${comment} ${sha256.slice(0, 16)} -->`;
}
