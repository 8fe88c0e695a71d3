/*
 * Business days by the law instead of a table: the Act on National Holidays as it stood in each year from 2004 on, with
 * the days that special acts of 2018 and 2020 moved or added.
 */

const DAY = 86_400_000;
const at = (year: number, month: number, day: number): number => Date.UTC(year, month - 1, day);
const weekdayOf = (day: number): number => new Date(day).getUTCDay();

/** Monday to Friday, no holiday, not 29 December to 3 January; from 8 July 2004 to a day, both included. */
export function countBusinessDays(until: string): number {
  let count = 0;
  for (let day = at(2004, 7, 8); day <= Date.parse(until); day += DAY) {
    const isYearEnd = /-(?:12-(?:29|3.)|01-0[123])T/.test(new Date(day).toISOString());
    if (weekdayOf(day) % 6 !== 0 && !isYearEnd && !isHoliday(day)) count += 1;
  }
  return count;
}

const known = new Map<number, ReadonlySet<number>>();

function isHoliday(day: number): boolean {
  const year = new Date(day).getUTCFullYear();
  const holidays = known.get(year) ?? holidaysOf(year);
  known.set(year, holidays);
  return holidays.has(day);
}

function holidaysOf(year: number): ReadonlySet<number> {
  const named = new Set(namedDays(year));
  const holidays = new Set(named);
  for (const day of named) {
    if (named.has(day + 2 * DAY)) holidays.add(day + DAY);
    if (weekdayOf(day) !== 0) continue;
    let instead = day + DAY;
    while (named.has(instead)) instead += DAY;
    // Before 2007 only the Monday itself could stand in for a Sunday.
    if (year >= 2007 || instead === day + DAY) holidays.add(instead);
  }
  return holidays;
}

function namedDays(year: number): number[] {
  const monday = (month: number, number: number) =>
    at(year, month, 1) + (((8 - weekdayOf(at(year, month, 1))) % 7) + (number - 1) * 7) * DAY;
  const equinox = (month: number, base: number) =>
    at(year, month, Math.floor(base + 0.242194 * (year - 1980)) - Math.floor((year - 1980) / 4));
  const games: Record<number, [marine: number, sports: number, mountain: number]> = {
    2020: [at(2020, 7, 23), at(2020, 7, 24), at(2020, 8, 10)],
    2021: [at(2021, 7, 22), at(2021, 7, 23), at(2021, 8, 8)],
  };
  const [marine, sports, mountain] = games[year] ?? [monday(7, 3), monday(10, 2), at(year, 8, 11)];
  return [
    ...[at(year, 1, 1), monday(1, 2), at(year, 2, 11), equinox(3, 20.8431), at(year, 4, 29)],
    ...[at(year, 5, 3), at(year, 5, 5), marine, monday(9, 3), equinox(9, 23.2488), sports],
    ...[at(year, 11, 3), at(year, 11, 23)],
    ...(year >= 2007 ? [at(year, 5, 4)] : []),
    ...(year >= 2016 ? [mountain] : []),
    ...(year >= 2020 ? [at(year, 2, 23)] : []),
    ...(year <= 2018 ? [at(year, 12, 23)] : []),
    ...(year === 2019 ? [at(2019, 5, 1), at(2019, 10, 22)] : []),
  ];
}
