import { existsSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { findSchemaProblems } from '../builders/schema-org.ts';
import { FIXTURE_EPOCH } from './build-fixture.ts';
import { attributes, type BuiltPage, isRedirect, readDocuments, readPages } from './built-site.ts';

const BUILT_AT = new Date(Number(FIXTURE_EPOCH) * 1000).toISOString().replace('.000Z', 'Z');

const sites = {
  'the fictional site': { folder: inject('fictionalSite'), url: 'https://notes.example', first: 'ja' },
  'the sample site': { folder: inject('sampleSite'), url: 'https://kairan.example', first: 'ja' },
  'the site of another coordinator': {
    folder: inject('otherSite'),
    url: 'https://advisories.nordhaven.example',
    first: 'en',
  },
};

/** What a `meta` element says, by its `name` or `property`. */
function meta({ document }: BuiltPage, name: string): string {
  const [content = ''] = attributes(document, `meta[name="${name}"], meta[property="${name}"]`, 'content');
  return content;
}

function linked({ document }: BuiltPage, selector: string): string[] {
  return attributes(document, `head link${selector}`, 'href');
}

function structuredData({ document }: BuiltPage): Record<string, unknown>[] {
  const text = document.querySelector('script[type="application/ld+json"]')?.textContent ?? '';
  return (JSON.parse(text) as { '@graph': Record<string, unknown>[] })['@graph'];
}

function isIndexable(page: BuiltPage): boolean {
  return !meta(page, 'robots').includes('noindex');
}

describe.each(Object.entries(sites))('the pages of %s', (_, { folder, url, first }) => {
  const pages = readPages(folder);
  const indexable = pages.filter(isIndexable);
  const advisories = pages.filter((page) => meta(page, 'og:type') === 'article');
  const byUrl = new Map(pages.map((page) => [url + page.address, page]));
  /** Pages at which something is wrong, with what is wrong: empty when all is well. */
  const wrong = (look: (page: BuiltPage) => readonly string[], among = pages) =>
    among.flatMap((page) => look(page).map((problem) => `${page.address}: ${problem}`));

  it('are there, advisories among them', () => {
    expect(advisories.length).toBeGreaterThan(0);
    expect(indexable.length).toBeGreaterThan(advisories.length);
  });

  it('bear a title of their own that ends with the site’s name, an advisory’s begins with its number', () => {
    const titles = Map.groupBy(
      pages,
      ({ document }) => `${document.documentElement.getAttribute('lang') ?? ''} ${document.title}`,
    );
    expect([...titles].filter(([, same]) => same.length > 1).map(([title]) => title)).toEqual([]);
    expect(
      wrong((page) =>
        page.document.title.endsWith(meta(page, 'og:site_name')) ? [] : [page.document.title],
      ),
    ).toEqual([]);
    expect(
      wrong((page) => {
        const id =
          page.document.querySelector('h1')?.closest('header')?.querySelector('.id')?.textContent ?? '?';
        return meta(page, 'og:title').includes(`${id} `) ? [] : [`${id}: ${meta(page, 'og:title')}`];
      }, advisories),
    ).toEqual([]);
  });

  it('are described in a sentence or two', () => {
    expect(
      wrong((page) => {
        const text = meta(page, 'description');
        return [
          ...(text.trim() === '' || text.length > 160 || /\s\s|\n/u.test(text) ? [`“${text}”`] : []),
          ...(text === meta(page, 'og:description') ? [] : ['another og:description']),
        ];
      }, indexable),
    ).toEqual([]);
  });

  it('name themselves as canonical, unless they ask not to be indexed', () => {
    expect(
      wrong((page) => {
        const canonical = linked(page, '[rel="canonical"]');
        const expected = isIndexable(page) ? [url + encodeURI(page.address)] : [];
        return JSON.stringify(canonical) === JSON.stringify(expected) ? [] : [canonical.join(' ')];
      }),
    ).toEqual([]);
  });

  it('name the same page in every language that has it, each other and themselves', () => {
    const alternatesOf = (page: BuiltPage) =>
      new Map(
        [...page.document.querySelectorAll('head link[hreflang]')].map((link) => [
          link.getAttribute('hreflang') ?? '',
          link.getAttribute('href') ?? '',
        ]),
      );
    expect(indexable.some((page) => alternatesOf(page).size === 3)).toBe(true);
    expect(
      wrong((page) => {
        const alternates = alternatesOf(page);
        if (alternates.size === 0) return [];
        const lang = page.document.documentElement.getAttribute('lang') ?? '';
        const others = [...alternates.values()].map((target) => byUrl.get(target));
        return [
          ...(alternates.get(lang) === url + page.address ? [] : ['not itself']),
          ...(alternates.get('x-default') === alternates.get(first) ? [] : ['x-default']),
          ...others.flatMap((other) =>
            other && [...alternatesOf(other).values()].includes(url + page.address) ? [] : ['not mutual'],
          ),
        ];
      }),
    ).toEqual([]);
  });

  it('show a picture that the site has, in the size that they state', () => {
    expect(
      wrong((page) => {
        const image = meta(page, 'og:image');
        const file = path.join(folder, image.slice(url.length));
        if (!image.startsWith(`${url}/og/`) || !existsSync(file)) return [`no picture ${image}`];
        const bytes = readFileSync(file);
        const size = [bytes.readUInt32BE(16), bytes.readUInt32BE(20)].map(String);
        return [
          ...(meta(page, 'og:image:width') === size[0] && meta(page, 'og:image:height') === size[1]
            ? []
            : ['size']),
          ...(statSync(file).size < 30_000 ? [] : ['heavy']),
          ...(meta(page, 'og:image:alt') === '' ? ['no words for the picture'] : []),
          ...(meta(page, 'twitter:card') === 'summary' ? [] : ['no card']),
          ...(meta(page, 'og:url') === url + page.address ? [] : ['og:url']),
        ];
      }),
    ).toEqual([]);
  });

  it('show the picture of the severity that the advisory states', () => {
    expect(
      wrong((page) => {
        const [level = 'unrated'] = attributes(page.document, 'main .severity[data-level]', 'data-level');
        return meta(page, 'og:image').endsWith(`/og/${level}.png`) ? [] : [meta(page, 'og:image')];
      }, advisories),
    ).toEqual([]);
  });

  it('describe themselves in the vocabulary of schema.org as the page itself does', () => {
    expect(
      wrong((page) => {
        if (page.file === '404.html') return [];
        const graph = structuredData(page);
        const [self = {}] = graph;
        const trail = graph.find((thing) => thing['@type'] === 'BreadcrumbList') as
          { itemListElement: { name: string }[] } | undefined;
        const shown = [...page.document.querySelectorAll('.trail li')].map(({ textContent }) =>
          textContent.trim(),
        );
        return [
          ...findSchemaProblems({ '@context': 'https://schema.org', '@graph': graph }),
          ...(self['url'] === url + page.address ? [] : [`url ${String(self['url'])}`]),
          ...(self['inLanguage'] === page.document.documentElement.getAttribute('lang')
            ? []
            : ['inLanguage']),
          ...(JSON.stringify((trail?.itemListElement ?? []).map(({ name }) => name)) === JSON.stringify(shown)
            ? []
            : [`trail ${shown.join(' › ')}`]),
        ];
      }),
    ).toEqual([]);
    for (const page of advisories) {
      expect(structuredData(page)[0]).toMatchObject({
        '@type': 'TechArticle',
        datePublished: meta(page, 'article:published_time'),
        dateModified: meta(page, 'article:modified_time'),
      });
    }
  });

  it('offer the feed of the vendor or the year that they are about', () => {
    const offered = (address: RegExp) =>
      pages.flatMap((page) => {
        const found = address.exec(page.address)?.groups;
        const feeds = linked(page, '[rel="alternate"][type="application/atom+xml"]');
        return found === undefined
          ? []
          : [{ page, feeds, feed: `${found['root'] ?? ''}${found['name'] ?? ''}` }];
      });
    const vendors = offered(/^(?<root>(?:\/[a-z]{2})?\/vendors\/)(?<name>[^/]+\/)$/u);
    const years = offered(/^(?<root>(?:\/[a-z]{2})?)\/advisories\/(?<name>\d{4})\/$/u);
    expect(vendors.length).toBeGreaterThan(0);
    expect(years.length).toBeGreaterThan(0);
    for (const { feeds, feed } of vendors) expect(feeds).toContain(`${feed}feed.atom`);
    for (const { page, feeds } of years) {
      const [, root = '', year = ''] = /^(.*)\/advisories\/(\d{4})\/$/u.exec(page.address) ?? [];
      expect(feeds).toContain(`${root}/feeds/${year}.atom`);
    }
    const missing = pages.flatMap((page) =>
      linked(page, '[rel="alternate"][type]').filter((feed) => !existsSync(path.join(folder, feed))),
    );
    expect(missing).toEqual([]);
  });

  it('lead to a list that says why, where the other language has no such page', () => {
    const switches = pages.flatMap(({ document, file }) =>
      file === '404.html' ? [] : attributes(document, '.languages a', 'href'),
    );
    const explained = switches.filter((address) => address.endsWith('#untranslated'));
    for (const address of new Set(explained)) {
      const goal = byUrl.get(url + address.replace(/#.*$/u, ''));
      expect(goal?.document.getElementById('untranslated')?.textContent.trim()).toMatch(/./u);
    }
    const alone = pages.filter((page) => page.file !== '404.html' && linked(page, '[hreflang]').length === 0);
    expect(explained.length).toBe(alone.length);
  });

  it('let readers report a mistake with the page named, and send vulnerabilities elsewhere', () => {
    expect(
      wrong((page) => {
        const [address] = attributes(page.document, '.footing-correction > a', 'href');
        if (page.file === '404.html')
          return address === undefined ? [] : ['a link on the page of no address'];
        const letter = new URL(address ?? 'about:blank');
        const known = letter.searchParams.get('body')?.includes(`${url}${page.address}\r\n`) === true;
        const [, reported] = attributes(page.document, '.footing-correction a', 'href');
        const hasReport = byUrl.has(url + (reported ?? ''));
        return [
          ...(letter.protocol === 'mailto:' && known ? [] : [`mistakes go to ${String(address)}`]),
          ...(reported === undefined || hasReport ? [] : [`reports go to ${reported}`]),
        ];
      }),
    ).toEqual([]);
    for (const page of advisories) {
      const [address = ''] = attributes(page.document, '.footing-correction > a', 'href');
      const [identifier] = structuredData(page)[0]?.['identifier'] as { value: string }[];
      expect(new URL(address).searchParams.get('subject')).toContain(identifier?.value);
    }
  });

  it('leave the facts of the build to one file', () => {
    const record = JSON.parse(readFileSync(path.join(folder, 'build.json'), 'utf8')) as Record<
      string,
      string
    >;
    expect(record['builtAt']).toBe(BUILT_AT);
    expect('commit' in record && !('repository' in record)).toBe(false);
    expect(record['commit'] ?? '0'.repeat(40)).toMatch(/^[\da-f]{40}$/u);
    expect(wrong(({ html }) => (html.includes(BUILT_AT) ? ['the time of the build'] : []))).toEqual([]);
  });

  it('answer at every retired address by leading to a canonical page', () => {
    const retired = readDocuments(folder).filter(({ document }) => isRedirect(document));
    expect(
      wrong((page) => {
        const [canonical = ''] = linked(page, '[rel="canonical"]');
        const [refresh = ''] = attributes(page.document, 'meta[http-equiv="refresh"]', 'content');
        const goal = byUrl.get(canonical);
        return [
          ...(goal && linked(goal, '[rel="canonical"]')[0] === canonical
            ? []
            : [`no canonical page ${canonical}`]),
          ...(refresh === `0; url=${canonical.slice(url.length)}` ? [] : [refresh]),
          ...(isIndexable(page) ? ['indexable'] : []),
        ];
      }, retired),
    ).toEqual([]);
  });
});

it('the pages of the sample site have each a description of their own', () => {
  const descriptions = readPages(inject('sampleSite'))
    .filter(isIndexable)
    .map((page) => meta(page, 'description'));
  expect(descriptions.filter((text, place) => descriptions.indexOf(text) !== place)).toEqual([]);
});
