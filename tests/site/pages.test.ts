import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, inject, it } from 'vitest';
import { themeScript } from '#layouts/theme-script.ts';
import { attributes, type BuiltPage, isRedirect, listFiles, readDocuments, readPages } from './built-site.ts';

const SECTION_IDS = [
  'overview',
  'affected',
  'details',
  'impact',
  'solution',
  'vendors',
  'references',
  'history',
];

describe.each(['fictionalSite', 'sampleSite'] as const)('every page of the %s', (site) => {
  const folder = inject(site);
  const pages = readPages(folder);
  const files = new Set(listFiles(folder));
  const idsByAddress = new Map(
    pages.map(({ address, document }) => [address, new Set(attributes(document, '[id]', 'id'))]),
  );

  /** Addresses of pages at which something is wrong, with what is wrong: empty when all is well. */
  const wrong = (look: (page: BuiltPage) => readonly string[]) =>
    pages.flatMap((page) => look(page).map((problem) => `${page.address}: ${problem}`));

  it('exists in numbers', () => {
    expect(pages.length).toBeGreaterThan(30);
  });

  it('has one h1 and heading levels without gaps', () => {
    expect(
      wrong(({ document }) => {
        const levels = [...document.querySelectorAll('h1,h2,h3,h4,h5,h6')].map(({ tagName }) =>
          Number(tagName[1]),
        );
        const gap = levels.find((level, index) => level > (levels[index - 1] ?? 0) + 1);
        const ones = levels.filter((level) => level === 1).length;
        return [
          ...(ones === 1 ? [] : [`${String(ones)} h1`]),
          ...(gap ? [`gap before h${String(gap)}`] : []),
        ];
      }),
    ).toEqual([]);
  });

  it('names its language, and every language it switches to', () => {
    expect(
      wrong(({ document, address }) => {
        const expected = address.startsWith('/en/') ? 'en' : 'ja';
        const lang = document.documentElement.getAttribute('lang') ?? '';
        return lang === expected ? [] : [`lang ${lang}`];
      }),
    ).toEqual([]);
  });

  it('has a title of its own and a description', () => {
    const titles = Map.groupBy(pages, ({ document }) => document.title);
    expect([...titles].filter(([, same]) => same.length > 1).map(([title]) => title)).toEqual([]);
    expect(
      wrong(({ document }) => {
        const [description = ''] = attributes(document, 'meta[name="description"]', 'content');
        return description.trim() === '' ? ['no description'] : [];
      }),
    ).toEqual([]);
  });

  it('is its own canonical address', () => {
    expect(
      wrong(({ document, address, file }) => {
        if (file === '404.html' || attributes(document, 'meta[name="robots"]', 'content').includes('noindex'))
          return [];
        const canonical = attributes(document, 'link[rel="canonical"]', 'href').map(
          (url) => new URL(url).pathname,
        );
        return canonical.length === 1 && canonical[0] === encodeURI(address) ? [] : [canonical.join(' ')];
      }),
    ).toEqual([]);
  });

  it('lists hreflang pairs that are mutual and include itself', () => {
    const alternates = new Map(
      pages.map(({ address, document }) => [
        address,
        new Map(
          [...document.querySelectorAll('link[rel="alternate"][hreflang]')].map((link) => [
            link.getAttribute('hreflang'),
            new URL(link.getAttribute('href') ?? '').pathname,
          ]),
        ),
      ]),
    );
    const pairs = [...alternates].flatMap(([address, links]) =>
      [...links]
        .filter(([language]) => language !== 'x-default')
        .map(([, target]) => ({ address, target, links })),
    );
    expect(pairs.length).toBeGreaterThan(20);
    expect(
      pairs.filter(({ address, target }) => ![...(alternates.get(target)?.values() ?? [])].includes(address)),
    ).toEqual([]);
    expect(pairs.filter(({ address, links }) => ![...links.values()].includes(address))).toEqual([]);
  });

  it('links only to pages and anchors that exist', () => {
    const dead = (page: BuiltPage) =>
      attributes(page.document, 'a[href], link[href], script[src], img[src], form[action]', 'href')
        .concat(attributes(page.document, 'script[src], img[src]', 'src'))
        .concat(attributes(page.document, 'form[action]', 'action'))
        .filter((href) => href.startsWith('/') || href.startsWith('#'))
        .filter((href) => !resolves(href, page.address));
    expect(wrong(dead)).toEqual([]);
  });

  function resolves(href: string, from: string): boolean {
    const { pathname, hash } = new URL(href, `https://site.invalid${from}`);
    const target = decodeURIComponent(pathname).slice(1);
    const isPage = target === '' || target.endsWith('/');
    if (!files.has(isPage ? `${target}index.html` : target)) return false;
    return hash === '' || (idsByAddress.get(`/${target}`)?.has(decodeURIComponent(hash.slice(1))) ?? false);
  }

  it('asks nothing of other origins and runs nothing inline', () => {
    expect(
      wrong(({ document }) => [
        ...attributes(document, '[src], link[rel="stylesheet"], link[rel="icon"], form', 'src')
          .concat(
            attributes(document, 'link[rel="stylesheet"], link[rel="icon"]', 'href'),
            attributes(document, 'form', 'action'),
          )
          .filter((url) => url !== '' && !/^\/(?!\/)/.test(url)),
        ...[...document.querySelectorAll('script:not([src])')]
          .filter((script) => !/^application\/(?:ld\+)?json$/.test(script.getAttribute('type') ?? ''))
          .filter((script) => script.textContent !== themeScript)
          .map(() => 'inline script'),
        ...[...document.querySelectorAll('style, [style]')].map(() => 'inline style'),
        ...[...document.querySelectorAll('*')].flatMap((element) =>
          element.getAttributeNames().filter((name) => name.startsWith('on')),
        ),
        ...attributes(document, 'a[href]', 'href').filter((href) =>
          /^(?:javascript|data|vbscript):/i.test(href),
        ),
      ]),
    ).toEqual([]);
  });

  it('carries a strict content security policy before anything that it governs', () => {
    expect(
      wrong(({ html, document }) => {
        const [policy = ''] = attributes(document, 'meta[http-equiv="content-security-policy" i]', 'content');
        const first = html.search(/<(?:link|script|style|meta http-equiv)/i);
        return [
          ...(policy.includes("default-src 'none'") ? [] : ['no default-src none']),
          ...(/unsafe-inline|unsafe-eval(?<!wasm-unsafe-eval)|https?:|\*/.test(policy) ? [policy] : []),
          ...(/^<meta http-equiv="content-security-policy"/i.test(html.slice(first))
            ? []
            : ['policy is not first']),
        ];
      }),
    ).toEqual([]);
  });

  it('offers the feeds of the whole site and can be skipped to its main part', () => {
    expect(
      wrong(({ document }) => {
        const types = attributes(document, 'link[rel="alternate"][type]', 'type');
        const skip = attributes(document, 'body a[href^="#"]', 'href')[0]?.slice(1) ?? '';
        return [
          ...(['application/atom+xml', 'application/rss+xml'].every((type) => types.includes(type))
            ? []
            : ['no feeds']),
          ...(document.querySelector(`main#${skip}, main #${skip}`) ? [] : ['no skip link']),
        ];
      }),
    ).toEqual([]);
  });

  it('stays within the budget of bytes', () => {
    const gzipped = (text: string | Uint8Array) => gzipSync(text).length;
    const heavy = pages.flatMap(({ address, html, document }) => {
      const sheets = attributes(document, 'link[rel="stylesheet"]', 'href');
      const css = sheets.reduce((sum, href) => sum + gzipped(readFileSync(path.join(folder, href))), 0);
      const scripts = withImports(attributes(document, 'script[src]', 'src'));
      const js = scripts.reduce((sum, src) => sum + gzipped(readFileSync(path.join(folder, src))), 0);
      // The fictional advisories are extremes: sixty vendors, five hundred products.
      const isMeasured =
        site === 'sampleSite' || document.querySelectorAll('#vendors tr, #affected tr').length < 30;
      // Only the page on which readers search brings the search along; elsewhere it loads when it is wanted.
      const mostScript = document.querySelector('site-search') ? 24_000 : 6_000;
      return [
        ...(isMeasured && gzipped(html) + css > 30_000
          ? [`${address}: ${String(gzipped(html) + css)} HTML + CSS`]
          : []),
        ...(js > mostScript ? [`${address}: ${String(js)} JavaScript`] : []),
      ];
    });
    expect(heavy).toEqual([]);
  });

  /** Scripts of the site with everything that they load at once; what waits for a reader stands in `import()`. */
  function withImports(scripts: readonly string[], found = new Set<string>()): string[] {
    for (const script of scripts.filter((each) => !found.has(each))) {
      found.add(script);
      const code = readFileSync(path.join(folder, script), 'utf8');
      const names = [...code.matchAll(/(?:from|import)\s*["'](\.\/[^"']+)["']/g)].map(
        ([, name = '']) => name,
      );
      withImports(
        names.map((name) => path.posix.join(path.posix.dirname(script), name)),
        found,
      );
    }
    return [...found];
  }

  it('gives every advisory the same fixed section ids in each language', () => {
    const advisories = pages.filter(({ document }) => document.querySelector('#history') !== null);
    expect(advisories.length).toBeGreaterThan(10);
    const idsOf = ({ document }: BuiltPage) =>
      SECTION_IDS.filter((id) => document.getElementById(id) !== null);
    for (const page of advisories.filter(({ address }) => address.startsWith('/en/'))) {
      const original = advisories.find(({ address }) => address === page.address.slice(3));
      expect([page.address, idsOf(page)]).toEqual([page.address, original && idsOf(original)]);
      expect(idsOf(page)).toContain('overview');
    }
  });

  it('retires addresses with a page that leads on', () => {
    const redirects = readDocuments(folder).filter(({ document }) => isRedirect(document));
    expect(redirects.length).toBeGreaterThan(0);
    for (const { document } of redirects) {
      const [target = ''] = attributes(document, 'a[href]', 'href');
      expect(
        existsSync(path.join(folder, new URL(target, 'https://site.invalid').pathname, 'index.html')),
      ).toBe(true);
    }
  });
});
