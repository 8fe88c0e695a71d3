import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { choosePages } from './choose-pages.ts';
import { renderContactSheet } from './contact-sheet.ts';

describe('choosePages', () => {
  const catalog = buildCatalog(loadContent('tests/fixtures/fictional'), '2026-02-20T00:00:00Z');
  const addressOf = (language: 'ja' | 'en', name: string) =>
    choosePages(catalog, language).find((page) => page.name === name)?.address;

  it('takes the most telling advisories, and none under embargo', () => {
    expect(addressOf('ja', 'advisory-vendors')).toBe('/xn/XVN10000005/');
    expect(addressOf('ja', 'advisory-urgent')).toBe('/xn/XVN10000002/');
    expect(addressOf('en', 'advisory-withdrawn')).toBe('/en/xn/XVN10000003/');
    expect(JSON.stringify(choosePages(catalog, 'ja'))).not.toContain('XVN10000004');
  });

  it('names each page once', () => {
    const names = choosePages(catalog, 'en').map(({ name }) => name);
    expect(new Set(names).size).toBe(names.length);
  });

  it('leaves out what the content does not have', () => {
    const empty = { ...catalog, advisories: [], pages: [], advisoriesByVendor: new Map() };
    const names = choosePages(empty, 'ja').map(({ name }) => name);
    for (const name of ['advisory', 'year', 'vendor', 'about']) expect(names).not.toContain(name);
  });
});

describe('renderContactSheet', () => {
  it('shows pictures by page, and links what is none', () => {
    const sheet = renderContactSheet('<b>', [
      { file: 'home-ja-360-light.png', page: 'home' },
      { file: 'advisory-ja-print.pdf', page: 'advisory' },
    ]);
    expect(sheet).toContain('<img src="home-ja-360-light.png"');
    expect(sheet).toContain('<a href="advisory-ja-print.pdf"><figcaption>');
    expect(sheet).not.toContain('<b>');
  });
});
