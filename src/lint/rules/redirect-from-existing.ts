import { listSitePaths } from '../site-paths.ts';
import type { Rule } from '../rule.ts';

export const redirectFromExisting: Rule = {
  code: 'RDR001',
  severity: 'error',
  text: {
    ja: {
      title: '今あるページからの転送です',
      what: '「{from}」には今もページがあります。',
      why: '転送がそのページを隠し、読者はページを読めなくなります。',
      remedy: 'この転送を消すか、from を直してください。',
    },
    en: {
      title: 'Redirect from an address that exists',
      what: 'There is a page at “{from}”.',
      why: 'The redirect would hide the page from its readers.',
      remedy: 'Delete the redirect, or correct its from.',
    },
  },
  *check(context) {
    const paths = listSitePaths(context);
    for (const { from } of context.content.redirects) {
      if (paths.has(toPage(from)))
        yield { file: 'redirects.yaml', path: [from], at: 'key', params: { from } };
    }
  },
};

function toPage(address: string): string {
  return address.replace(/\/index\.html$/u, '/');
}
