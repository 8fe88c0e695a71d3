import { dayIn } from '#domain/dates.ts';
import { firstDayOf } from '#domain/quarter.ts';
import type { Rule } from '../rule.ts';

export const ledgerTooEarly: Rule = {
  code: 'STA004',
  severity: 'error',
  text: {
    ja: {
      title: 'まだ始まっていない四半期の数です',
      what: '{quarter} はまだ始まっていません（今日は {today}）。',
      why: 'これからの四半期の数を知る人はいません。四半期を取り違えると、違う時期の数として公表されます。',
      remedy: 'ファイルの名前の四半期を確かめてください。',
    },
    en: {
      title: 'Numbers of a quarter that has not begun',
      what: '{quarter} has not begun; today is {today}.',
      why: 'Nobody can know its numbers. Under the wrong quarter they would be published as those of another time.',
      remedy: 'Check the quarter in the name of the file.',
    },
  },
  *check({ content, site, now }) {
    const today = dayIn(now, site?.timezone ?? 'UTC');
    for (const { file, quarter } of content.statistics) {
      if (firstDayOf(quarter) > today) yield { file, params: { quarter, today } };
    }
  },
};
