import type { Day } from '#domain/dates.ts';

const MILLISECONDS = 86_400_000;

/** How many days lie from one day to another: 0 for the same day, negative when the other comes first. */
export function daysFrom(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / MILLISECONDS;
}
