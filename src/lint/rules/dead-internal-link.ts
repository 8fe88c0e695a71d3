import { LANGUAGES } from '#domain/language.ts';
import { listInternalLinks } from '../internal-links.ts';
import type { Rule } from '../rule.ts';
import { inLanguage, listSitePaths } from '../site-paths.ts';

export const deadInternalLink: Rule = {
  code: 'TXT006',
  severity: 'error',
  text: {
    ja: {
      title: 'サイト内のリンク先がありません',
      what: 'リンク先「{target}」のページはこのサイトにありません。',
      why: 'リンクをたどった読者が、何も見つけられません。',
      remedy: '「/jp/JVN12345678/」のように、/ で始まり / で終わるサイト内のアドレスを書いてください。',
    },
    en: {
      title: 'Dead link inside the site',
      what: 'The site has no page at “{target}”.',
      why: 'Readers who follow the link would find nothing.',
      remedy: 'Write the address as the site has it, from the first / to the last: “/jp/JVN12345678/”.',
    },
  },
  *check(context) {
    const { site } = context;
    if (site === undefined) return;
    const paths = listSitePaths(context);
    for (const { file, place, target, address } of listInternalLinks(context)) {
      // A page that another language has is the affair of `untranslated-link.ts`.
      const known = LANGUAGES.some((language) => paths.has(inLanguage(address, language, site)));
      if (!known) yield { file, place, params: { target } };
    }
  },
};
