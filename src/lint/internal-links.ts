import type { LintContext } from './lint-context.ts';
import type { TextPlace } from './locate.ts';
import { listParsedPages } from './parsed-pages.ts';

/** A link of an advisory, a translation or a page to a page of the site itself. */
export interface InternalLink {
  /** The file in which it stands, below the content directory. */
  file: string;
  place: TextPlace;
  /** What the author wrote. */
  target: string;
  /** The site path behind it, without query and fragment. */
  address: string;
}

/** Every link that stays inside the site, in the order of the files. */
export function* listInternalLinks(context: LintContext): Iterable<InternalLink> {
  const { content, site } = context;
  if (site === undefined) return;
  for (const { file, body } of [...content.advisories, ...content.translations]) {
    for (const link of body?.links ?? []) {
      const address = sitePathOf(link.url, site.url);
      if (address !== undefined) yield { file, place: link, target: link.url, address };
    }
  }
  for (const [file, { links }] of listParsedPages(context)) {
    for (const link of links) {
      const address = sitePathOf(link.url, site.url);
      if (address !== undefined && !leadsToFile(address))
        yield { file, place: link, target: link.url, address };
    }
  }
}

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
