import { compareInstants, type Instant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { DraftFacts } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';
import { WORDS } from './words.ts';

export interface Withdrawal {
  readonly at: Instant;
  readonly reason: string;
}

/** The mark by which readers of JVN’s files know a withdrawn record, as Markdown escapes it. */
const MARK = /^\\?\*\\?\* ?(?:削除|Rejected) ?\\?\*\\?\*\s*/iu;

/** An overview without the mark of a withdrawal, and what the mark says; it was withdrawn with the latest revision. */
export function splitWithdrawal(
  overview: string | undefined,
  revisions: DraftFacts['revisions'],
  language: Language,
): { readonly text: string | undefined; readonly withdrawal?: Withdrawal } {
  const mark = overview === undefined ? null : MARK.exec(overview);
  if (overview === undefined || mark === null) return { text: overview };
  const reason = overview.slice(mark[0].length).trim();
  const [latest] = revisions.map(({ at }) => at).toSorted((a, b) => compareInstants(b, a));
  if (latest === undefined) return { text: overview };
  return {
    text: reason === '' ? WORDS[language].withdrawn : reason,
    withdrawal: {
      at: latest,
      reason: toLine(reason.replace(/\\(?=[^\w\s])/gu, '')) || WORDS[language].withdrawn,
    },
  };
}
