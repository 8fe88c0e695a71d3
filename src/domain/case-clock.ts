import { addBusinessDays, nextBusinessDay } from './business-days.ts';
import { isAwaited, type CaseFacts } from './case-facts.ts';
import type { CaseState } from './case.ts';
import {
  addDays,
  compareInstants,
  type Day,
  dayIn,
  daysBetween,
  type Instant,
  monthsBack,
  parseDay,
} from './dates.ts';
import type { Site } from './site.ts';

/**
 * The clocks of a case.
 * - `triage`: a report must be accepted or refused
 * - `publication-target`: a product case should end, as long as no date is agreed (45日ルール)
 * - `website-target`: a website should be corrected
 * - `vendor-silence`: a vendor owes an answer and is to be reminded
 * - `reserved-id`: an identifier is reserved and still has no date of publication
 * - `one-year`: from then on the finder may ask that the request for non-disclosure ends (情報非開示依頼の取下げ)
 * - `embargo-end`: the embargo that participants accepted ends
 * - `publication`: the agreed date
 */
export type ClockName =
  | 'triage'
  | 'publication-target'
  | 'website-target'
  | 'vendor-silence'
  | 'reserved-id'
  | 'one-year'
  | 'embargo-end'
  | 'publication';

/** A clock that runs in a case. */
export interface CaseClock {
  clock: ClockName;
  /** The last day that is in time, in the zone of the site. */
  dueOn: Day;
  /** Whether the day is over or, where an instant was agreed (`embargo-end`, `publication`), that instant. */
  isLate: boolean;
  /** Calendar days that are left: 0 on the day itself, negative after it. */
  days: number;
  /** Whose silence it is. */
  vendor?: string;
  /** Set where the due day lies beyond the known holidays and was counted without them. */
  withoutHolidays?: true;
}

/** The part of site.yaml that clocks need. */
export type ClockSettings = Pick<Site, 'timers' | 'timezone' | 'holidays'>;

interface Deadline {
  dueOn: Day;
  /** Where more than a day was agreed. */
  at?: Instant;
  vendor?: string;
  withoutHolidays?: true;
}

interface Rule {
  runsIn: readonly CaseState[];
  deadlines: (facts: CaseFacts, settings: ClockSettings) => readonly Deadline[];
}

const UNDATED: readonly CaseState[] = ['accepted', 'coordinating', 'uncoordinatable', 'judged'];

const RULES: Readonly<Record<ClockName, Rule>> = {
  triage: { runsIn: ['received'], deadlines: triage },
  'publication-target': { runsIn: UNDATED, deadlines: publicationTarget },
  'website-target': { runsIn: ['accepted', 'operator-contacted', 'details-sent'], deadlines: websiteTarget },
  'vendor-silence': { runsIn: ['coordinating', 'scheduled'], deadlines: vendorSilence },
  'reserved-id': {
    runsIn: [...UNDATED, 'not-a-vulnerability', 'individually-handled'],
    deadlines: reservedId,
  },
  'one-year': { runsIn: [...UNDATED, 'scheduled'], deadlines: oneYear },
  'embargo-end': { runsIn: ['received', ...UNDATED, 'scheduled'], deadlines: embargoEnd },
  publication: { runsIn: ['scheduled'], deadlines: publication },
};

/** All clocks that run in a case, the most urgent first. */
export function clocksOf(facts: CaseFacts, settings: ClockSettings, now: Instant): CaseClock[] {
  const today = dayOf(now, settings);
  return (Object.keys(RULES) as ClockName[])
    .filter((clock) => RULES[clock].runsIn.includes(facts.state))
    .flatMap((clock) =>
      RULES[clock].deadlines(facts, settings).map(({ at, ...deadline }) => ({
        clock,
        ...deadline,
        isLate: at === undefined ? today > deadline.dueOn : compareInstants(now, at) > 0,
        days: daysBetween(today, deadline.dueOn),
      })),
    )
    .toSorted((a, b) => a.days - b.days);
}

/** A report that was taken up again counts from that day. */
function triage({ report, receivedAt, movedAt }: CaseFacts, settings: ClockSettings): Deadline[] {
  const isAgain = compareInstants(movedAt, receivedAt) > 0;
  const start = isAgain ? dayOf(movedAt, settings) : report.receivedOn;
  const { triageDays } = settings.timers;
  const dueOn = addBusinessDays(start, triageDays, settings.holidays);
  if (typeof dueOn === 'string') return [{ dueOn }];
  return [{ dueOn: daysAfter(start, Math.ceil((triageDays * 7) / 5)), withoutHolidays: true }];
}

function publicationTarget({ clockStart, track }: CaseFacts, settings: ClockSettings): Deadline[] {
  if (clockStart === undefined || track === 'website') return [];
  const target = daysAfter(dayOf(clockStart, settings), settings.timers.publicationTargetDays);
  const dueOn = nextBusinessDay(target, settings.holidays);
  return typeof dueOn === 'string' ? [{ dueOn }] : [{ dueOn: target, withoutHolidays: true }];
}

function websiteTarget({ clockStart, track }: CaseFacts, settings: ClockSettings): Deadline[] {
  if (clockStart === undefined || track !== 'website') return [];
  return [{ dueOn: daysAfter(dayOf(clockStart, settings), settings.timers.websiteTargetDays) }];
}

function oneYear({ clockStart, track }: CaseFacts, settings: ClockSettings): Deadline[] {
  if (clockStart === undefined || track === 'website') return [];
  return [{ dueOn: withinCalendar(monthsBack(dayOf(clockStart, settings), -12)) }];
}

function vendorSilence({ vendors }: CaseFacts, settings: ClockSettings): Deadline[] {
  return vendors.filter(isAwaited).map((vendor) => {
    const contacts = [vendor.notifiedAt, vendor.heardAt, vendor.remindedAt].filter((at) => at !== undefined);
    const last = contacts.toSorted(compareInstants).at(-1) ?? '';
    const dueOn = daysAfter(dayOf(last, settings), settings.timers.vendorSilenceDays);
    return { dueOn, vendor: vendor.vendor };
  });
}

function reservedId(facts: CaseFacts, settings: ClockSettings): Deadline[] {
  if (facts.id === undefined) return [];
  const start = facts.clockStart ?? facts.acceptedAt ?? facts.receivedAt;
  return [{ dueOn: daysAfter(dayOf(start, settings), settings.timers.reservedIdDays) }];
}

function embargoEnd({ embargo, embargoUntil }: CaseFacts, settings: ClockSettings): Deadline[] {
  const isBinding = embargo === 'active' || embargo === 'revise';
  return isBinding ? agreed(embargoUntil, settings) : [];
}

function publication({ publishAt }: CaseFacts, settings: ClockSettings): Deadline[] {
  return agreed(publishAt, settings);
}

function agreed(at: Instant | undefined, settings: ClockSettings): Deadline[] {
  return at === undefined ? [] : [{ dueOn: dayOf(at, settings), at }];
}

function dayOf(instant: Instant, { timezone }: ClockSettings): Day {
  return withinCalendar(dayIn(instant, timezone));
}

function daysAfter(day: Day, count: number): Day {
  return withinCalendar(addDays(day, count));
}

/** People write the year 9999 when they mean never; a day after it has no text that compares. */
function withinCalendar(day: Day): Day {
  return typeof parseDay(day) === 'string' ? day : '9999-12-31';
}
