import { readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, inject, it } from 'vitest';
import { attributes, listFiles, readPages } from './built-site.ts';

const folder = inject('sampleSite');
const pages = readPages(folder);
const files = new Set(listFiles(folder));

function documentAt(address: string): Document {
  const found = pages.find((page) => page.address === address);
  if (found === undefined) throw new Error(`The built site has no ${address}.`);
  return found.document;
}

function textAt(address: string, selector: string): string {
  const text = documentAt(address).querySelector(selector)?.textContent ?? '';
  return text.replaceAll(/\s+/g, ' ').trim();
}

describe('the home page', () => {
  it('has three doors in each language', () => {
    expect(attributes(documentAt('/'), '.doors a[href^="/"]', 'href')).toEqual(
      expect.arrayContaining(['/vendors/', '/feeds/', '/advisories/']),
    );
    expect(documentAt('/en/').querySelectorAll('.doors > li')).toHaveLength(3);
  });

  it('claims nowhere that there is no remedy', () => {
    expect(textAt('/', 'main')).not.toContain('対策なし');
  });
});

describe('a year', () => {
  it('has an anchor and a count for each month, and links that lead there', () => {
    const document = documentAt('/advisories/2024/');
    const months = attributes(document, 'section.month', 'id');
    expect(months).toContain('m10');
    expect(attributes(document, '.strip a[href^="#"]', 'href')).toEqual(months.map((id) => `#${id}`));
    const counts = [...document.querySelectorAll('section.month')].map((section) => [
      section.querySelector('.count')?.textContent,
      `${String(section.querySelectorAll('tbody > tr').length)}件`,
    ]);
    expect(counts.every(([said, real]) => said === real)).toBe(true);
  });

  it('leads to the years before and after it', () => {
    expect(attributes(documentAt('/advisories/2025/'), '.steps a', 'href')).toEqual([
      '/advisories/2024/',
      '/advisories/2026/',
    ]);
    expect(attributes(documentAt('/advisories/2026/'), '.steps [rel="next"]', 'href')).toEqual([]);
  });

  it.each(['/advisories/2026', '/jp/2026', '/en/advisories/2026'])(
    'has every row of %s/ in a table file as well',
    (address) => {
      const document = documentAt(`${address}/`);
      expect(attributes(document, 'a[download]', 'href')).toEqual([`${address}.csv`]);
      const csv = readFileSync(path.join(folder, `${address}.csv`), 'utf8');
      expect(csv.charCodeAt(0)).toBe(0xfeff);
      expect(csv.trimEnd().split('\r\n')).toHaveLength(document.querySelectorAll('tbody > tr').length + 1);
      for (const id of document.querySelectorAll('.advisories .id')) expect(csv).toContain(id.textContent);
    },
  );
});

describe('the index of vendors', () => {
  it('leads to letters that exist and writes the others as text', () => {
    const document = documentAt('/vendors/');
    const letters = attributes(document, '.letters a', 'href');
    expect(letters).toEqual(attributes(document, 'section.letter', 'id').map((id) => `#${id}`));
    expect(document.querySelectorAll('.letters span').length).toBeGreaterThan(3);
  });

  it('runs from あ in Japanese and from A in English', () => {
    expect(textAt('/vendors/', 'section.letter h2')).toMatch(/^あ/u);
    expect(textAt('/en/vendors/', 'section.letter h2')).toMatch(/^A/u);
  });

  it('leads from a former name to the present one', () => {
    const links = attributes(documentAt('/en/vendors/'), '.former-name a', 'href');
    expect(links.length).toBeGreaterThan(0);
    for (const link of links) expect(files.has(`${link.slice(1)}index.html`)).toBe(true);
  });
});

describe('a vendor', () => {
  const without = pages.filter(({ document }) => document.querySelector('#contact .aside') !== null);

  it('says when no contact is known and how to have one listed', () => {
    expect(without.length).toBeGreaterThan(0);
    for (const { document, address } of without) {
      const words = address.startsWith('/en/')
        ? 'No public contact is registered'
        : '公開された窓口は登録されていません';
      expect(document.querySelector('#contact')?.textContent).toContain(words);
      expect(document.querySelector('#contact a[href^="mailto:"]')).not.toBeNull();
    }
  });

  it('is not measured by the number of its advisories', () => {
    const vendors = pages.filter(({ address }) => /^\/vendors\/[^/]+\/$/.test(address));
    expect(vendors.length).toBeGreaterThan(20);
    for (const { document } of vendors)
      expect(document.querySelector('#advisories .aside')?.textContent).toContain(
        '件数は品質の指標ではありません',
      );
  });
});

describe('the page of feeds', () => {
  it('shows every address in full and links to the file', () => {
    const links = [...documentAt('/feeds/').querySelectorAll('.feed-table a')];
    expect(links.length).toBeGreaterThan(20);
    for (const link of links) {
      const href = link.getAttribute('href') ?? '';
      expect(link.textContent.trim()).toBe(`https://kairan.example${href}`);
      const file = href.slice(1).replace(/\/$/, '/index.html');
      expect(files.has(file), href).toBe(true);
    }
  });

  it('begins with what most readers need, names its sections and ends with the long tables', () => {
    const document = documentAt('/feeds/');
    const sections = [...document.querySelectorAll('main section.section')].map(({ id }) => id);
    expect(sections.slice(0, 4)).toEqual(['tables', 'which', 'latest', 'formats']);
    expect(sections.slice(-2)).toEqual(['years', 'vendors']);
    expect(attributes(document, '.page-contents a', 'href')).toEqual(sections.map((id) => `#${id}`));
  });

  it('shows the first three entries of the feed of everything', () => {
    const feed = JSON.parse(readFileSync(path.join(folder, 'feeds/all.json'), 'utf8')) as {
      items: { url: string }[];
    };
    expect(attributes(documentAt('/feeds/'), '#latest .item-title a', 'href')).toEqual(
      feed.items.slice(0, 3).map(({ url }) => new URL(url).pathname),
    );
  });
});

describe('the page for unknown addresses', () => {
  const document = documentAt('/404.html');

  it('speaks every language of the site, each marked as such', () => {
    expect(attributes(document, 'main section[lang]', 'lang')).toEqual(['ja', 'en']);
    expect(attributes(document, 'h1 [lang]', 'lang')).toEqual(['ja', 'en']);
    expect(document.querySelector('section[lang="en"] a[href="/en/search/"]')).not.toBeNull();
    expect(attributes(document, 'meta[name="robots"]', 'content')).toEqual(['noindex']);
  });
});

describe('controls of a list', () => {
  it('stand in templates, so that none is dead without a script', () => {
    const filtered = pages.filter(({ document }) => document.querySelector('list-filter') !== null);
    expect(filtered.length).toBeGreaterThan(1);
    for (const { html } of filtered) {
      const inner = html
        .slice(html.indexOf('<list-filter'), html.lastIndexOf('</list-filter>'))
        .replaceAll(/<template[^]*?<\/template>/g, '');
      expect(inner).not.toMatch(/<(?:input|select|button)/);
    }
  });
});
