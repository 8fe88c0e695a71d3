import { dayIn, type Day } from '#domain/dates.ts';
import type { ExploitStudy } from '#domain/exploit-history.ts';
import { ledgersOf } from '../ledgers.ts';
import type { Rule } from '../rule.ts';

export const futureStatisticsDay: Rule = {
  code: 'STA009',
  severity: 'error',
  text: {
    ja: {
      title: '統計の日付が未来です',
      what: '日付 {date} は、まだ来ていません。',
      why: 'まだ起きていないことは、数えられません。',
      remedy: '日付を直してください。',
    },
    en: {
      title: 'Future day in the statistics',
      what: 'The day {date} has not come yet.',
      why: 'What has not happened cannot be counted.',
      remedy: 'Correct the day.',
    },
  },
  *check({ content, site, now }) {
    const today = dayIn(now, site?.timezone ?? 'UTC');
    for (const { file, facts } of ledgersOf(content)) {
      const date = facts.source.publishedOn;
      if (date !== undefined && date > today)
        yield { file, path: ['source', 'publishedOn'], params: { date } };
    }
    const { exploits } = content;
    for (const [study, facts] of (exploits?.facts?.studies ?? []).entries()) {
      for (const { date, path } of daysOf(facts)) {
        if (exploits && date > today)
          yield { file: exploits.file, path: ['studies', study, ...path], params: { date } };
      }
    }
  },
};

function daysOf({ source, vulnerabilities }: ExploitStudy): { date: Day; path: (string | number)[] }[] {
  const days = vulnerabilities.flatMap((facts, place) =>
    (['publishedOn', 'exploitOn', 'attackOn'] as const).flatMap((key) => {
      const date = facts[key];
      return date === undefined ? [] : [{ date, path: ['vulnerabilities', place, key] }];
    }),
  );
  return source.publishedOn === undefined
    ? days
    : [{ date: source.publishedOn, path: ['source', 'publishedOn'] }, ...days];
}
