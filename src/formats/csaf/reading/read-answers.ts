import { compareText } from '#domain/compare-text.ts';
import { VENDOR_STATUSES, type VendorStatus } from '#domain/vendor-status.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { items, member, type Place, tell, text, untell } from '#formats/foreign/foreign-document.ts';
import { instant } from './read-tracking.ts';
import type { Reading } from './reading.ts';

type TimelineEntry = AdvisoryRecord['timeline'][number];

/** What vendors answered, and what happened before, as the involvements of the vulnerabilities tell it. */
export interface Answers {
  /** A vendor's status for one vulnerability. */
  readonly statusOf: (vendor: string, vulnerability: number) => VendorStatus | undefined;
  /** The day of a vendor's answer. */
  readonly dayOf: (vendor: string) => string | undefined;
  readonly events: readonly TimelineEntry[];
}

/** The events that our own documents tell as involvements. */
const EVENTS = ['reported', 'accepted', 'vendor-notified', 'fix-released'];

/**
 * The summary of an involvement in our own documents names each vendor with its status and each event, one a line; what
 * follows the line of an event belongs to its note. Of other documents no involvement can be held.
 */
export function readAnswers(
  reading: Reading,
  vulnerabilities: readonly Place[],
  vendors: readonly string[],
): Answers {
  const known = answerLines(reading, vendors);
  const statuses = new Map<string, VendorStatus>();
  const days = new Map<string, string>();
  const events = new Map<string, TimelineEntry>();
  for (const [vulnerability, place] of vulnerabilities.entries()) {
    for (const involvement of items(place, 'involvements')) {
      const on = instant(involvement, 'date')?.slice(0, 10);
      const lines = (text(involvement, 'summary') ?? '').split('\n');
      const rest = lines.filter((line) => !known.has(line));
      for (const { vendor, status } of lines.flatMap((line) => known.get(line) ?? [])) {
        statuses.set(`${vulnerability} ${vendor}`, status);
        if (on !== undefined) days.set(vendor, on);
      }
      const told = on === undefined ? [] : readEvents(reading, rest, on);
      for (const event of told) events.set(JSON.stringify(event), event);
      const isPublication = rest.includes(reading.words.events['published'] ?? '');
      keepAccount(involvement, rest.length === 0 || told.length > 0 || isPublication);
    }
  }
  return {
    statusOf: (vendor, vulnerability) => statuses.get(`${vulnerability} ${vendor}`),
    dayOf: (vendor) => days.get(vendor),
    events: [...events.values()].toSorted((a, b) => compareText(a.on, b.on)),
  };
}

function answerLines(
  { words }: Reading,
  vendors: readonly string[],
): ReadonlyMap<string, { vendor: string; status: VendorStatus }> {
  return new Map<string, { vendor: string; status: VendorStatus }>(
    vendors.flatMap((vendor) =>
      VENDOR_STATUSES.map((status) => [`${vendor}: ${words.statuses[status]}`, { vendor, status }] as const),
    ),
  );
}

function readEvents({ words, say }: Reading, lines: readonly string[], on: string): TimelineEntry[] {
  const found: { event: string; note: string[] }[] = [];
  for (const line of lines) {
    const event = EVENTS.find((each) => {
      const told = words.events[each];
      return told !== undefined && (line === told || line.startsWith(`${told}: `));
    });
    if (event !== undefined) {
      const note = line.slice((words.events[event] ?? '').length + 2);
      found.push({ event, note: note === '' ? [] : [note] });
    } else {
      found.at(-1)?.note.push(line);
    }
  }
  return found.map(({ event, note }) => ({
    ...{ on, event },
    ...(note.length > 0 && { note: say(note.join('\n')) }),
  }));
}

/** An involvement of which nothing was understood is lost as a whole. */
function keepAccount(involvement: Place, isUnderstood: boolean): void {
  if (isUnderstood) {
    tell(involvement);
  } else {
    untell(member(involvement, 'date'));
    untell(member(involvement, 'summary'));
  }
}
