import { type Day, dayIn } from '#domain/dates.ts';
import { firstDayOf, lastDayOf } from '#domain/quarter.ts';
import type { Rule } from '../rule.ts';

export const ledgerBeforeEnd: Rule = {
  code: 'STA013',
  severity: 'warning',
  text: {
    ja: {
      title: '四半期が終わる前の数です',
      what: '{quarter} は {last} までですが、これは {day} の時点の数です。',
      why: 'その日より後の分が含まれていません。終わっていない四半期の数は「速報」と表示されます。',
      remedy:
        '四半期が終わったら、数え直してください。四半期を取り違えたときはファイルの名前を、出典の日付が違うときは source の publishedOn を直してください。',
    },
    en: {
      title: 'Numbers from before the end of the quarter',
      what: '{quarter} ends on {last}, but these numbers are as of {day}.',
      why: 'What came after that day is missing. The numbers of a quarter that is not over are shown as preliminary.',
      remedy:
        'Count again when the quarter is over. Where the quarter is wrong, correct the name of the file; where the day is, source.publishedOn.',
    },
  },
  *check({ content, site, now }) {
    const today = dayIn(now, site?.timezone ?? 'UTC');
    for (const { file, quarter, facts } of content.statistics) {
      const last = lastDayOf(quarter);
      const params = (day: Day) => ({ quarter, last, day });
      const publishedOn = facts?.source.publishedOn;
      if (publishedOn !== undefined && publishedOn <= last)
        yield { file, path: ['source', 'publishedOn'], params: params(publishedOn) };
      else if (firstDayOf(quarter) <= today && today <= last) yield { file, params: params(today) };
    }
  },
};
