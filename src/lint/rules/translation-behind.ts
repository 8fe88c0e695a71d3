import { compareInstants } from '#domain/dates.ts';
import type { Rule } from '../rule.ts';

export const translationBehind: Rule = {
  code: 'TRN002',
  severity: 'warning',
  text: {
    ja: {
      title: '翻訳が原文より古くなっています',
      what: '翻訳は第 {revision} 版のものですが、原文は第 {current} 版です。',
      why: 'ページには翻訳が古いことが示されます。読者は古い対策を読んでいるかもしれません。',
      remedy: '翻訳を直し、revision を {current} にしてください。',
    },
    en: {
      title: 'Translation older than its original',
      what: 'The translation tells revision {revision}, but the original is at revision {current}.',
      why: 'The page says that the translation is behind; its readers may follow outdated advice.',
      remedy: 'Bring the translation up to date and set its revision to {current}.',
    },
  },
  *check({ translations, advisoryBySlug, now }) {
    for (const { file, slug, words } of translations) {
      const revisions = advisoryBySlug.get(slug)?.facts?.revisions ?? [];
      const current = revisions.filter(({ at }) => compareInstants(at, now) <= 0).length;
      const { revision } = words;
      if (revision < current) yield { file, path: ['revision'], params: { revision, current } };
    }
  },
};
