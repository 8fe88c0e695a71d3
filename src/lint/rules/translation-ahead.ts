import type { Rule } from '../rule.ts';

export const translationAhead: Rule = {
  code: 'TRN003',
  severity: 'error',
  text: {
    ja: {
      title: '翻訳が原文にない版を指しています',
      what: '翻訳は第 {revision} 版のものとありますが、原文は第 {current} 版までです。',
      why: '次に原文が更新されても、翻訳が古いことに気づけません。',
      remedy: 'revision を {current} 以下にしてください。',
    },
    en: {
      title: 'Translation of a revision that does not exist',
      what: 'The translation tells revision {revision}, but the original has only {current}.',
      why: 'When the original is revised, nobody would notice that the translation is behind.',
      remedy: 'Set revision to {current} or less.',
    },
  },
  *check({ translations, advisoryBySlug }) {
    for (const { file, slug, words } of translations) {
      const current = advisoryBySlug.get(slug)?.facts?.revisions.length;
      const { revision } = words;
      if (current !== undefined && revision > current)
        yield { file, path: ['revision'], params: { revision, current } };
    }
  },
};
