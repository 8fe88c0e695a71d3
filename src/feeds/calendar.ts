import type { Day, Instant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';

/** A calendar as a plain value. What stands in it is decided elsewhere; all text is plain. */
export interface Calendar {
  name: string;
  description: string;
  language: Language;
  /** The page of the site about it. */
  url: string;
  /** At least one: iCalendar knows no calendar without (RFC 5545 §3.6). */
  events: readonly [CalendarEvent, ...CalendarEvent[]];
}

/** Something that takes whole days. */
export interface CalendarEvent {
  /** The same for ever, and in no other calendar of the world. */
  uid: string;
  on: Day;
  /** Its last day, when it takes several. */
  until?: Day;
  /** When it was last changed; never the clock, so that an unchanged calendar has unchanged bytes. */
  changedAt: Instant;
  /** How many times it was changed. */
  sequence: number;
  title: string;
  /** The language of title and description. */
  language: Language;
  description?: string;
  url?: string;
  categories: readonly string[];
}
