import { compareInstants, type Instant } from '#domain/dates.ts';
import type { DraftFacts } from '../draft.ts';

type Revisions = DraftFacts['revisions'];

/** A later state of the source's record. */
export interface Update {
  readonly at: Instant;
  /** One sentence for readers, in the language of the draft. */
  readonly summary: string;
}

/**
 * The publication and what came later, in order. What does not lie behind the revision before it says nothing new.
 * @param end nothing is told that came after this moment: that of the withdrawal
 */
export function buildRevisions(publishedAt: Instant, updates: readonly Update[], end?: Instant): Revisions {
  const revisions: Revisions = [{ at: publishedAt, summary: 'Published.' }];
  for (const update of updates.toSorted((a, b) => compareInstants(a.at, b.at))) {
    const latest = revisions.at(-1)?.at ?? publishedAt;
    if (compareInstants(update.at, latest) <= 0) continue;
    if (end !== undefined && compareInstants(update.at, end) > 0) continue;
    revisions.push({ ...update });
  }
  return revisions;
}
