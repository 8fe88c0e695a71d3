import holidayJp from '@holiday-jp/holiday_jp';
import { addDays, type Day } from './dates.ts';

/*
 * Business days (就業日) as IPA counts them in its quarterly report: Monday to Friday, no national holiday of Japan, not
 * 29 December to 3 January. Holidays come from a table of whole years, those of years to come as today's law foresees
 * them. Beyond the table there is no answer, and the functions say so.
 */

/** That a day lies beyond the years of the table of holidays, so that no business day can be told there. */
interface HolidaysUnknown {
  readonly problem: 'holidays-unknown';
  /** The first day that was asked for and is not covered. */
  readonly day: Day;
}

const nationalHolidays: ReadonlySet<Day> = new Set(Object.keys(holidayJp.holidays));
const coveredYears: ReadonlySet<string> = new Set([...nationalHolidays].map((day) => day.slice(0, 4)));

/** What a day is. `daysOff` are the days off beside the national holidays (`holidays` of site.yaml). */
export function dayKind(day: Day, daysOff: readonly Day[] = []): 'business-day' | 'day-off' | 'unknown' {
  if (!coveredYears.has(day.slice(0, 4))) return 'unknown';
  const isOff =
    isWeekend(day) || isYearEnd(day.slice(5)) || nationalHolidays.has(day) || daysOff.includes(day);
  return isOff ? 'day-off' : 'business-day';
}

function isWeekend(day: Day): boolean {
  return new Date(`${day}T00:00:00Z`).getUTCDay() % 6 === 0;
}

function isYearEnd(monthAndDay: string): boolean {
  return monthAndDay >= '12-29' || monthAndDay <= '01-03';
}

/** The day itself when it is a business day, otherwise the first one after it. */
export function nextBusinessDay(day: Day, daysOff: readonly Day[] = []): Day | HolidaysUnknown {
  return dayKind(day, daysOff) === 'business-day' ? day : addBusinessDays(day, 1, daysOff);
}

/**
 * The business day that lies `count` business days after a day, before it when negative. The day itself is not counted,
 * so it need not be a business day; 0 gives it back as it is.
 * @param count a whole number
 */
export function addBusinessDays(
  day: Day,
  count: number,
  daysOff: readonly Day[] = [],
): Day | HolidaysUnknown {
  const step = Math.sign(count);
  let found = day;
  for (let left = Math.abs(count); left > 0;) {
    found = addDays(found, step);
    const kind = dayKind(found, daysOff);
    if (kind === 'unknown') return { problem: 'holidays-unknown', day: found };
    if (kind === 'business-day') left -= 1;
  }
  return found;
}

/** How many business days there are from a day to another, both included; 0 when `to` comes before `from`. */
export function countBusinessDays(
  from: Day,
  to: Day,
  daysOff: readonly Day[] = [],
): number | HolidaysUnknown {
  let count = 0;
  for (let day = from; day <= to; day = addDays(day, 1)) {
    const kind = dayKind(day, daysOff);
    if (kind === 'unknown') return { problem: 'holidays-unknown', day };
    if (kind === 'business-day') count += 1;
  }
  return count;
}
