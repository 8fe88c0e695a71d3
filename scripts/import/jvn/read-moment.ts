import { type Day, type Instant, parseDay, parseInstant } from '#domain/dates.ts';
import { drop, type Place, retell, text } from '#formats/foreign/foreign-document.ts';

/** JVN’s clock: what its documents leave out. */
const OFFSET = '+09:00';

/**
 * A moment of a JVN document, told on. Feeds write it to the minute; one without an offset is in Japan’s time, and a
 * day alone begins at midnight there. What is none is dropped.
 */
export function readMoment(place: Place): Instant | undefined {
  const written = text(place);
  if (written === undefined) {
    if (typeof place.value === 'object' && place.value !== null) drop(place, 'unreadable');
    return undefined;
  }
  const moment = [written, complete(written)].find(
    (candidate) => typeof parseInstant(candidate) === 'string',
  );
  if (moment === undefined) drop(place, 'unreadable');
  else if (moment !== written) retell(place, moment);
  return moment;
}

function complete(written: string): string {
  const day = written.replace(/^(\d{4})[/-](\d{2})[/-](\d{2})(?=$|[ T])/u, '$1-$2-$3');
  if (/^\d{4}-\d{2}-\d{2}$/u.test(day)) return `${day}T00:00:00${OFFSET}`;
  const whole = day
    .replace(/^(\d{4}-\d{2}-\d{2}) +(?=\d)/u, '$1T')
    .replace(/(T\d{2}:\d{2})(?=$|Z|[+-])/u, '$1:00');
  return /T\d{2}:\d{2}:\d{2}(?:\.\d+)?$/u.test(whole) ? `${whole}${OFFSET}` : whole;
}

/** The day that stands in brackets in front of a note of the history, and the note. */
export function splitDay(note: string): { readonly day?: Day; readonly rest: string } {
  const [whole, year = '', month = '', dayOfMonth = ''] =
    /^[[［](\d{4})[年/] ?(\d{1,2})[月/] ?(\d{1,2})日?[\]］]\s*/u.exec(note) ?? [];
  if (whole === undefined) return { rest: note };
  const day = `${year}-${month.padStart(2, '0')}-${dayOfMonth.padStart(2, '0')}`;
  return typeof parseDay(day) === 'string' ? { day, rest: note.slice(whole.length) } : { rest: note };
}
