import type { Rule } from '../rule.ts';

export const unknownSection: Rule = {
  code: 'TXT026',
  severity: 'warning',
  kinds: ['unknown-section'],
  text: {
    ja: {
      title: '知らない見出しです',
      what: '見出し「{heading}」は知られていません。⟦「{nearest}」のことですか。⟧',
      why: '決まった見出しだけが、目次やほかの形式に正しく現れます。',
      remedy: '決まった見出しに直すか、小見出し（###）にしてください。',
    },
    en: {
      title: 'Unknown section',
      what: 'The heading “{heading}” is not known.⟦ Did you mean “{nearest}”?⟧',
      why: 'Only known sections find their place in the page and in other formats.',
      remedy: 'Write a known heading, or make it a lower one (###).',
    },
  },
};
