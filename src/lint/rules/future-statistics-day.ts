import { ledgersOf } from '#catalog/ledgers.ts';
import type { Content } from '#catalog/content.ts';
import { dayIn } from '#domain/dates.ts';
import type { ExploitStudy } from '#domain/exploit-history.ts';
import type { StatisticsSource } from '#domain/statistics-ledger.ts';
import { type Dated, daysUnder } from '../dated.ts';
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
    for (const { file, days } of datedFiles(content))
      for (const { date, path } of days) if (date > today) yield { file, path, params: { date } };
  },
};

function datedFiles(content: Content): { file: string; days: Dated[] }[] {
  const { exploits } = content;
  return [
    ...ledgersOf(content).map(({ file, facts }) => ({ file, days: sourceDays(facts, []) })),
    ...(exploits?.facts ? [{ file: exploits.file, days: exploits.facts.studies.flatMap(studyDays) }] : []),
  ];
}

function studyDays(study: ExploitStudy, place: number): Dated[] {
  const path = ['studies', place];
  return [
    ...sourceDays(study, path),
    ...study.vulnerabilities.flatMap((facts, row) =>
      daysUnder(facts, ['publishedOn', 'exploitOn', 'attackOn'], [...path, 'vulnerabilities', row]),
    ),
  ];
}

function sourceDays({ source }: { source: StatisticsSource }, path: Dated['path']): Dated[] {
  return daysUnder(source, ['publishedOn'], [...path, 'source']);
}
