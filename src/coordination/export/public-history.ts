import { compareInstants, type Instant, toZone } from '#domain/dates.ts';
import type { CaseRecord, PlannedRevision } from '../case-record.ts';
import type { Tree } from '#catalog/pick-known.ts';
import { listRows } from './vendor-rows.ts';

/** What a page says first of its own history. */
const PUBLICATION = { ja: '公開', en: 'Published' } as const;

/** The fields of an advisory that tell its own history. */
export interface PublicHistory {
  publishedAt: Instant;
  state: 'published' | 'withdrawn';
  withdrawal?: { at: Instant; reason: PlannedRevision['summary'] };
  revisions: Tree[];
}

/**
 * When the advisory is published, corrected and withdrawn, as the case decided it, on the clock of the site's zone. A
 * withdrawal carries its own moment and reason and is no revision.
 * @param drafted the draft's `revisions`, of which only the `changes` of a correction at the same moment are kept
 */
export function buildHistory(
  publishAt: Instant,
  { revisions }: Pick<CaseRecord, 'revisions'>,
  drafted: unknown,
  zone: string,
): PublicHistory {
  const publishedAt = toZone(publishAt, zone);
  const withdrawal = revisions.findLast(({ kind }) => kind === 'withdrawal');
  const corrections = revisions
    .filter(({ kind }) => kind === 'correction')
    .toSorted((a, b) => compareInstants(a.at, b.at))
    .map(({ at, summary }) => ({ at: toZone(at, zone), summary, ...changesAt(toZone(at, zone), drafted) }));
  return {
    publishedAt,
    state: withdrawal === undefined ? 'published' : 'withdrawn',
    ...(withdrawal && { withdrawal: { at: toZone(withdrawal.at, zone), reason: withdrawal.summary } }),
    revisions: [{ at: publishedAt, summary: PUBLICATION }, ...corrections],
  };
}

function changesAt(at: Instant, drafted: unknown): { changes?: Tree } {
  const revision = listRows(drafted).find((row) => isInstantOf(row['at'], at));
  const changes = revision?.['changes'];
  return changes === undefined ? {} : { changes };
}

function isInstantOf(value: unknown, at: Instant): boolean {
  try {
    return typeof value === 'string' && compareInstants(value, at) === 0;
  } catch {
    return false;
  }
}
