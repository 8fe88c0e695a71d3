import { addDays, dayIn } from '#domain/dates.ts';
import { reachedStages, UNREACHABLE_STAGES } from '#domain/unreachable.ts';
import type { Rule } from '../rule.ts';
import { dayPath, listEntries } from '../unreachable-entries.ts';

export const unreachableDue: Rule = {
  code: 'UNR007',
  severity: 'warning',
  text: {
    ja: {
      title: '連絡不能開発者の次の段階の時期です',
      what: '段階「{stage}」（{on}）から {days} 日を過ぎました。次の段階は「{next}」です。',
      why: '掲載したままでは、製品の利用者に危険を知らせる時期が遅れます。',
      remedy:
        'stages に {next} を加えるか、回答があったときは number と answeredOn だけにしてください。日数は site.yaml の timers.unreachableStageDays です。',
    },
    en: {
      title: 'Next stage of an unreachable developer is due',
      what: 'The entry has been at the stage “{stage}” for more than {days} days, since {on}; “{next}” comes next.',
      why: 'An entry that stays where it is keeps users of the product from being warned.',
      remedy:
        'Add {next} to stages or, when the developer has answered, keep number and answeredOn only. The days are timers.unreachableStageDays of site.yaml.',
    },
  },
  *check({ content, site, now }) {
    if (site === undefined) return;
    const days = site.timers.unreachableStageDays;
    const limit = addDays(dayIn(now, site.timezone), -days);
    for (const { file, facts } of listEntries(content)) {
      const last = reachedStages(facts.stages).at(-1);
      if (last === undefined || last.on >= limit) continue;
      const { stage, on } = last;
      const next = UNREACHABLE_STAGES[UNREACHABLE_STAGES.indexOf(stage) + 1];
      if (next === undefined) continue;
      yield { file, path: dayPath(stage), params: { stage, on, days, next } };
    }
  },
};
