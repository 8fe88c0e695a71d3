import { compareInstants } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { DraftFacts } from '../draft.ts';

type Revisions = DraftFacts['revisions'];

/**
 * The history of an advisory whose source changed: what stood there stays, what the source tells of later follows. A
 * source that tells of no later moment changed all the same, which becomes a revision of its own.
 * @param now RFC 3339
 */
export function mergeRevisions(present: Revisions, source: Revisions, now: string): Revisions {
  const last = present.at(-1);
  if (last === undefined) return source;
  const later = source.filter(({ at }) => compareInstants(at, last.at) > 0);
  if (later.length > 0) return [...present, ...later];
  return [...present, { at: compareInstants(now, last.at) > 0 ? now : last.at, summary: SOURCE_CHANGED }];
}

/** The history of a source that is as it was, with the revisions that earlier imports added when it changed unsaid. */
export function keepNotices(present: Revisions, source: Revisions): Revisions {
  const notices = present.filter(
    ({ summary }) => typeof summary === 'object' && summary.en === SOURCE_CHANGED.en,
  );
  return [...source, ...notices].toSorted((a, b) => compareInstants(a.at, b.at));
}

const SOURCE_CHANGED: Record<Language, string> = {
  ja: '取り込み元の更新を反映しました。',
  en: 'Brought in line with its source, which was updated.',
};
