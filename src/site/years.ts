import type { Shelf } from './site-index.ts';
import type { YearLink } from './view.ts';

/** The strip of years of one shelf, newest first. */
export function toYearLinks(shelf: Shelf, addressOf: (year: number) => string, current?: number): YearLink[] {
  return shelf.years.map(([year, advisories]) => ({
    year,
    count: advisories.length,
    address: addressOf(year),
    current: year === current,
  }));
}
