import { listSitePaths } from '../site-paths.ts';
import type { Rule } from '../rule.ts';

export const redirectFromExisting: Rule = {
  code: 'RDR001',
  severity: 'error',
  text: {
    ja: {
      title: '使われているアドレスからの転送です',
      what: '「{from}」には、今もページかファイル、または別の転送があります。',
      why: '一つのアドレスは一つのファイルで答えるため、転送がもう一方を隠します。',
      remedy: 'この転送を消すか、from を直してください。',
    },
    en: {
      title: 'Redirect from an address that exists',
      what: 'There is a page or a file at “{from}” still, or another redirect.',
      why: 'One file answers at an address, so the redirect would hide the other.',
      remedy: 'Delete the redirect, or correct its from.',
    },
  },
  *check(context) {
    const taken = new Set([...listSitePaths(context)].map(fileOf));
    for (const { from } of context.content.redirects) {
      const file = fileOf(from);
      if (taken.has(file) || ENGINE_FILES.test(file)) {
        yield { file: 'redirects.yaml', path: [from], at: 'key', params: { from } };
      }
      taken.add(file);
    }
  },
};

/** Files that the site writes for machines, in every language. */
const ENGINE_FILES =
  /^\/(?:404\.html|robots\.txt|build\.json|og\/.*|sitemap-[^/]*\.xml|(?:search-index|_astro)\/.*|(?:[a-z]{2}\/)?(?:feeds\/[^/]+\.(?:rss|atom|json)|vendors\/[^/]+\/feed\.atom))$/;

/** The file that answers at an address, without case: some hosts do not tell it apart. */
function fileOf(address: string): string {
  const isFile = address.slice(address.lastIndexOf('/')).includes('.');
  return (isFile ? address : `${address.replace(/\/$/u, '')}/index.html`).toLowerCase();
}
