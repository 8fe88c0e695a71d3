import { addDays, toUtc } from '#domain/dates.ts';
import { cleanText } from '#domain/xml-text.ts';
import type { Calendar, CalendarEvent } from './calendar.ts';

/** The most bytes of a line, its end not counted (RFC 5545 §3.1). */
const LONGEST_LINE = 75;

/**
 * The calendar as iCalendar (RFC 5545), with its name and how often to ask for it again (RFC 7986). It names no method:
 * so it is a snapshot, in which a stamp is the last change (§3.8.7.2), and needs no organizer (RFC 5546 §3.2.1).
 */
export function renderCalendar({ name, description, language, url, events }: Calendar): string {
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    'PRODID:-//Kairan//Kairan//EN',
    'CALSCALE:GREGORIAN',
    `NAME;LANGUAGE=${language}:${escapeText(name)}`,
    `X-WR-CALNAME:${escapeText(name)}`,
    `DESCRIPTION;LANGUAGE=${language}:${escapeText(description)}`,
    `URL:${url}`,
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...events.flatMap(formatEvent),
    'END:VCALENDAR',
  ];
  return lines.map((line) => `${fold(line)}\r\n`).join('');
}

function formatEvent(event: CalendarEvent): string[] {
  const { uid, on, until = on, changedAt, sequence, title, language, description, url, categories } = event;
  const last = until < on ? on : until;
  const changed = formatUtc(changedAt);
  return [
    'BEGIN:VEVENT',
    `UID:${escapeText(uid)}`,
    `DTSTAMP:${changed}`,
    `LAST-MODIFIED:${changed}`,
    `SEQUENCE:${sequence}`,
    `DTSTART;VALUE=DATE:${formatDate(on)}`,
    // The end is the first day that no longer belongs to it.
    `DTEND;VALUE=DATE:${formatDate(addDays(last, 1))}`,
    `SUMMARY;LANGUAGE=${language}:${escapeText(title)}`,
    ...(description === undefined ? [] : [`DESCRIPTION;LANGUAGE=${language}:${escapeText(description)}`]),
    ...(url === undefined ? [] : [`URL:${url}`]),
    ...(categories.length === 0 ? [] : [`CATEGORIES:${categories.map(escapeText).join(',')}`]),
    'CLASS:PUBLIC',
    'TRANSP:TRANSPARENT',
    'END:VEVENT',
  ];
}

function formatDate(day: string): string {
  return day.replaceAll('-', '');
}

function formatUtc(instant: string): string {
  return `${toUtc(instant).slice(0, 'YYYY-MM-DDTHH:MM:SS'.length).replaceAll(/[-:]/g, '')}Z`;
}

/** Text as a value (RFC 5545 §3.3.11), without the control characters that no value may hold. */
function escapeText(text: string): string {
  return cleanText(text)
    .replaceAll(/[\u007F\u2028\u2029]/gu, ' ')
    .replaceAll('\t', ' ')
    .replaceAll(/[\\;,]/g, (character) => `\\${character}`)
    .replaceAll('\n', '\\n');
}

/** A line cut into pieces of at most 75 bytes, none of them in the middle of a character; a blank begins every further one. */
function fold(line: string): string {
  if (Buffer.byteLength(line) <= LONGEST_LINE) return line;
  const pieces: string[] = [];
  let piece = '';
  let length = 0;
  for (const character of line) {
    const size = Buffer.byteLength(character);
    if (length + size > LONGEST_LINE) {
      pieces.push(piece);
      [piece, length] = [' ', 1];
    }
    piece += character;
    length += size;
  }
  return [...pieces, piece].join('\r\n');
}
