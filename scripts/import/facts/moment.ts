import { type Day, type Instant, parseDay, parseInstant } from '#domain/dates.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/**
 * A moment of a record, told on. One without an offset is in UTC, as both the CVE Record Format (`timestamp`) and OSV
 * say, and a day alone begins at midnight there. The year 1 is how programs write that they know of no moment.
 */
export function readMoment(place: Place, ...path: readonly string[]): Instant | undefined {
  const found = member(place, ...path);
  const written = text(found);
  if (written === undefined) {
    if (found.value !== undefined && found.value !== null && found.value !== '') drop(found, 'unreadable');
    return undefined;
  }
  if (written.startsWith('0001-01-01')) {
    drop(found, 'placeholder');
    return undefined;
  }
  const moment = [written, completed(written)].find(
    (candidate) => typeof parseInstant(candidate) === 'string',
  );
  if (moment === undefined) drop(found, 'unreadable');
  else if (moment !== written) retell(found, moment);
  return moment;
}

/** The day of a moment as it is written, told on as the day. */
export function readDay(place: Place, ...path: readonly string[]): Day | undefined {
  const found = member(place, ...path);
  const moment = readMoment(found);
  const day = moment?.slice(0, 10);
  if (day === undefined || typeof parseDay(day) !== 'string') return undefined;
  if (day !== found.value) retell(found, day);
  return day;
}

function completed(written: string): string {
  const whole = written.replace(/^(\d{4}-\d{2}-\d{2})[ t]/u, '$1T').replace(/z$/u, 'Z');
  if (/^\d{4}-\d{2}-\d{2}$/u.test(whole)) return `${whole}T00:00:00Z`;
  const seconds = whole.replace(/(T\d{2}:\d{2})(?=$|Z|[+-])/u, '$1:00').replace(/(\.\d{9})\d+/u, '$1');
  return /(?:Z|[+-]\d{2}:\d{2})$/u.test(seconds) ? seconds.replace(/-00:00$/u, 'Z') : `${seconds}Z`;
}
