import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory } from '../../../tests/builders/a-catalog.ts';
import { buildSiteIndex, type SiteIndex } from '../site-index.ts';
import { feedsView } from './feeds-view.ts';
import { homeView } from './home-view.ts';
import { indexView } from './index-view.ts';
import { notFoundView } from './not-found-view.ts';
import { vendorsView } from './vendors-view.ts';
import { vendorView } from './vendor-view.ts';

function anIndex(parts: Parameters<typeof aCatalog>[0] = {}): SiteIndex {
  return buildSiteIndex(aCatalog(parts));
}

const on = (day: string, id = 'TEST#00000001', more: Record<string, unknown> = {}) => {
  const publishedAt = `${day}T12:00:00+09:00`;
  return anAdvisory({
    id,
    publishedAt,
    revisions: [{ at: publishedAt, summary: '公開しました。' }],
    ...more,
  });
};

describe('homeView', () => {
  it('shows an urgent advisory for as many days as the site says, and not one more', () => {
    const urgent = { urgent: { reason: '攻撃が観測されています。' } };
    const shown = (day: string) =>
      homeView(anIndex({ advisories: [on(day, 'TEST#00000001', urgent)] }), 'ja').urgent;
    expect(shown('2026-11-06')).toHaveLength(1);
    expect(shown('2026-11-05')).toHaveLength(0);
  });

  it('groups the fifteen newest by day and leaves withdrawn ones out', () => {
    const advisories = Array.from({ length: 20 }, (_, place) =>
      on(place < 10 ? '2026-11-02' : '2026-11-01', `TEST#${String(place).padStart(8, '0')}`),
    );
    const withdrawal = { at: '2026-11-03T00:00:00+09:00', reason: '重複していました。' };
    const withdrawn = on('2026-11-03', 'TEST#99999999', { state: 'withdrawn', withdrawal });
    const { newest, updated, total } = homeView(anIndex({ advisories: [...advisories, withdrawn] }), 'ja');
    expect(newest.map(({ period, rows }) => [period, rows.length])).toEqual([
      ['2026-11-02', 10],
      ['2026-11-01', 5],
    ]);
    expect(total).toBe(21);
    expect(updated).toHaveLength(0);
  });

  it('says what the last update changed, and of a withdrawal its reason', () => {
    const revisions = [
      { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
      { at: '2026-04-10T12:00:00+09:00', summary: '修正版を追加しました。', changes: [{ part: 'solution' }] },
    ];
    const withdrawal = { at: '2026-05-03T00:00:00+09:00', reason: '重複していました。' };
    const { updated } = homeView(
      anIndex({
        advisories: [
          anAdvisory({ revisions }),
          on('2026-03-01', 'TEST#00000002', { state: 'withdrawn', withdrawal }),
        ],
      }),
      'ja',
    );
    expect(updated.map(({ summary }) => summary.text)).toEqual([
      '重複していました。',
      '修正版を追加しました。',
    ]);
    expect(updated[1]?.changes).toEqual([{ part: 'solution' }]);
  });

  it('is whole for a site without any advisory', () => {
    const view = homeView(anIndex({ advisories: [] }), 'en');
    expect(view).toMatchObject({ urgent: [], newest: [], updated: [], years: [], total: 0 });
  });
});

describe('indexView', () => {
  it('counts the latest twelve months in whole months of the site’s zone', () => {
    const advisories = [on('2025-12-01', 'TEST#00000001'), on('2025-11-30', 'TEST#00000002')];
    const ids = (now: string) =>
      indexView(anIndex({ advisories, now }), 'ja', {}).groups.flatMap(({ rows }) =>
        rows.map(({ id }) => id),
      );
    expect(ids('2026-11-30T14:59:59Z')).toEqual(['TEST#00000001']);
    expect(ids('2026-10-31T14:59:59Z')).toEqual(['TEST#00000001', 'TEST#00000002']);
    expect(ids('2026-11-30T15:00:00Z')).toEqual([]);
  });

  it('groups a year by month, newest first, and marks the year in the strip', () => {
    const advisories = [
      on('2026-03-10'),
      on('2026-01-05', 'TEST#00000002'),
      on('2025-01-05', 'TEST#00000003'),
    ];
    const view = indexView(anIndex({ advisories }), 'ja', { year: 2026 });
    expect(view.groups.map(({ period }) => period)).toEqual(['2026-03', '2026-01']);
    expect(view.years.map(({ year, count, current }) => [year, count, current])).toEqual([
      [2026, 2, true],
      [2025, 1, false],
    ]);
    expect(view.head.feeds).toMatchObject([{ address: '/feeds/2026.atom' }]);
  });

  it('keeps families apart and shows an untranslated advisory in its own language', () => {
    const advisories = [on('2026-03-10'), on('2026-03-11', 'TESTTA#00000002')];
    const index = anIndex({ advisories });
    const family = index.catalog.site.families[1];
    if (family === undefined) throw new Error('The fixture has two families.');
    const { groups } = indexView(index, 'en', { family });
    expect(groups).toMatchObject([
      { rows: [{ id: 'TESTTA#00000002', title: { language: 'ja' }, address: '/ta/TESTTA00000002/' }] },
    ]);
  });

  it('names three vendors in a row and counts the others', () => {
    const vendors = ['alpha', 'beta', 'gamma', 'delta', 'epsilon'].map((vendor) => ({ vendor }));
    const index = anIndex({
      advisories: [anAdvisory({ vendors })],
      vendors: { delta: { name: 'Delta' }, epsilon: { name: 'Epsilon' } },
    });
    const [row] = indexView(index, 'en', {}).groups[0]?.rows ?? [];
    expect(row?.vendors.map(({ text }) => text)).toEqual(['Alpha Inc.', 'Beta Inc.', 'Gamma']);
    expect(row?.moreVendors).toBe(2);
  });
});

describe('vendorsView', () => {
  it('groups by reading in Japanese and by name in English', () => {
    const advisories = [
      anAdvisory({ vendors: [{ vendor: 'alpha' }, { vendor: 'beta' }, { vendor: 'gamma' }] }),
    ];
    const labels = (language: 'ja' | 'en') =>
      vendorsView(anIndex({ advisories }), language).groups.map(({ label, vendors }) => [
        label,
        ...vendors.map(({ slug }) => slug),
      ]);
    expect(labels('ja')).toEqual([
      ['あ', 'alpha'],
      ['は', 'beta'],
      ['G', 'gamma'],
    ]);
    expect(labels('en')).toEqual([
      ['A', 'alpha'],
      ['B', 'beta'],
      ['G', 'gamma'],
    ]);
  });
});

describe('vendorView', () => {
  it('shows this vendor’s own status in each advisory and counts its products', () => {
    const second = on('2026-05-01', 'TEST#00000002', {
      vendors: [{ vendor: 'alpha', status: 'not-affected' }],
    });
    const index = anIndex({ advisories: [anAdvisory(), second] });
    const vendor = index.catalog.vendorBySlug.get('alpha');
    if (vendor === undefined) throw new Error('The fixture has a vendor alpha.');
    const view = vendorView(index, 'en', vendor);
    expect(view.advisories.map(({ row, status }) => [row.id, status])).toEqual([
      ['TEST#00000002', 'not-affected'],
      ['TEST#00000001', 'affected'],
    ]);
    expect(view.products).toEqual([{ name: { text: 'テスト製品', language: 'ja' }, count: 2 }]);
    expect(view.otherName).toEqual({ text: 'アルファ社', language: 'ja' });
    expect(view.feed.address).toBe('/en/vendors/alpha/feed.atom');
  });
});

describe('feedsView and notFoundView', () => {
  it('list vendors in the order of the vendor list of the language', () => {
    const advisories = [
      anAdvisory({ vendors: [{ vendor: 'alpha' }, { vendor: 'gamma' }, { vendor: 'zeta' }] }),
    ];
    const vendors = { zeta: { name: { ja: '安全社', en: 'Zeta' }, reading: 'あんぜん' } };
    const labels = (language: 'ja' | 'en') =>
      feedsView(anIndex({ advisories, vendors }), language)
        .groups.find(({ id }) => id === 'vendors')
        ?.rows.map(({ label }) => label);
    expect(labels('ja')).toEqual(['アルファ社', '安全社', 'Gamma']);
    expect(labels('en')).toEqual(['Alpha Inc.', 'Gamma', 'Zeta']);
  });

  it('list every feed by what it selects', () => {
    const { groups } = feedsView(anIndex(), 'ja');
    expect(groups.map(({ id, rows }) => [id, rows.flatMap(({ feeds }) => feeds).length])).toEqual([
      ['all', 3],
      ['updated', 3],
      ['urgent', 3],
      ['years', 1],
      ['vendors', 1],
    ]);
  });

  it('keep the page for unknown addresses out of search engines', () => {
    expect(notFoundView(anIndex()).head).toMatchObject({
      address: '/404.html',
      robots: 'noindex',
      trail: [],
    });
  });
});
