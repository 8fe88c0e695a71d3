import { dayIn } from '#domain/dates.ts';
import { reachedStages, type UnreachableFacts } from '#domain/unreachable.ts';
import { type Dated, daysUnder } from '../dated.ts';
import type { Rule } from '../rule.ts';
import { dayPath } from '../unreachable-entries.ts';

export const unreachableFuture: Rule = {
  code: 'UNR005',
  severity: 'error',
  text: {
    ja: {
      title: '連絡不能開発者の日付が未来です',
      what: '日付 {day} は、まだ来ていません。',
      why: '書かれた名前や製品は、その日を待たずにすぐ公開されます。',
      remedy: '日付を直すか、その日が来てから加えてください。',
    },
    en: {
      title: 'Day of an unreachable developer in the future',
      what: 'The day {day} has not come yet.',
      why: 'The name or the product would be public at once, before its day.',
      remedy: 'Correct the day, or add this when the day has come.',
    },
  },
  *check({ content, site, now }) {
    if (site === undefined) return;
    const today = dayIn(now, site.timezone);
    for (const { file, facts } of content.unreachable) {
      if (facts === undefined) continue;
      for (const { date: day, path } of daysOf(facts)) if (day > today) yield { file, path, params: { day } };
    }
  },
};

function daysOf(facts: UnreachableFacts): Dated[] {
  const stages = facts.stages === undefined ? [] : reachedStages(facts.stages);
  return [
    ...daysUnder(facts, ['answeredOn'], []),
    ...stages.map(({ stage, on }) => ({ date: on, path: dayPath(stage) })),
  ];
}
