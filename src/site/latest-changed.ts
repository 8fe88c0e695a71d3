import type { Advisory } from '#catalog/catalog.ts';
import { epochMilliseconds } from '#domain/dates.ts';

/** The most entries of a feed that goes on for ever. */
export const MOST_ENTRIES = 50;

/** Those that were published, updated or withdrawn last, latest change first, as many as a feed holds. */
export function latestChanged(advisories: readonly Advisory[]): Advisory[] {
  return orderByChange(advisories).slice(0, MOST_ENTRIES);
}

/** All of them, latest change first. */
export function orderByChange(advisories: readonly Advisory[]): Advisory[] {
  return advisories
    .map((advisory) => ({ advisory, moment: epochMilliseconds(advisory.updatedAt) }))
    .toSorted((a, b) => b.moment - a.moment)
    .map(({ advisory }) => advisory);
}
