import type { Track } from '#domain/case.ts';
import type { Day } from '#domain/dates.ts';
import { addQuarters, lastDayOf, type Quarter, quarterOf } from '#domain/quarter.ts';
import {
  type Ledger,
  LEDGER_PARTS,
  LEDGER_SERIES,
  type LedgerFacts,
  type LedgerSeries,
  numberIn,
  reportsPerBusinessDay,
  type Tally,
} from '#domain/statistics-ledger.ts';
import type { CaseMilestones } from './case-milestones.ts';

type Numbers = Omit<LedgerFacts, 'source' | 'note' | 'previous'>;

/**
 * The numbers of a quarter, and with the ledger before it those since the beginning. Where no such number is known, or a
 * case has no track yet, what would follow from it stays unknown.
 * @param before the ledger of the quarter before this one; the quarter of `since` needs none
 * @param time the first day on which reports were taken, and today: a rate is given only of a quarter that is over
 */
export function countCases(
  cases: readonly CaseMilestones[],
  quarter: Quarter,
  before: LedgerFacts | undefined,
  time: { since: Day; today: Day },
): Numbers {
  const { since, today } = time;
  // Before the first quarter there was nothing.
  const otherwise = quarterOf(since) === quarter ? (alone: Tally) => alone : () => ({});
  const numbers: Numbers = Object.fromEntries(
    LEDGER_SERIES.map((series) => {
      const alone = countSeries(cases, quarter, series);
      const cumulative = before ? addUp(alone, before, series) : otherwise(alone);
      return [series, { quarter: alone, ...(Object.keys(cumulative).length > 0 && { cumulative }) }];
    }),
  );
  const rate = lastDayOf(quarter) < today ? rateOf(numbers, quarter, since) : undefined;
  return { ...numbers, ...(rate !== undefined && { perBusinessDay: rate }) };
}

function rateOf(numbers: Numbers, quarter: Quarter, since: Day): string | undefined {
  const facts = { ...numbers, source: { title: quarter } };
  return reportsPerBusinessDay({ quarter, facts }, since)?.toFixed(2);
}

/** The ledger of the quarter before another, where there is one. */
export function ledgerBefore(ledgers: readonly Ledger[], quarter: Quarter): LedgerFacts | undefined {
  const wanted = addQuarters(quarter, -1);
  return ledgers.find((ledger) => ledger.quarter === wanted)?.facts;
}

function countSeries(cases: readonly CaseMilestones[], quarter: Quarter, series: LedgerSeries): Tally {
  const counted = cases.filter((one) => {
    const day = one[series];
    return day !== undefined && quarterOf(day) === quarter;
  });
  const total = counted.length;
  // The track is chosen when a report is accepted; until then nobody knows what the report is about.
  if (counted.some(({ track }) => track === undefined)) return { total };
  const of = (track: Track) => counted.filter((one) => one.track === track).length;
  return { software: of('product'), website: of('website'), total };
}

function addUp(alone: Tally, before: LedgerFacts, series: LedgerSeries): Tally {
  return Object.fromEntries(
    LEDGER_PARTS.flatMap((part) => {
      const [earlier, added] = [numberIn(before, series, 'cumulative', part), alone[part]];
      return earlier === undefined || added === undefined ? [] : [[part, earlier + added]];
    }),
  );
}
