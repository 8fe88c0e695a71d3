import type { Rule } from '../rule.ts';

export const rawHtml: Rule = {
  code: 'TXT020',
  severity: 'error',
  kinds: ['raw-html'],
  text: {
    ja: {
      title: 'HTML は使えません',
      what: '本文に HTML「{found}」があります。',
      why: '情報は外部の人も書くため、HTML は一切実行されず、表示もされません。',
      remedy: 'Markdown で書いてください。文字として見せたいときは `…` でコードにします。',
    },
    en: {
      title: 'Raw HTML',
      what: 'The prose contains HTML: “{found}”.',
      why: 'Advisories also come from people outside the team, so HTML is never run and never shown.',
      remedy: 'Write Markdown. To show the characters themselves, write them as code: `…`.',
    },
  },
};
