import type { Rule } from '../rule.ts';

export const siteMissing: Rule = {
  code: 'SIT001',
  severity: 'error',
  kinds: ['site-missing'],
  text: {
    ja: {
      title: 'site.yaml がありません',
      what: 'コンテンツのフォルダに site.yaml がありません。',
      why: 'サイトの名前、アドレス、言語、識別子の形はすべて site.yaml にあります。',
      remedy: 'site.yaml を作ってください。このプロジェクトの content/site.yaml が見本になります。',
    },
    en: {
      title: 'No site.yaml',
      what: 'The content folder has no site.yaml.',
      why: 'The name, the address, the languages and the forms of identifiers all stand there.',
      remedy: 'Write a site.yaml; this project’s content/site.yaml is an example.',
    },
  },
};
