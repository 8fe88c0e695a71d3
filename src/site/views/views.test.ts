import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../../tests/builders/a-catalog.ts';
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
    expect(view).toMatchObject({ newest: [], updated: [], years: [], total: 0 });
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
    expect(view.older).toMatchObject({ year: 2025, address: '/advisories/2025/' });
    expect(view.newer).toBeUndefined();
    expect(view.downloads).toMatchObject({
      csvAddress: '/advisories/2026.csv',
      feed: { address: '/feeds/2026.atom' },
    });
  });

  it('offers to narrow a list that is long, and no short one', () => {
    const many = (count: number) =>
      Array.from({ length: count }, (_, place) => on('2026-03-10', `TEST#${String(place).padStart(8, '0')}`));
    const filterable = (count: number) =>
      indexView(anIndex({ advisories: many(count) }), 'ja', {}).filterable;
    expect([filterable(20), filterable(21)]).toEqual([false, true]);
  });

  it('finds a row by its CVEs, by vendors that it does not name and by its title in another language', () => {
    const vendors = ['alpha', 'beta', 'gamma', 'delta'].map((vendor) => ({ vendor }));
    const index = anIndex({
      advisories: [anAdvisory({ vendors }, { translations: inEnglish() })],
      vendors: { delta: { name: 'Delta' } },
    });
    expect(indexView(index, 'ja', {}).groups[0]?.rows[0]?.found).toBe(
      'CVE-1900-0001 Delta Fictional vulnerability in Test Product',
    );
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
        ...vendors.map((entry) => ('slug' in entry ? entry.slug : entry.now.text)),
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

describe('vendorsView as an index', () => {
  const named = (...slugs: string[]) => [
    anAdvisory({ affected: [], vendors: slugs.map((vendor) => ({ vendor })) }),
  ];

  it('lists a former name at its own place and leads on to the present one', () => {
    const vendors = { delta: { name: 'Delta', formerNames: ['Alto Works'] } };
    const { groups, total } = vendorsView(anIndex({ advisories: named('delta'), vendors }), 'en');
    expect(groups.map(({ label, count, vendors: entries }) => [label, count, entries.length])).toEqual([
      ['A', 0, 1],
      ['D', 1, 1],
    ]);
    expect(groups[0]?.vendors[0]).toMatchObject({
      name: { text: 'Alto Works' },
      now: { text: 'Delta' },
      address: '/en/vendors/delta/',
    });
    expect(total).toBe(1);
  });

  it('names every letter, and leads only to those under which something stands', () => {
    const { letters } = vendorsView(anIndex({ advisories: named('alpha', 'gamma') }), 'ja');
    expect(letters.map(({ label }) => label).join('')).toBe(
      'あかさたなはまやらわABCDEFGHIJKLMNOPQRSTUVWXYZ0-9',
    );
    expect(letters.filter(({ anchor }) => anchor).map(({ label }) => label)).toEqual(['あ', 'G']);
  });

  it('puts letters before kana in English, and knows no Japanese order there', () => {
    const vendors = {
      kana: { name: 'あかね社', reading: 'あかね' },
      'twin-a': { name: { ja: 'わん', en: 'Twin' }, reading: 'わん' },
      'twin-b': { name: { ja: 'あん', en: 'Twin' }, reading: 'あん' },
    };
    const advisories = named('kana', 'twin-b', 'twin-a');
    const { groups, letters } = vendorsView(anIndex({ advisories, vendors }), 'en');
    expect(groups.flatMap((group) => group.vendors.map((each) => 'slug' in each && each.slug))).toEqual([
      'twin-a',
      'twin-b',
      'kana',
    ]);
    expect(letters.map(({ label }) => label).join('')).toBe('ABCDEFGHIJKLMNOPQRSTUVWXYZ0-9あ');
  });

  it('shows the most direct contact and finds a vendor by every other name', () => {
    const vendors = {
      delta: {
        name: { ja: 'デルタ社', en: 'Delta' },
        reading: 'でるた',
        aliases: ['DLT'],
        psirt: { email: 'psirt@delta.example', url: 'https://delta.example/psirt' },
      },
    };
    const { groups } = vendorsView(anIndex({ advisories: named('delta'), vendors }), 'ja');
    expect(groups[0]?.vendors[0]).toMatchObject({
      contact: { kind: 'url', address: 'https://delta.example/psirt' },
      found: 'delta でるた DLT',
    });
  });
});

describe('vendorView', () => {
  it('says so when nothing of the vendor was ever affected', () => {
    const only = (status: string) => {
      const index = anIndex({ advisories: [anAdvisory({ vendors: [{ vendor: 'gamma', status }] })] });
      const vendor = index.catalog.vendorBySlug.get('gamma');
      return vendor && vendorView(index, 'ja', vendor).onlyNotAffected;
    };
    expect(only('not-affected')).toBe(true);
    expect(only('not-affected-investigating')).toBe(false);
  });

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

describe('the list of alerts', () => {
  it('leads to its feed, on the page and in the head, and no other family does', () => {
    const families = [
      { prefix: 'TEST#', path: 'test', name: 'Notes', pattern: '[0-9]{8}' },
      { prefix: 'TESTTA#', path: 'ta', name: 'Alerts', pattern: '[0-9]{8}', alert: 'true' },
    ];
    const index = anIndex({ site: { families } });
    const offered = index.catalog.site.families.map((family) => {
      const { head, downloads } = indexView(index, 'en', { family });
      return [...head.feeds, downloads?.feed].map((feed) => feed?.address);
    });
    expect(offered).toEqual([[undefined], ['/en/feeds/alerts.atom', '/en/feeds/alerts.atom']]);
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
    const { site, groups, latest } = feedsView(anIndex(), 'ja');
    expect([...site, ...groups.flatMap(({ rows }) => rows)].map(({ feeds }) => feeds.length)).toEqual([
      3, 3, 3, 3, 3, 1, 1, 1,
    ]);
    expect(site.map(({ id }) => id)).toEqual(['all', 'updated', 'urgent', 'critical', 'high', 'calendar']);
    expect(latest.map(({ row }) => row.id)).toEqual(['TEST#00000001']);
  });

  it('offer every feed of the whole site to programs too', () => {
    const { head, site } = feedsView(anIndex(), 'ja');
    const offered = head.feeds.map(({ address }) => address);
    for (const { feeds } of site) {
      expect(feeds.filter(({ address }) => offered.includes(address))).toHaveLength(1);
    }
  });

  it('lead on to the page on notices by mail, where there is one', () => {
    const pages = [{ slug: 'notifications', language: 'en', title: 'Notices' }] as const;
    expect(feedsView(anIndex({ pages }), 'en').notices).toEqual({
      label: 'Notices',
      address: '/en/about/notifications/',
    });
    expect(feedsView(anIndex({ pages }), 'ja').notices).toBeUndefined();
  });

  it('leave out parts of the site that have no feed', () => {
    expect(feedsView(anIndex({ advisories: [] }), 'ja')).toMatchObject({ groups: [], latest: [] });
  });

  it('keep the page for unknown addresses out of search engines', () => {
    expect(notFoundView(anIndex()).head).toMatchObject({
      address: '/404.html',
      robots: 'noindex',
      trail: [],
    });
  });
});
