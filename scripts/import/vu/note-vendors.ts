import { isDeepStrictEqual } from 'node:util';
import { compareInstants, type Instant } from '#domain/dates.ts';
import { parsePublicUrl } from '#domain/public-url.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import { toLine } from '../facts/plain-line.ts';
import { type DraftRow, joinRows } from '../vendors/join-rows.ts';
import { joinVendors } from '../vendors/known-names.ts';
import { readDayIn, readInstant } from './note-dates.ts';
import { isPlaceholderSentence, readQuote } from './note-words.ts';
import { toQuotable } from './quotable-words.ts';

/** The vendor records of a note. */
export interface ReadVendors {
  readonly rows: readonly DraftRow[];
  /** When the last of them was changed or answered. */
  readonly updatedAt?: Instant;
}

/** A row and where its values came from. */
interface SourceRow {
  readonly row: DraftRow;
  readonly record: Place;
}

const STATUSES: Readonly<Record<string, VendorStatus>> = {
  vulnerable: 'affected',
  affected: 'affected',
  'not vulnerable': 'not-affected',
  'not affected': 'not-affected',
};

/**
 * The rows of a note, one for each record, or one for several records of the same vendor that do not contradict each
 * other. What a second record adds is kept; what it says again is accounted for as a duplicate.
 */
export function readVendors(records: readonly Place[], noteId: string, zone: string): ReadVendors {
  const read = records.flatMap((record) => {
    const row = readRow(record, noteId, zone);
    return row === undefined ? [] : [{ row, record }];
  });
  const joined = joinRows(
    read.map(({ row }) => row),
    ({ vendor }) => joinVendors(vendor),
  );
  for (const { row, from } of joined)
    accountForJoined(
      row,
      from.flatMap((index) => read[index] ?? []),
    );
  const updatedAt = read
    .flatMap(({ record }) => [
      readInstantOf(record, 'DateLastUpdated'),
      readInstantOf(record, 'DateResponded'),
    ])
    .flatMap((moment) => moment ?? [])
    .toSorted(compareInstants)
    .at(-1);
  return { rows: joined.map(({ row }) => row), ...(updatedAt !== undefined && { updatedAt }) };
}

function readRow(record: Place, noteId: string, zone: string): DraftRow | undefined {
  for (const key of ['VendorRecordID', 'Revision']) drop(member(record, key), 'internal');
  if (text(record, 'ID') === noteId) drop(member(record, 'ID'), 'duplicate');
  const vendor = readName(record);
  if (vendor === undefined) return undefined;
  const notifiedOn = readDayIn(zone, record, 'DateNotified');
  const { statusOn, late } = readAnswerDay(record, zone);
  const updatedOn = readDayIn(zone, record, 'DateLastUpdated');
  const statement = readQuote(record, 'VendorStatement');
  const { notices, others } = readNotices(record);
  const addendum = [readQuote(record, 'VendorInformation'), readQuote(record, 'Addendum'), others, late]
    .filter((part) => part !== undefined)
    .join('\n\n');
  const isAnswered = statusOn !== undefined || late !== undefined || statement !== undefined;
  const status = readStatus(record, notifiedOn !== undefined, isAnswered);
  return {
    vendor,
    ...(status !== undefined && { status }),
    ...(notifiedOn !== undefined && { notifiedOn }),
    ...(statusOn !== undefined && { statusOn }),
    ...(updatedOn !== undefined && ![statusOn, notifiedOn].includes(updatedOn) && { updatedOn }),
    ...(notices.length > 0 && { notices }),
    ...(statement !== undefined && { statement }),
    ...(addendum !== '' && { addendum }),
  };
}

/** The name without the mark by which the archive's keepers told each other of records that stand twice. */
function readName(record: Place): string | undefined {
  const written = text(record, 'Vendor');
  if (written === undefined) return undefined;
  const name = toLine(written.replace(/^\[DUPLICATE\]\s*/u, ''));
  if (name !== written) retell(member(record, 'Vendor'), name);
  return name === '' ? undefined : name;
}

/**
 * `Unknown` is what the archive says of a vendor as long as nobody knows better. Where the vendor was told and neither a
 * day of an answer nor words of its own are there, nothing came back: `notified`. Where something came back, or where
 * nobody was told, it is `unknown`.
 */
function readStatus(record: Place, isNotified: boolean, isAnswered: boolean): VendorStatus | undefined {
  const place = member(record, 'Status');
  const word = text(place)?.toLowerCase();
  if (word === undefined) return undefined;
  const known = Object.hasOwn(STATUSES, word) ? STATUSES[word] : undefined;
  const status = word === 'unknown' ? (isNotified && !isAnswered ? 'notified' : 'unknown') : known;
  if (status === undefined) drop(place, 'unreadable');
  else if (status !== place.value) retell(place, status);
  return status;
}

/**
 * The day of the answer. One that is later than the record's last change is an error of writing, for the answer must
 * have been known when it was written down; it is told in words, because no page may say that it is from the future.
 */
function readAnswerDay(record: Place, zone: string): { statusOn?: string; late?: string } {
  const day = readDayIn(zone, record, 'DateResponded');
  const changed = readDayIn(zone, record, 'DateLastUpdated');
  if (day === undefined) return {};
  const isMoment = readInstantOf(record, 'DateResponded') !== undefined;
  if (isMoment || changed === undefined || day <= changed) return { statusOn: day };
  return { late: `The vendor’s answer is dated ${day} at the source.` };
}

/** Addresses as notices; what else stands there, such as addresses of FTP servers, as words. */
function readNotices(record: Place): { notices: { url: string }[]; others: string | undefined } {
  const place = member(record, 'VendorReferences');
  const words = text(place);
  if (words === undefined) return { notices: [], others: undefined };
  if (isPlaceholderSentence(words)) {
    drop(place, 'placeholder');
    return { notices: [], others: undefined };
  }
  const parts = words.split(/\s+/u);
  const isNotice = (part: string) => !('problem' in parsePublicUrl(part));
  const urls = [...new Set(parts.filter(isNotice))];
  const rest = toQuotable(toLine(parts.filter((part) => !isNotice(part)).join(' ')));
  return { notices: urls.map((url) => ({ url })), others: rest === '' ? undefined : `References: ${rest}` };
}

function readInstantOf(record: Place, key: string): Instant | undefined {
  // What became of the value was told before, by its day.
  const before = record.told.get(member(record, key).pointer);
  const moment = readInstant(record, key);
  if (before !== undefined) record.told.set(member(record, key).pointer, before);
  return moment;
}

/** Counts as duplicates what several records say alike, and what gave way to another record of the same vendor. */
function accountForJoined(row: DraftRow, sources: readonly SourceRow[]): void {
  const told = new Set<string>();
  for (const { row: own, record } of sources) {
    for (const [key, fields] of SOURCES) {
      if (own[key] === undefined) continue;
      if (!told.has(key) && isDeepStrictEqual(own[key], row[key])) told.add(key);
      else for (const field of fields) dropDuplicate(member(record, field));
    }
  }
}

const SOURCES: readonly (readonly [keyof DraftRow, readonly string[]])[] = [
  ['vendor', ['Vendor']],
  ['status', ['Status']],
  ['notifiedOn', ['DateNotified']],
  ['statusOn', ['DateResponded']],
  ['updatedOn', ['DateLastUpdated']],
  ['notices', ['VendorReferences']],
  ['statement', ['VendorStatement']],
  ['addendum', ['Addendum', 'VendorInformation']],
];

/** What was dropped for another reason keeps that reason. */
function dropDuplicate(place: Place): void {
  if (place.told.get(place.pointer)?.kind !== 'dropped') drop(place, 'duplicate');
}
