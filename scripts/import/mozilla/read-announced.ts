import { type Instant, parseDay } from '#domain/dates.ts';
import { offsetAt } from '#domain/time-zone.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);

/**
 * The day of the announcement (`February 4, 2014`, `Oct 5th, 2010`) as the moment at which it began where the site
 * counts its days: Mozilla writes no time.
 */
export function readAnnounced(place: Place, zone: string): Instant | undefined {
  const found = member(place, 'announced');
  const written = text(found);
  if (written === undefined) return undefined;
  const day = parseWrittenDay(written);
  if (day === undefined) {
    drop(found, 'unreadable');
    return undefined;
  }
  const instant = `${day}T00:00:00${formatOffset(offsetAt(Date.parse(`${day}T00:00:00Z`), zone))}`;
  retell(found, instant);
  return instant;
}

function parseWrittenDay(written: string): string | undefined {
  const [, word = '', date = '', year = ''] =
    /^([A-Z][a-z]+) (\d{1,2})(?:st|nd|rd|th)?, (\d{4})$/u.exec(written) ?? [];
  const month = MONTHS.findIndex((name) => name === word || name.slice(0, 3) === word) + 1;
  const day = `${year}-${String(month).padStart(2, '0')}-${date.padStart(2, '0')}`;
  return month > 0 && typeof parseDay(day) === 'string' ? day : undefined;
}

function formatOffset(milliseconds: number): string {
  const minutes = Math.abs(milliseconds) / 60_000;
  if (minutes === 0) return 'Z';
  const [hour, rest] = [Math.floor(minutes / 60), minutes % 60].map((part) => String(part).padStart(2, '0'));
  return `${milliseconds < 0 ? '-' : '+'}${hour ?? ''}:${rest ?? ''}`;
}
