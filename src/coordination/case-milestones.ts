import type { CaseState, Track } from '#domain/case.ts';
import { type Day, dayIn } from '#domain/dates.ts';
import type { Entry } from './ledger/entry.ts';

/** The days of a case that statistics count, in the zone of the site. Nothing else of a case is ever counted. */
export interface CaseMilestones {
  track?: Track;
  received?: Day;
  accepted?: Day;
  refused?: Day;
  /** Its handling ended: published, corrected, avoided, told to users one by one, found to be none, or closed. */
  handled?: Day;
  /** Published with its advisory; or the website was corrected, its page removed or the weakness avoided. */
  corrected?: Day;
}

const CORRECTED: ReadonlySet<CaseState> = new Set(['published', 'corrected', 'page-removed', 'mitigated']);
const HANDLED: ReadonlySet<CaseState> = new Set([
  ...CORRECTED,
  'not-a-vulnerability',
  'individually-handled',
  'closed',
]);

/** What happened when, by the ledger. What was taken back, such as a refusal, did not happen. */
export function milestonesOf(entries: readonly Entry[], zone: string): CaseMilestones {
  let found: CaseMilestones = {};
  for (const entry of entries) {
    if (entry.act === 'received') found = { ...found, received: entry.receivedOn };
    if (entry.act !== 'moved') continue;
    if (entry.track) found = { ...found, track: entry.track };
    found = moveTo(found, entry.to, dayIn(entry.at, zone));
  }
  return found;
}

function moveTo(before: CaseMilestones, to: CaseState, on: Day): CaseMilestones {
  const { accepted, refused, handled, corrected, ...rest } = before;
  const isClosed = to === 'closed';
  const wasRefused = refused !== undefined && (isClosed || to === 'refused');
  return {
    ...rest,
    ...keep('accepted', to === 'accepted' ? (accepted ?? on) : to === 'received' ? undefined : accepted),
    ...keep('refused', wasRefused ? refused : to === 'refused' ? on : undefined),
    ...keep('handled', HANDLED.has(to) && !wasRefused ? (handled ?? on) : undefined),
    ...keep('corrected', CORRECTED.has(to) ? (corrected ?? on) : isClosed ? corrected : undefined),
  };
}

function keep(name: keyof CaseMilestones, day: Day | undefined): Partial<CaseMilestones> {
  return day === undefined ? {} : { [name]: day };
}
