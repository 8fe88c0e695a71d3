import { type Day, dayIn, type Instant, parseDay, parseInstant } from '#domain/dates.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/** A moment with an offset, told on as it is written. The archive has no other publications and updates. */
export function readInstant(place: Place, ...path: readonly string[]): Instant | undefined {
  const written = text(place, ...path);
  if (written === undefined) return undefined;
  if (typeof parseInstant(written) === 'string') return written;
  drop(member(place, ...path), 'unreadable');
  return undefined;
}

/**
 * The day of a moment in the site's zone, or a day that is written as midnight without a zone (`2013-05-28T00:00:00`),
 * which is that day everywhere. Two notes hold an error message of a database here.
 */
export function readDayIn(zone: string, place: Place, ...path: readonly string[]): Day | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) return undefined;
  const day = typeof parseInstant(written) === 'string' ? dayIn(written, zone) : bareDayOf(written);
  if (day === undefined) drop(found, 'unreadable');
  else retell(found, day);
  return day;
}

/** The day as it is written, on the calendar of who wrote it. */
export function readWrittenDay(place: Place, ...path: readonly string[]): Day | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) return undefined;
  const day = written.slice(0, 10);
  if (typeof parseDay(day) === 'string') {
    if (day !== written) retell(found, day);
    return day;
  }
  drop(found, 'unreadable');
  return undefined;
}

function bareDayOf(written: string): Day | undefined {
  const day = /^(\d{4}-\d{2}-\d{2})(?:T00:00:00)?$/u.exec(written)?.[1];
  return day !== undefined && typeof parseDay(day) === 'string' ? day : undefined;
}
