import { yearIn } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const wrongYearFolder: Rule = {
  code: 'ADV003',
  severity: 'error',
  text: {
    ja: {
      title: '年のフォルダが公開年と違います',
      what: '公開年は {timezone} で {year} 年ですが、ファイルは「advisories/{folder}/」にあります。',
      why: 'フォルダの年と一覧の年が違うと、編集する人がファイルを見つけられません。',
      remedy: 'ファイルを「advisories/{year}/」に移すか、publishedAt を直してください。',
    },
    en: {
      title: 'Folder of another year',
      what: 'The advisory is published in {year} ({timezone}), but stands in “advisories/{folder}/”.',
      why: 'Editors look for an advisory in the folder of the year under which the site lists it.',
      remedy: 'Move the file to “advisories/{year}/”, or correct publishedAt.',
    },
  },
  isLocal: true,
  *check({ advisories, site }) {
    if (site === undefined) return;
    for (const { file, facts, yearFolder } of advisories) {
      const year = yearIn(facts.publishedAt, site.timezone);
      if (String(year) === yearFolder) continue;
      yield { file, path: ['publishedAt'], params: { year, folder: yearFolder, timezone: site.timezone } };
    }
  },
};
