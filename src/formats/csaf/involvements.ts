import { compareText } from '#domain/compare-text.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import { answerOf } from '#formats/record/positions.ts';
import type { CsafInvolvement } from './csaf-2.0.ts';
import { partyOf } from './publisher.ts';
import type { Telling } from './telling.ts';
import { toMoment } from './tracking.ts';

const STATUSES: Record<VendorStatus, CsafInvolvement['status']> = {
  affected: 'completed',
  'affected-investigating': 'in_progress',
  'not-affected': 'completed',
  'not-affected-investigating': 'in_progress',
  unknown: 'open',
  notified: 'contact_attempted',
};

/** Behind every moment: what has no date comes at the end. */
const LAST = '~';

/**
 * Who was contacted and who answered, when (CSAF 2.0 §3.2.3.6). A party may stand once for a date (§6.1.24), so vendors
 * of one day share an entry that names each with its answer.
 */
export function toInvolvements(telling: Telling, vulnerability: RecordVulnerability): CsafInvolvement[] {
  const { record, words } = telling;
  const published: CsafInvolvement = {
    date: record.publishedAt,
    party: partyOf(record.publisher.category),
    status: 'completed',
    summary: words.events['published'],
  };
  const entries = merge([...toEvents(telling), ...toAnswers(telling, vulnerability), published]);
  return entries.toSorted((a, b) => compareText(a.date ?? LAST, b.date ?? LAST));
}

function toEvents({ record, words, say }: Telling): CsafInvolvement[] {
  const own = partyOf(record.publisher.category);
  return record.timeline.flatMap(({ on, event, note }): CsafInvolvement[] => {
    const summary = [words.events[event], note && say(note)].filter((each) => each !== undefined).join(': ');
    const told = { date: toMoment(on), summary };
    if (event === 'reported') return [{ ...told, party: 'discoverer', status: 'completed' }];
    if (event === 'accepted') return [{ ...told, party: own, status: 'in_progress' }];
    if (event === 'fix-released') return [{ ...told, party: 'vendor', status: 'completed' }];
    if (event === 'vendor-notified') return [{ ...told, party: 'vendor', status: 'contact_attempted' }];
    return [];
  });
}

function toAnswers(
  { record, words, nameOf }: Telling,
  vulnerability: RecordVulnerability,
): CsafInvolvement[] {
  return record.vendors.flatMap((vendor) => {
    const answer = answerOf(vendor, vulnerability);
    if (answer === undefined || !vendor.listed) return [];
    return [
      {
        date: vendor.statusOn && toMoment(vendor.statusOn),
        party: 'vendor' as const,
        status: STATUSES[answer],
        summary: `${nameOf(vendor)}: ${words.statuses[answer]}`,
      },
    ];
  });
}

function merge(entries: readonly CsafInvolvement[]): CsafInvolvement[] {
  const groups = Map.groupBy(entries, ({ party, date }) => `${party} ${date ?? ''}`);
  return [...groups.values()].flatMap(([first, ...rest]) => {
    if (first === undefined) return [];
    const summaries = [first, ...rest].flatMap(({ summary }) => summary ?? []);
    const isUnanimous = rest.every(({ status }) => status === first.status);
    return [
      {
        ...first,
        status: isUnanimous ? first.status : ('in_progress' as const),
        summary: [...new Set(summaries)].join('\n'),
      },
    ];
  });
}
