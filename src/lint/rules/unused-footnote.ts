import type { Rule } from '../rule.ts';

export const unusedFootnote: Rule = {
  code: 'TXT030',
  severity: 'warning',
  kinds: ['unused-footnote'],
  text: {
    ja: {
      title: '使われていない脚注です',
      what: '脚注「{label}」を指す印がありません。',
      why: 'どこからも指されない脚注は表示されません。',
      remedy: '本文に [^{label}] を書くか、脚注を消してください。',
    },
    en: {
      title: 'Unused footnote',
      what: 'Nothing refers to the footnote “{label}”.',
      why: 'A footnote without a reference is not shown.',
      remedy: 'Write [^{label}] in the prose, or delete the footnote.',
    },
  },
};
