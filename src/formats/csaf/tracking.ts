import { compareInstants } from '#domain/dates.ts';
import type { CsafEngine, CsafTracking } from './csaf-2.0.ts';
import type { Telling } from './telling.ts';

/**
 * Identity and history (CSAF 2.0 §3.2.1.12). Versions are whole numbers: the revisions of the record, and one more for
 * a withdrawal later than the last of them. Every translation has the whole history, because facts change in all.
 */
export function toTracking(telling: Telling, id: string, engine: CsafEngine): CsafTracking {
  const { record } = telling;
  const history = [
    ...record.revisions.map(({ at, summary }) => ({ date: at, summary: telling.say(summary) })),
    ...toWithdrawal(telling),
  ].map((revision, place) => ({ ...revision, number: String(place + 1) }));
  return {
    current_release_date: record.updatedAt,
    generator: { engine },
    id,
    initial_release_date: record.publishedAt,
    revision_history: history,
    status: 'final',
    version: String(history.length),
  };
}

function toWithdrawal({ record, words, say }: Telling): { date: string; summary: string }[] {
  const { withdrawal, revisions } = record;
  const last = revisions.at(-1);
  if (withdrawal === undefined || last === undefined) return [];
  if (compareInstants(withdrawal.at, last.at) <= 0) return [];
  return [{ date: withdrawal.at, summary: words.withdrawn(say(withdrawal.reason)) }];
}

/** A day as the moment at which it begins in UTC: the record does not say more, and CSAF takes moments only. */
export function toMoment(day: string): string {
  return `${day}T00:00:00Z`;
}
