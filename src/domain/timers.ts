import type { Site } from './site.ts';

/** The clocks that a site sets: `timers` of `site.yaml`. */
export type Timers = Site['timers'];
export type Timer = keyof Timers;

const IN_BUSINESS_DAYS: readonly Timer[] = ['triageDays', 'unreachableRemovalDays'];

/** All others count days of the calendar. */
export function countsBusinessDays(timer: Timer): boolean {
  return IN_BUSINESS_DAYS.includes(timer);
}
