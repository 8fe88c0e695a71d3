import { compareText } from './compare-text.ts';
import type { Language } from './language.ts';
import { offsetAt } from './time-zone.ts';

/**
 * An instant as RFC 3339 writes it, always with an offset, for example `2018-12-21T14:00:00+09:00`.
 * The text stays exactly as written; the functions here compare and convert it.
 */
export type Instant = string;

/** A day of the Gregorian calendar, `YYYY-MM-DD`. Days compare correctly as text. */
export type Day = string;

/**
 * Why a text is no instant or day.
 * - `malformed`: not the shape at all
 * - `date-only`: a day where an instant is needed
 * - `missing-offset`: a time without `Z` or `+09:00`, which means something else on every machine
 * - `unknown-offset`: `-00:00`, by which RFC 3339 §4.3 says that the local offset is not known
 * - `impossible-date`, `impossible-time`, `impossible-offset`: 30 February, 24:00, a 60th second, beyond 14 hours
 */
export interface DateProblem {
  readonly problem:
    | 'malformed'
    | 'date-only'
    | 'missing-offset'
    | 'unknown-offset'
    | 'impossible-date'
    | 'impossible-time'
    | 'impossible-offset';
  readonly text: string;
}

const dayPattern = /^(\d{4})-(\d{2})-(\d{2})$/;
const instantPattern = /^(\d{4}-\d{2}-\d{2})T(\d{2}):(\d{2}):(\d{2})(\.\d{1,9})?(?:Z|([+-])(\d{2}):(\d{2}))$/;
const millisecondsPerDay = 86_400_000;

/** Reads an instant strictly: RFC 3339 §5.6 with capital `T` and `Z`, an offset, no leap second, at most nanoseconds. */
export function parseInstant(text: string): Instant | DateProblem {
  const match = instantPattern.exec(text);
  if (match === null) return { problem: shapeProblem(text), text };
  const problem = clockProblem(match) ?? offsetProblem(match);
  return problem === undefined ? text : { problem, text };
}

function clockProblem([, day = '', hour, minute, second]: readonly string[]):
  DateProblem['problem'] | undefined {
  if (!isDay(day)) return 'impossible-date';
  const isClock = Number(hour) <= 23 && Number(minute) <= 59 && Number(second) <= 59;
  return isClock ? undefined : 'impossible-time';
}

function offsetProblem(match: readonly string[]): DateProblem['problem'] | undefined {
  const [sign = '+', hours = '0', minutes = '0'] = match.slice(6);
  const total = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || total > 14 * 60) return 'impossible-offset';
  return sign === '-' && total === 0 ? 'unknown-offset' : undefined;
}

function shapeProblem(text: string): DateProblem['problem'] {
  if (dayPattern.test(text)) return 'date-only';
  return /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?$/.test(text) ? 'missing-offset' : 'malformed';
}

export function parseDay(text: string): Day | DateProblem {
  if (!dayPattern.test(text)) return { problem: 'malformed', text };
  return isDay(text) ? text : { problem: 'impossible-date', text };
}

function isDay(text: string): boolean {
  const [year, month, day] = partsOfDay(text);
  return year >= 1 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}

function daysInMonth(year: number, month: number): number {
  const isLeap = year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  if (month === 2) return isLeap ? 29 : 28;
  return month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31;
}

function partsOfDay(day: Day): [year: number, month: number, day: number] {
  return [Number(day.slice(0, 4)), Number(day.slice(5, 7)), Number(day.slice(8, 10))];
}

/** Milliseconds since 1970-01-01T00:00:00Z; finer fractions are cut off. Throws on text that is no instant. */
export function epochMilliseconds(instant: Instant): number {
  const milliseconds = Date.parse(instant);
  if (!instantPattern.test(instant) || Number.isNaN(milliseconds)) {
    throw new TypeError(`Not an instant with an offset: ${instant}`);
  }
  return milliseconds;
}

/** Order of instants in time, to the nanosecond; different offsets for the same moment are equal. */
export function compareInstants(a: Instant, b: Instant): number {
  // Written alike with one offset, as an archive mostly is, instants are in the order of their texts.
  if (a.length === b.length && offsetOf(a) === offsetOf(b)) return compareText(a, b);
  return epochMilliseconds(a) - epochMilliseconds(b) || nanosecondsOf(a) - nanosecondsOf(b);
}

/** The offset as it is written: `Z` or `+09:00`. */
function offsetOf(instant: Instant): string {
  return instant.endsWith('Z') ? 'Z' : instant.slice(-'+09:00'.length);
}

/** The fraction of the second in nanoseconds. */
function nanosecondsOf(instant: Instant): number {
  const fraction = instantPattern.exec(instant)?.[5] ?? '.';
  return Number(fraction.slice(1).padEnd(9, '0'));
}

/** The same moment with `Z`: `2018-12-21T05:00:00Z`. A fraction is kept without its trailing zeros. */
export function toUtc(instant: Instant): Instant {
  const whole = new Date(epochMilliseconds(instant)).toISOString().slice(0, 19);
  const fraction = instantPattern.exec(instant)?.[5]?.replace(/\.?0+$/, '') ?? '';
  return `${whole}${fraction}Z`;
}

/** The day `count` days later, earlier when negative. */
export function addDays(day: Day, count: number): Day {
  return dayOfUtc(Date.parse(`${day}T00:00:00Z`) + count * millisecondsPerDay);
}

/** How many days lie from one day to another: 0 for the same day, negative when the other comes first. */
export function daysBetween(from: Day, to: Day): number {
  return (Date.parse(to) - Date.parse(from)) / millisecondsPerDay;
}

/** The same day `count` months earlier, or the last day of that month when it is shorter. */
export function monthsBack(day: Day, count: number): Day {
  const [year, month, dayOfMonth] = partsOfDay(day);
  const months = year * 12 + (month - 1) - count;
  const [targetYear, targetMonth] = [Math.floor(months / 12), (months % 12) + 1];
  const targetDay = Math.min(dayOfMonth, daysInMonth(targetYear, targetMonth));
  return `${padded(targetYear, 4)}-${padded(targetMonth, 2)}-${padded(targetDay, 2)}`;
}

function dayOfUtc(milliseconds: number): Day {
  return new Date(milliseconds).toISOString().slice(0, 10);
}

function padded(value: number, length: number): string {
  return String(value).padStart(length, '0');
}

/** The calendar day of an instant in a zone. */
export function dayIn(instant: Instant, zone: string): Day {
  return localText(instant, zone).slice(0, 10);
}

/** The calendar year of an instant in a zone. */
export function yearIn(instant: Instant, zone: string): number {
  return Number(localText(instant, zone).slice(0, 4));
}

/**
 * The same moment on the clock of a zone, to the second and with its offset: `2018-12-21T14:00:00+09:00`. The offset is
 * always a number, `+00:00` in UTC, and of whole minutes.
 */
export function toZone(instant: Instant, zone: string): Instant {
  const milliseconds = epochMilliseconds(instant);
  const minutes = Math.round(offsetAt(milliseconds, zone) / 60_000);
  const clock = new Date(milliseconds + minutes * 60_000).toISOString().slice(0, 19);
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `${clock}${minutes < 0 ? '-' : '+'}${padded(hours, 2)}:${padded(rest, 2)}`;
}

/** The wall clock of a zone at an instant, as `YYYY-MM-DDTHH:MM:SS.sssZ` whose `Z` means nothing. */
function localText(instant: Instant, zone: string): string {
  const milliseconds = epochMilliseconds(instant);
  return new Date(milliseconds + offsetAt(milliseconds, zone)).toISOString();
}

/** Abbreviations that mean one offset to everybody in their country and have no summer time. */
const zoneAbbreviations: ReadonlyMap<string, string> = new Map([
  ['Asia/Tokyo', 'JST'],
  ['Japan', 'JST'],
  ['Asia/Seoul', 'KST'],
]);

/** What to print behind a time: `JST`, `UTC`, or the offset in force at that instant, `UTC+2`, `UTC-3:30`. */
function zoneLabel(instant: Instant, zone: string): string {
  const abbreviation = zoneAbbreviations.get(zone);
  if (abbreviation !== undefined) return abbreviation;
  const minutes = Math.round(offsetAt(epochMilliseconds(instant), zone) / 60_000);
  if (minutes === 0) return 'UTC';
  const [hours, rest] = [Math.floor(Math.abs(minutes) / 60), Math.abs(minutes) % 60];
  return `UTC${minutes < 0 ? '-' : '+'}${hours}${rest === 0 ? '' : `:${String(rest).padStart(2, '0')}`}`;
}

const englishMonths = [
  ...['January', 'February', 'March', 'April', 'May', 'June', 'July'],
  ...['August', 'September', 'October', 'November', 'December'],
];

/** A day for reading: `2018年12月21日`, `21 December 2018`. */
export function formatDay(day: Day, language: Language): string {
  const [year, month, dayOfMonth] = partsOfDay(day);
  if (language === 'ja') return `${year}年${month}月${dayOfMonth}日`;
  return `${dayOfMonth} ${englishMonths[month - 1] ?? ''} ${year}`;
}

/** A month, `2018-12`, for reading: `2018年12月`, `December 2018`. Anything behind the month is left out. */
export function formatMonth(month: string, language: Language): string {
  const year = Number(month.slice(0, 4));
  const name = formatMonthName(month, language);
  return language === 'ja' ? `${year}年${name}` : `${name} ${year}`;
}

/** The same month where its year is clear: `12月`, `December`. */
export function formatMonthName(month: string, language: Language): string {
  const number = Number(month.slice(5, 7));
  return language === 'ja' ? `${number}月` : (englishMonths[number - 1] ?? '');
}

/** A day for tables: `2018/12/21` in Japanese, `2018-12-21` in English. */
export function formatDayNumeric(day: Day, language: Language): string {
  return language === 'ja' ? day.replaceAll('-', '/') : day;
}

/** An instant for reading, with its zone: `2018年12月21日 14:00 JST`, `21 December 2018, 14:00 JST`. */
export function formatInstant(instant: Instant, zone: string, language: Language): string {
  const local = localText(instant, zone);
  const day = formatDay(local.slice(0, 10), language);
  return `${day}${language === 'ja' ? ' ' : ', '}${local.slice(11, 16)} ${zoneLabel(instant, zone)}`;
}
