import type { TimelineEntry } from '#domain/advisory.ts';
import { type Day, dayIn, type Instant } from '#domain/dates.ts';
import { drop, items, member, type Place } from '#formats/foreign/foreign-document.ts';
import { readDay } from '../facts/moment.ts';
import { readLine } from '../facts/plain-line.ts';
import { languageOf } from './read-texts.ts';
import { TIMELINE_WORDS } from '#formats/cve/timeline-words.ts';

/** Something that happened, as the source tells it. */
export interface Happening {
  readonly on: Day;
  readonly said: string;
}

interface ReadTimeline {
  readonly timeline: TimelineEntry[];
  /** What no event of a timeline is the name of. */
  readonly others: readonly Happening[];
}

/** What happened (CVE Record Format 5.1, `timeline[]`), oldest first. */
export function readHappenings(container: Place): Happening[] {
  return items(container, 'timeline').flatMap((place) => {
    if (languageOf(place) === undefined) {
      drop(place, 'language');
      return [];
    }
    const on = readDay(place, 'time');
    const said = readLine(place, 'value');
    for (const media of items(place, 'supportingMedia')) drop(media, 'duplicate');
    if (on !== undefined && said !== undefined) return [{ on, said }];
    if (said !== undefined) drop(member(place, 'value'), 'unreadable');
    return [];
  });
}

const EVENTS: readonly (readonly [TimelineEntry['event'], RegExp])[] = [
  ['attack-observed', /\badded to (?:the )?(?:cisa )?kev\b|^attack observed\b/iu],
  ['exploit-published', /^exploit (?:published|disclosed)\b/iu],
  ['vendor-notified', /^vendor (?:was )?(?:notified|contacted|informed)\b/iu],
  ['accepted', /^(?:report )?(?:accepted|confirmed)\b/iu],
  [
    'fix-released',
    /^(?:fix(?:es)?|patch(?:es)?|updates?) (?:was |were )?(?:released|published|available)\b/iu,
  ],
  [
    'published',
    /^(?:public(?:ly)? )?(?:published|disclosed|made public|advisory (?:disclosed|published))\b/iu,
  ],
  ['reported', /^(?:initial )?report(?:ed)?\b/iu],
];

/**
 * Events as an advisory knows them, with the source’s words as their notes. A publication on another day than that of
 * the advisory is none of the advisory.
 */
export function sortHappenings(
  happenings: readonly Happening[],
  publishedAt: Instant,
  timezone: string,
): ReadTimeline {
  const published = dayIn(publishedAt, timezone);
  const timeline: TimelineEntry[] = [];
  const others: Happening[] = [];
  for (const { on, said } of happenings.toSorted((a, b) => (a.on < b.on ? -1 : Number(a.on > b.on)))) {
    const event = EVENTS.find(([, words]) => words.test(said))?.[0];
    if (event === undefined || (event === 'published' && on !== published)) others.push({ on, said });
    else timeline.push({ on, event, ...noteOf(event, said) });
  }
  return { timeline, others };
}

function noteOf(event: string, said: string): { note?: string } {
  const words = TIMELINE_WORDS[event] ?? '';
  const note = said.startsWith(`${words}: `) ? said.slice(words.length + 2) : said;
  return note === words ? {} : { note };
}
