import type { z } from 'zod';
import type { advisorySchema } from '#domain/advisory.ts';
import type { Cast } from './generated-facts.ts';
import { formatInstant } from './generated-instant.ts';
import type { Random } from './random.ts';

type Input = z.input<typeof advisorySchema>;

const DAY = 86_400_000;
const WHOLE_PARTS = ['solution', 'details', 'references', 'addendum'] as const;

/** The publication and, for two in five, one to three later revisions that lie before `end`. */
export function buildHistory(random: Random, published: number, end: number, cast: Cast): Input['revisions'] {
  const later = random.chance(0.4) ? random.integer(1, 3) : 0;
  const moments = Array.from({ length: later }, (_, index) => published + DAY * (index * 60 + random.integer(2, 50)));
  return [
    { at: formatInstant(published), summary: { ja: '公開', en: 'Published' } },
    ...moments.filter((moment) => moment < end).map((moment) => buildRevision(random, moment, cast)),
  ];
}

function buildRevision(random: Random, moment: number, { vendors }: Cast): Input['revisions'][number] {
  const at = formatInstant(moment);
  if (random.chance(0.5)) {
    const [ja] = random.pick(vendors).name;
    return {
      at,
      summary: { ja: `${ja}の情報を更新しました`, en: 'Vendor information was updated' },
      changes: [{ part: 'vendors', edited: [ja] }],
    };
  }
  return {
    at,
    summary: { ja: '対策に関する情報を追記しました', en: 'Information about the solution was added' },
    changes: [{ part: random.pick(WHOLE_PARTS) }],
  };
}

/** From the report to the fix, in order, ending on the day of publication. */
export function buildTimeline(random: Random, published: number): Input['timeline'] {
  if (random.chance(0.4)) return [];
  const reported = published - DAY * random.integer(60, 300);
  const day = (moment: number): string => formatInstant(moment).slice(0, 10);
  return [
    { on: day(reported), event: 'reported' },
    { on: day(reported + 5 * DAY), event: 'vendor-notified' },
    ...(random.chance(0.6) ? [{ on: day(published - 2 * DAY), event: 'fix-released' as const }] : []),
    { on: day(published), event: 'published' },
  ];
}
