import { listParsedPages } from '../parsed-pages.ts';
import { listSitePaths } from '../site-paths.ts';
import type { Rule } from '../rule.ts';

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
    const { content, site } = context;
    if (site === undefined) return;
    const paths = listSitePaths(context);
    for (const { file, body } of [...content.advisories, ...content.translations]) {
      for (const link of body?.links ?? []) {
        const address = sitePathOf(link.url, site.url);
        if (address !== undefined && !paths.has(address))
          yield { file, place: link, params: { target: link.url } };
      }
    }
    for (const [file, { links }] of listParsedPages(context)) {
      for (const link of links) {
        const address = sitePathOf(link.url, site.url);
        if (address !== undefined && !paths.has(address) && !leadsToFile(address))
          yield { file, place: link, params: { target: link.url } };
      }
    }
  },
};

/** Pages may lead readers to feeds and other files that the content does not make. */
function leadsToFile(address: string): boolean {
  return /^\/(?:.*\/)?[^/]+\.(?!html$)[a-z\d]+$/u.test(address);
}

/** The site path behind a link, or `undefined` for a link that leaves the site or stays on the page. */
function sitePathOf(target: string, siteUrl: string): string | undefined {
  const inside = target.startsWith(`${siteUrl}/`) ? target.slice(siteUrl.length) : target;
  if (/^(?:[a-z][a-z\d+.-]*:|\/\/|#)/iu.test(inside)) return undefined;
  return inside.replace(/[?#].*$/u, '').replace(/\/index\.html$/u, '/');
}
