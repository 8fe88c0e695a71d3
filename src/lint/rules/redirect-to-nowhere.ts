import { listSitePaths } from '../site-paths.ts';
import type { Rule } from '../rule.ts';

export const redirectToNowhere: Rule = {
  code: 'RDR003',
  severity: 'error',
  text: {
    ja: {
      title: '転送先のページがありません',
      what: '転送先「{to}」にはページがありません。',
      why: '古いリンクをたどった読者が、何も見つけられません。',
      remedy: 'to を、実際にあるページに直してください。末尾の / も必要です。',
    },
    en: {
      title: 'Redirect to an address that does not exist',
      what: 'There is no page at “{to}”.',
      why: 'Readers who follow an old link would find nothing.',
      remedy: 'Correct to so that it names a page that exists, with the final /.',
    },
  },
  *check(context) {
    if (context.site === undefined) return;
    const paths = listSitePaths(context);
    const sources = new Set(context.content.redirects.map(({ from }) => from));
    for (const { from, to } of context.content.redirects) {
      if (paths.has(to) || sources.has(to)) continue;
      yield { file: 'redirects.yaml', path: [from], params: { to } };
    }
  },
};
