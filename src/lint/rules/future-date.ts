import { compareInstants, dayIn } from '#domain/dates.ts';
import type { AdvisoryFacts } from '#domain/advisory.ts';
import { type Dated, daysUnder } from '../dated.ts';
import { isEmbargoed } from '../embargo.ts';
import type { Rule } from '../rule.ts';

export const futureDate: Rule = {
  code: 'ADV029',
  severity: 'error',
  text: {
    ja: {
      title: '未来の日付です',
      what: '日付 {date} は、まだ来ていません。',
      why: 'この情報は公開済みなので、未来の日付で書いた内容もすぐに公開されます。',
      remedy: '日付を直すか、この変更をその日時以後に公開してください。',
    },
    en: {
      title: 'Dated in the future',
      what: 'The date {date} has not come yet.',
      why: 'The advisory is public, so what is dated in the future would be public at once, before its time.',
      remedy: 'Correct the date, or publish this change at that time and not before.',
    },
  },
  *check({ advisories, site, now }) {
    if (site === undefined) return;
    const today = dayIn(now, site.timezone);
    for (const { file, facts } of advisories) {
      if (isEmbargoed(facts, now)) continue;
      const moments = momentsOf(facts).filter(({ date }) => compareInstants(date, now) > 0);
      const days = daysOf(facts).filter(({ date }) => date > today);
      for (const { date, path } of [...moments, ...days]) yield { file, path, params: { date } };
    }
  },
};

function momentsOf({ revisions, withdrawal }: AdvisoryFacts): Dated[] {
  const published = revisions.map(({ at }, index) => ({ date: at, path: ['revisions', index, 'at'] }));
  return withdrawal === undefined
    ? published
    : [...published, { date: withdrawal.at, path: ['withdrawal', 'at'] }];
}

function daysOf({ vendors, timeline }: AdvisoryFacts): Dated[] {
  return [
    ...vendors.flatMap((row, index) =>
      daysUnder(row, ['notifiedOn', 'statusOn', 'updatedOn'], ['vendors', index]),
    ),
    ...timeline.flatMap((entry, index) => daysUnder(entry, ['on'], ['timeline', index])),
  ];
}
