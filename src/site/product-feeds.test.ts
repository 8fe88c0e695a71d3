import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../tests/builders/a-catalog.ts';
import { listProductFeeds, MOST_PRODUCT_FEEDS } from './product-feeds.ts';
import type { Vendor } from '#catalog/catalog.ts';
import { vendorBasis } from './page-basis.ts';
import { buildSiteIndex, type SiteIndex } from './site-index.ts';
import { vendorView } from './views/vendor-view.ts';

let number = 0;
function about(product: string, publishedAt: string, vendor = 'alpha') {
  number += 1;
  const id = `TEST#${String(number).padStart(8, '0')}`;
  return anAdvisory({
    id,
    publishedAt,
    affected: [{ vendor, product, ranges: ['<2.0'], fixed: ['2.0'] }],
  });
}

function thrice(product: string, year: number, vendor?: string) {
  return [1, 2, 3].map((month) => about(product, `${year}-0${month}-10T12:00:00+09:00`, vendor));
}

function vendorIn(index: SiteIndex, slug: string): Vendor {
  const vendor = index.catalog.vendorBySlug.get(slug);
  if (vendor === undefined) throw new Error(`No vendor ${slug}.`);
  return vendor;
}

function feedsOf(...advisories: ReturnType<typeof anAdvisory>[]) {
  return listProductFeeds(buildSiteIndex(aCatalog({ advisories })));
}

describe('feeds of products', () => {
  it('begin with the third advisory, newest first', () => {
    const [first, second, third] = thrice('Test Desk', 2024);
    if (!first || !second || !third) throw new Error('Three advisories are needed.');
    expect(feedsOf(first, second)).toEqual([]);
    const [feed] = feedsOf(first, second, third);
    expect(feed).toMatchObject({ vendor: 'alpha', product: 'Test Desk' });
    expect(feed?.advisories.map(({ publishedOn }) => publishedOn)).toEqual([
      '2024-03-10',
      '2024-02-10',
      '2024-01-10',
    ]);
  });

  it('have names that can be read and that no other product has', () => {
    const files = feedsOf(
      ...thrice('C Desk', 2024),
      ...thrice('C++ Desk', 2024),
      ...thrice('試験', 2024),
    ).map(({ file }) => file);
    expect(files.filter((file) => /^c-desk-[0-9a-f]{8}$/.test(file))).toHaveLength(2);
    expect(files.filter((file) => /^[0-9a-f]{8}$/.test(file))).toHaveLength(1);
    expect(new Set(files).size).toBe(3);
  });

  it('count an advisory once, however many rows it has about the product', () => {
    const row = { vendor: 'alpha', product: 'Test Desk', ranges: ['<2.0'], fixed: ['2.0'] };
    expect(
      feedsOf(anAdvisory({ affected: [row, { ...row, ranges: ['=3.0'] }, { ...row, ranges: ['=4.0'] }] })),
    ).toEqual([]);
  });

  it('are bounded, and none goes away because others come', { timeout: 60_000 }, () => {
    const old = Array.from({ length: MOST_PRODUCT_FEEDS }, (_, place) => thrice(`Old ${place}`, 2020)).flat();
    const before = feedsOf(...old);
    expect(before).toHaveLength(MOST_PRODUCT_FEEDS);
    const young = Array.from({ length: 20 }, (_, place) => thrice(`Young ${place}`, 2024)).flat();
    const after = feedsOf(...old, ...young);
    expect(after.map(({ file }) => file)).toEqual(before.map(({ file }) => file));
  });

  it('make the page of a vendor anew when they find room', { timeout: 60_000 }, () => {
    const full = Array.from({ length: MOST_PRODUCT_FEEDS }, (_, place) =>
      thrice(`Old ${place}`, 2020),
    ).flat();
    const young = thrice('Young', 2024, 'beta');
    const [before, after] = [full, full.slice(1)].map((others) => {
      const index = buildSiteIndex(aCatalog({ advisories: [...others, ...young] }));
      const beta = vendorIn(index, 'beta');
      return {
        feeds: vendorView(index, 'ja', beta).head.feeds.length,
        basis: vendorBasis(index, 'ja', beta),
      };
    });
    expect([before?.feeds, after?.feeds]).toEqual([1, 2]);
    expect(after?.basis).not.toBe(before?.basis);
  });
});

describe('the page of a vendor', () => {
  it('leads to the feeds of its products, in the table and in the head, and of no others', () => {
    const advisories = [
      ...thrice('Test Desk', 2024),
      about('Rare Desk', '2025-01-10T12:00:00+09:00'),
      ...thrice('Beta Desk', 2024, 'beta'),
    ];
    const index = buildSiteIndex(aCatalog({ advisories }));
    const { feed, head, products } = vendorView(index, 'en', vendorIn(index, 'alpha'));
    expect(products.map(({ name, feed: own }) => [name.text, own?.title])).toEqual([
      ['Test Desk', 'Test Desk (Atom)'],
      ['Rare Desk', undefined],
    ]);
    expect(products[0]?.feed?.address).toMatch(/^\/en\/vendors\/alpha\/products\/test-desk-\w+\.atom$/);
    expect(head.feeds).toEqual([feed, products[0]?.feed]);
  });
});
