import type { Rule } from '../rule.ts';

export const unknownDirective: Rule = {
  code: 'TXT024',
  severity: 'error',
  kinds: ['unknown-directive'],
  text: {
    ja: {
      title: '知らない囲みです',
      what: '「:::{name}」という囲みはありません。',
      why: '囲みとして表示されず、そのままの文字で公開されます。',
      remedy: '使える囲みにしてください。⟦使えるもの: {known}。⟧',
    },
    en: {
      title: 'Unknown directive',
      what: 'There is no directive “{name}”.',
      why: 'It would be published as plain characters.',
      remedy: 'Use one that exists.⟦ Known: {known}.⟧',
    },
  },
};
