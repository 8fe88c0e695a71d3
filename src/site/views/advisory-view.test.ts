import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../../tests/builders/a-catalog.ts';
import { buildSiteIndex, type SiteIndex } from '../site-index.ts';
import { advisoryView } from './advisory-view.ts';

function anIndex(parts: Parameters<typeof aCatalog>[0] = {}): SiteIndex {
  return buildSiteIndex(aCatalog(parts));
}

/** The page of the first advisory of a catalog. */
function firstPage(index: SiteIndex, language: 'ja' | 'en' = 'ja') {
  const [advisory] = index.catalog.advisories;
  if (advisory === undefined) throw new Error('The catalog is empty.');
  return advisoryView(index, language, advisory);
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

describe('advisoryView', () => {
  it('speaks the page’s language in ranges, names and statements, and the original’s where it must', () => {
    const advisory = anAdvisory(
      {
        vendors: [
          { vendor: 'alpha', statement: '対応済みです。' },
          { vendor: 'beta', statement: '調査中です。' },
        ],
      },
      { translations: inEnglish({ statements: { alpha: 'Fixed.' } }) },
    );
    const index = anIndex({ advisories: [advisory] });
    const view = firstPage(index, 'en');
    expect(view.products[0]?.ranges).toEqual(['prior to 2.0']);
    expect(firstPage(index).products[0]?.ranges).toEqual(['2.0 より前のバージョン']);
    expect(view.vendors.map(({ statement }) => statement)).toEqual([
      { text: 'Fixed.', language: 'en' },
      { text: '調査中です。', language: 'ja' },
    ]);
    expect(view.vendors[0]?.name).toEqual({ text: 'Alpha Inc.', language: 'en' });
  });

  it('has the same anchors in every language', () => {
    const product = { ja: '試験 製品', en: 'Test Product' };
    const affected = [
      { vendor: 'alpha', product, ranges: ['<2.0'], fixed: ['2.0'] },
      { vendor: 'alpha', product, ranges: ['>=3.0 <3.1'], fixed: ['3.1'] },
    ];
    const index = anIndex({ advisories: [anAdvisory({ affected }, { translations: inEnglish() })] });
    const anchors = (language: 'ja' | 'en') =>
      firstPage(index, language).products.map(({ anchor }) => anchor);
    expect(anchors('ja')).toEqual(['product-試験-製品', 'product-試験-製品-2']);
    expect(anchors('en')).toEqual(anchors('ja'));
  });

  it('tells that a translation lags behind its original', () => {
    const revisions = [
      { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
      { at: '2026-04-10T12:00:00+09:00', summary: '更新しました。' },
    ];
    const behind = (words: Record<string, unknown>) =>
      firstPage(
        anIndex({ advisories: [anAdvisory({ revisions }, { translations: inEnglish(words) })] }),
        'en',
      ).translation;
    expect(behind({ revision: '1' })).toEqual({
      revision: 1,
      originalAddress: '/test/TEST00000001/',
      behind: true,
    });
    expect(behind({ revision: '2' })).toMatchObject({ behind: false });
  });

  it('keeps back a revision whose moment has not come', () => {
    const revisions = [
      { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
      { at: '2026-12-10T12:00:00+09:00', summary: '予定です。' },
    ];
    const view = firstPage(anIndex({ advisories: [anAdvisory({ revisions })] }));
    expect(view.revision).toBe(1);
    expect(JSON.stringify(view)).not.toContain('予定です。');
  });

  it('calls a fix available only when every product names one or the timeline says so', () => {
    const product = { vendor: 'alpha', product: '製品', ranges: ['*'] };
    const fix = (overrides: Record<string, unknown>) =>
      firstPage(anIndex({ advisories: [anAdvisory(overrides)] })).fixAvailable;
    expect(fix({})).toBe(true);
    expect(fix({ affected: [product] })).toBe(false);
    expect(fix({ affected: [product, { ...product, fixed: ['2.0'] }] })).toBe(false);
    expect(fix({ affected: [product], timeline: [{ on: '2026-03-01', event: 'fix-released' }] })).toBe(true);
    expect(fix({ affected: [] })).toBe(false);
  });

  it('orders the vendor-status table by what readers must do, then by reading, and counts it', () => {
    const vendors = [
      { vendor: 'gamma', status: 'not-affected' },
      { vendor: 'beta', status: 'affected' },
      { vendor: 'alpha', status: 'affected' },
    ];
    const view = firstPage(anIndex({ advisories: [anAdvisory({ vendors })] }));
    expect(view.vendors.map(({ anchor }) => anchor)).toEqual(['vendor-alpha', 'vendor-beta', 'vendor-gamma']);
    expect(view.vendorCounts).toEqual([
      { status: 'affected', count: 2 },
      { status: 'not-affected', count: 1 },
    ]);
  });

  it('relates advisories about one product, nearest in time, and leaves withdrawn ones out', () => {
    const advisories = Array.from({ length: 8 }, (_, place) =>
      on(`2026-0${place + 1}-01`, `TEST#0000000${place}`),
    );
    const withdrawal = { at: '2026-11-03T00:00:00+09:00', reason: '重複していました。' };
    const withdrawn = on('2026-04-02', 'TEST#99999999', { state: 'withdrawn', withdrawal });
    const index = anIndex({ advisories: [...advisories, withdrawn] });
    const middle = index.catalog.advisoryBySlug.get('TEST00000003');
    const related = middle && advisoryView(index, 'ja', middle).related.map(({ id }) => id);
    expect(related).toEqual([
      'TEST#00000005',
      'TEST#00000004',
      'TEST#00000002',
      'TEST#00000001',
      'TEST#00000000',
    ]);
  });

  it('tells urgent with a reason from urgent without one and from not urgent', () => {
    const reason = (urgent: unknown) =>
      firstPage(anIndex({ advisories: [anAdvisory({ urgent })] })).urgentReason;
    expect(reason({ reason: '攻撃が観測されています。' })).toEqual({
      text: '攻撃が観測されています。',
      language: 'ja',
    });
    expect(reason('true')).toBeNull();
    expect(reason('false')).toBeUndefined();
  });

  it('says of a withdrawn advisory in its title that it is, and promises no fix', () => {
    const withdrawal = { at: '2026-11-03T00:00:00+09:00', reason: '重複していました。' };
    const index = anIndex({
      advisories: [anAdvisory({ state: 'withdrawn', withdrawal }, { translations: inEnglish() })],
    });
    const view = firstPage(index);
    expect(view.head.title).toMatch(/^【撤回】TEST#00000001 /u);
    expect(firstPage(index, 'en').head.title).toMatch(/^\[Withdrawn\] TEST#00000001 /u);
    expect(view.title).not.toContain('撤回');
    expect(view.fixAvailable).toBe(false);
  });

  it('marks a related advisory that has been withdrawn', () => {
    const withdrawal = { at: '2026-11-03T00:00:00+09:00', reason: '重複していました。' };
    const withdrawn = on('2026-02-01', 'TEST#00000002', { state: 'withdrawn', withdrawal });
    const index = anIndex({ advisories: [anAdvisory({ related: ['TEST#00000002'] }), withdrawn] });
    expect(firstPage(index).related).toMatchObject([{ id: 'TEST#00000002', withdrawn: true }]);
  });

  it('calls the rows that a revision changed by their names in the page’s language', () => {
    const at = '2026-03-10T12:00:00+09:00';
    const changes = [
      { part: 'references', added: ['既知の一覧', '消えた資料'] },
      { part: 'vendors', edited: ['アルファ社'] },
      { part: 'affected', removed: ['テスト製品'] },
    ];
    const references = [{ title: { ja: '既知の一覧', en: 'Known list' }, url: 'https://list.example/' }];
    const facts = { references, revisions: [{ at, summary: '公開しました。', changes }] };
    const index = anIndex({ advisories: [anAdvisory(facts, { translations: inEnglish() })] });
    expect(firstPage(index, 'en').revisions[0]?.changes).toEqual([
      { part: 'references', added: ['Known list', '消えた資料'] },
      { part: 'vendors', edited: ['Alpha Inc.'] },
      { part: 'affected', removed: ['テスト製品'] },
    ]);
    expect(firstPage(index).revisions[0]?.changes).toEqual(changes);
  });

  it('leads the language switch to the family’s list when there is no translation', () => {
    const { head } = firstPage(anIndex());
    expect(head.alternates).toEqual([]);
    expect(head.switchTo).toEqual([{ language: 'en', address: '/en/test/', samePage: false }]);
  });
});
