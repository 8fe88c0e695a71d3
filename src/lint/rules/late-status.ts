import { compareInstants, dayIn } from '#domain/dates.ts';
import { isEmbargoed } from '../embargo.ts';
import type { Rule } from '../rule.ts';

export const lateStatus: Rule = {
  code: 'ADV009',
  severity: 'error',
  text: {
    ja: {
      title: 'ベンダの回答日が最後の更新より後です',
      what: '「{vendor}」の回答日 {day} は、このページの最後の更新日 {latest} より後です。',
      why: '回答がページに載るのは、その回答を受けて更新した後です。',
      remedy: '回答日を直すか、その回答を載せた更新を revisions に加えてください。',
    },
    en: {
      title: 'Vendor status later than the latest revision',
      what: 'The answer of “{vendor}” is dated {day}, after the latest revision of the page, {latest}.',
      why: 'An answer stands on the page only since a revision that came after it.',
      remedy: 'Correct statusOn, or add the revision that brought the answer.',
    },
  },
  *check({ advisories, site, now }) {
    if (site === undefined) return;
    const today = dayIn(now, site.timezone);
    for (const { file, facts } of advisories) {
      const moments = [
        ...facts.revisions.map(({ at }) => at),
        ...(facts.withdrawal ? [facts.withdrawal.at] : []),
      ];
      const latest = dayIn(moments.toSorted(compareInstants).at(-1) ?? facts.publishedAt, site.timezone);
      for (const [index, { vendor, statusOn: day }] of facts.vendors.entries()) {
        if (day === undefined || day <= latest) continue;
        // A day that has not come is told as such.
        if (day > today && !isEmbargoed(facts, now)) continue;
        yield { file, path: ['vendors', index, 'statusOn'], params: { vendor, day, latest } };
      }
    }
  },
};
