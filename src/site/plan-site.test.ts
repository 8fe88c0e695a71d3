import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../tests/builders/a-catalog.ts';
import { childOf, childrenOf, parseXml } from '../../tests/builders/parsed-xml.ts';
import { buildFrame } from './frame.ts';
import type { Planned, PlannedFile } from './plan.ts';
import { renderPlanned } from './render-planned.ts';
import { type PlanOptions, planSite } from './plan-site.ts';

const translated = anAdvisory({ id: 'TEST#00000001' }, { translations: inEnglish() });
const untranslated = anAdvisory({
  id: 'TEST#00000002',
  publishedAt: '2025-02-01T12:00:00+09:00',
  revisions: [
    { at: '2025-02-01T12:00:00+09:00', summary: '公開しました。' },
    { at: '2026-11-10T12:00:00+09:00', summary: '更新しました。' },
  ],
});
const withdrawn = anAdvisory({
  id: 'TEST#00000003',
  publishedAt: '2026-05-01T12:00:00+09:00',
  state: 'withdrawn',
  withdrawal: { at: '2026-06-01T09:00:00+09:00', reason: '重複していました。' },
});
const embargoed = anAdvisory({
  id: 'TEST#99999999',
  title: '公開前の秘密',
  publishedAt: '2026-12-01T12:00:00+09:00',
});

const site = {
  advisories: [translated, untranslated, withdrawn, embargoed],
  pages: [
    { slug: 'policy', language: 'ja' },
    { slug: 'policy', language: 'en' },
    { slug: 'terms', language: 'ja' },
  ],
  redirects: [{ from: '/report/', to: '/advisories/' }],
} as const;

function plan(parts: Parameters<typeof aCatalog>[0] = site, options: PlanOptions = {}) {
  return planSite(aCatalog(parts), options);
}

function fileAt(address: string, parts: Parameters<typeof aCatalog>[0] = site): string {
  const file = plan(parts).find(
    (each): each is PlannedFile => each.address === address && each.kind === 'file',
  );
  if (file === undefined) throw new Error(`No file at ${address}.`);
  return file.render();
}

describe('planSite', () => {
  it('plans every kind of page and file at the addresses of the contract', () => {
    const addresses = plan().map(({ address }) => address);
    const pages = ['/', '/advisories/', '/advisories/2026/', '/advisories/2025/', '/test/', '/test/2026/'];
    const more = [
      '/ta/',
      '/test/TEST00000001/',
      '/vendors/',
      '/vendors/alpha/',
      '/search/',
      '/feeds/',
      '/404.html',
    ];
    const files = [
      '/feeds/all.rss',
      '/feeds/2025.atom',
      '/vendors/alpha/feed.atom',
      '/sitemap-index.xml',
      '/robots.txt',
    ];
    expect(addresses).toEqual(
      expect.arrayContaining([...pages, ...more, ...files, '/about/policy/', '/report/index.html']),
    );
    expect(addresses).toEqual(
      expect.arrayContaining([
        '/en/',
        '/en/advisories/2025/',
        '/en/vendors/alpha/',
        '/en/feeds/all.json',
        '/en/feeds/',
      ]),
    );
  });

  it('gives an untranslated advisory or policy no page in the other language, yet keeps the lists', () => {
    const addresses = plan().map(({ address }) => address);
    expect(addresses).toContain('/en/test/TEST00000001/');
    expect(addresses).toContain('/test/TEST00000002/');
    expect(addresses).not.toContain('/en/test/TEST00000002/');
    expect(addresses).not.toContain('/en/about/terms/');
    expect(addresses).toContain('/en/advisories/2025/');
  });

  it('lists only vendors that a public advisory names', () => {
    expect(plan().map(({ address }) => address)).not.toContain('/vendors/gamma/');
  });

  it('says where a view stands at the address at which it is planned', () => {
    for (const planned of plan()) {
      if (planned.kind === 'page') expect(planned.view().head.address).toBe(planned.address);
    }
  });

  it('gives every page of a language a title of its own', () => {
    const pages = plan().filter((each) => each.kind === 'page');
    for (const language of ['ja', 'en']) {
      const titles = pages.filter((page) => page.language === language).map((page) => page.view().head.title);
      expect(new Set(titles).size).toBe(titles.length);
    }
  });

  it('names alternates mutually and only those that exist', () => {
    const pages = new Map(
      plan().flatMap((each) => (each.kind === 'page' ? [[each.address, each.view().head]] : [])),
    );
    for (const head of pages.values()) {
      for (const { address } of head.alternates)
        expect(pages.get(address)?.alternates).toEqual(head.alternates);
      for (const { address } of head.switchTo) expect(pages.has(address)).toBe(true);
    }
  });

  it('links only to addresses that it plans', () => {
    const planned = plan();
    const known = new Set(planned.map(({ address }) => address));
    const frames = (['ja', 'en'] as const).map((language) => buildFrame(aCatalog(site), language));
    const views = planned.flatMap((each) => (each.kind === 'page' ? [each.view()] : []));
    const found = [...frames, ...views]
      .flatMap((value) => addressesIn(value))
      .filter((address) => !address.startsWith('/search-index/') && !existsSync(`public${address}`));
    expect(found.length).toBeGreaterThan(100);
    const outside = found.filter((address) => !known.has(address));
    // The search page names two services that search this site from outside.
    const query = encodeURIComponent('site:site.example');
    expect(new Set(outside)).toEqual(
      new Set([`https://www.google.com/search?q=${query}`, `https://duckduckgo.com/?q=${query}`]),
    );
  });

  it('puts a page only under an entry that the menu of its language has', () => {
    const pages = plan().filter((each) => each.kind === 'page');
    const heads = pages
      .map((page) => page.view().head)
      .filter(({ menuAddress }) => menuAddress !== undefined);
    const entries = (['ja', 'en'] as const).flatMap((language) => buildFrame(aCatalog(site), language).menu);
    expect(heads.length).toBeGreaterThan(10);
    for (const { menuAddress } of heads) expect(entries.map(({ address }) => address)).toContain(menuAddress);
  });

  it('leaves an advisory under embargo out of every page and file', () => {
    const items = plan();
    for (const item of items) {
      expect(`${item.address} ${contentOf(item, items)}`).not.toMatch(/99999999|公開前の秘密/u);
    }
  });

  it('does not name an advisory under embargo to which a public one is related', () => {
    const advisories = [anAdvisory({ related: ['TEST#99999999', 'OTHER-1'] }), embargoed];
    const [view] = plan({ advisories }).flatMap((each) =>
      each.kind === 'page' && each.address === '/test/TEST00000001/' ? [each.view()] : [],
    );
    expect(view).toMatchObject({ related: [{ id: 'OTHER-1' }] });
  });

  it('shows an advisory under embargo to its authors, marked and linked from nowhere', () => {
    const pages = plan(site, { drafts: true }).flatMap((each) => (each.kind === 'page' ? [each.view()] : []));
    const drafts = pages.filter((view) => JSON.stringify(view).includes('99999999'));
    expect(drafts).toMatchObject([{ head: { robots: 'noindex', address: '/test/TEST99999999/' } }]);
  });

  it('is the same on another day of the same month, but for the record of the build', () => {
    const at = (now: string) =>
      planSite(aCatalog({ ...site, now })).filter(({ address }) => address !== '/build.json');
    expect(serialise(at('2026-11-21T03:00:00Z'))).toBe(serialise(at('2026-11-20T03:00:00Z')));
  });

  it('names both claimants when two parts of the plan claim one address', () => {
    const redirects = [{ from: '/vendors/', to: '/' }];
    expect(() => plan({ ...site, redirects })).toThrow(
      /the page \/vendors\/ \(ja\) and the file \/vendors\/index\.html/u,
    );
  });
});

describe('redirects', () => {
  it('speak the language of the page they lead to, first', () => {
    const redirects = [{ from: '/report/', to: '/en/advisories/' }];
    const html = fileAt('/report/index.html', { ...site, redirects });
    expect(html).toContain('<html lang="en">');
    expect(html).toContain('<h1>This page has moved</h1>');
    expect(html.indexOf('<p lang="en">')).toBeLessThan(html.indexOf('<p lang="ja">'));
  });

  it('lead on, name the canonical address, stay out of search engines and show a link', () => {
    const html = fileAt('/report/index.html');
    expect(html).toContain('<meta http-equiv="refresh" content="0; url=/advisories/">');
    expect(html).toContain('<link rel="canonical" href="https://site.example/advisories/">');
    expect(html).toContain('<meta name="robots" content="noindex">');
    expect(html).toContain('<a href="/advisories/">');
  });
});

describe('sitemaps', () => {
  it('list each page with the moment of its last revision, without withdrawn advisories and searches', () => {
    const urls = childrenOf(parseXml(fileAt('/sitemap-ja-1.xml')), 'url').map((url) => [
      childOf(url, 'loc').text,
      url.children.find(({ name }) => name === 'lastmod')?.text,
    ]);
    const changed = new Map(urls as [string, string | undefined][]);
    expect(changed.get('https://site.example/test/TEST00000002/')).toBe('2026-11-10T03:00:00Z');
    expect(changed.get('https://site.example/advisories/2025/')).toBe('2026-11-10T03:00:00Z');
    expect(changed.get('https://site.example/about/terms/')).toBe('2026-01-15');
    expect(changed.has('https://site.example/feeds/')).toBe(true);
    expect(changed.has('https://site.example/test/TEST00000003/')).toBe(false);
    expect(changed.has('https://site.example/404.html')).toBe(false);
  });

  it('are gathered in an index whose dates are those of their newest page', () => {
    const [first] = childrenOf(parseXml(fileAt('/sitemap-index.xml')), 'sitemap');
    expect(first && childOf(first, 'loc').text).toBe('https://site.example/sitemap-ja-1.xml');
    expect(first && childOf(first, 'lastmod').text).toBe('2026-11-10T03:00:00Z');
    expect(fileAt('/robots.txt')).toContain('Sitemap: https://site.example/sitemap-index.xml');
  });
});

/** Every value of a key that holds an address, wherever it stands in a view. */
function addressesIn(value: unknown, key = ''): string[] {
  if (typeof value === 'string') return /address$/iu.test(key) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) =>
    addressesIn(inner, Array.isArray(value) ? key : name),
  );
}

/** All that an item of a plan publishes, as text. */
function contentOf(item: Planned, items: readonly Planned[]): string {
  if (item.kind === 'page') return JSON.stringify(item.view());
  const content = renderPlanned(item, (address) => items.find((each) => each.address === address));
  return Buffer.from(content).toString();
}

function serialise(planned: ReturnType<typeof planSite>): string {
  return planned.map((each) => `${each.address} ${contentOf(each, planned)}`).join('\n');
}
