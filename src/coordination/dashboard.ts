import { type CaseClock, clocksOf, type ClockSettings } from '#domain/case-clock.ts';
import { type Turn, turnOf } from '#domain/case-turn.ts';
import { compareText } from '#domain/compare-text.ts';
import type { Instant } from '#domain/dates.ts';
import type { CaseRecord } from './case-record.ts';

/** One case as a dashboard shows it. */
export interface DashboardRow {
  record: CaseRecord;
  turn: Turn;
  /** The most urgent first. */
  clocks: readonly CaseClock[];
}

/** Cases with what is due in each, the most urgent first; those without a clock stand last. */
export function buildDashboard(
  records: readonly CaseRecord[],
  settings: ClockSettings,
  now: Instant,
): DashboardRow[] {
  return records
    .map((record) => ({ record, turn: turnOf(record), clocks: clocksOf(record, settings, now) }))
    .toSorted(
      (a, b) =>
        (a.clocks[0]?.days ?? Infinity) - (b.clocks[0]?.days ?? Infinity) ||
        compareText(a.record.code, b.record.code),
    );
}
