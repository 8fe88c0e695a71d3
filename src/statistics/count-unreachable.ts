import type { Day } from '#domain/dates.ts';
import { addQuarters, type Quarter, quarterOf, quartersFrom } from '#domain/quarter.ts';

/** An entry of the list of unreachable developers as it is counted: when it came, and when its developer answered. */
export interface CountedEntry {
  listedOn?: Day;
  answeredOn?: Day;
}

/** What became of the list in one quarter. */
export interface UnreachableQuarter {
  quarter: Quarter;
  /** Entries that came; nothing where an answered entry may be one of them, because its first day was not kept. */
  listed?: number;
  /** Entries whose developer answered. */
  answered: number;
  /** Entries on the list at the end of the quarter; nothing where an answered entry may be one of them. */
  standing?: number;
}

/**
 * Counts entries by quarter, from the first day that is known, earliest first.
 * @param until the last quarter to count
 */
export function countUnreachable(entries: readonly CountedEntry[], until: Quarter): UnreachableQuarter[] {
  const stays = entries.map(toStay);
  const [first] = stays.flatMap(({ from, to }) => from ?? to ?? []).toSorted();
  if (first === undefined) return [];
  const length = Math.max(0, quartersFrom(first, until) + 1);
  return Array.from({ length }, (_, step) => countIn(stays, addQuarters(first, step)));
}

/** The quarters in which an entry came and went. */
interface Stay {
  from?: Quarter;
  to?: Quarter;
}

function toStay({ listedOn, answeredOn }: CountedEntry): Stay {
  return {
    ...(listedOn !== undefined && { from: quarterOf(listedOn) }),
    ...(answeredOn !== undefined && { to: quarterOf(answeredOn) }),
  };
}

function countIn(stays: readonly Stay[], quarter: Quarter): UnreachableQuarter {
  const hidden = stays.filter(({ from }) => from === undefined).map(({ to = '' }) => to);
  const isOver = ({ to }: Stay) => to !== undefined && to <= quarter;
  const came = stays.filter(({ from }) => from !== undefined && from <= quarter);
  return {
    quarter,
    ...(hidden.every((to) => to < quarter) && {
      listed: came.filter(({ from }) => from === quarter).length,
    }),
    answered: stays.filter(({ to }) => to === quarter).length,
    ...(hidden.every((to) => to <= quarter) && { standing: came.filter((stay) => !isOver(stay)).length }),
  };
}
