import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../../../tests/builders/a-catalog.ts';
import { planSite } from '../../plan-site.ts';
import { type PlannedData, renderPlanned } from '../../render-planned.ts';

type Parts = Parameters<typeof aCatalog>[0];

/** What the site publishes beside its pages, by address. */
function publish(parts: Parts): Map<string, string> {
  const plan = new Map(
    planSite(aCatalog(parts)).flatMap((item) => (item.kind === 'page' ? [] : [[item.address, item]])),
  );
  const render = (item: PlannedData) => renderPlanned(item, (address) => plan.get(address));
  return new Map([...plan].map(([address, item]) => [address, Buffer.from(render(item)).toString('latin1')]));
}

function read(parts: Parts, address: string): unknown {
  const text = publish(parts).get(`/api/v1/${address}`);
  if (text === undefined) throw new Error(`There is no ${address}.`);
  return JSON.parse(Buffer.from(text, 'latin1').toString());
}

/** When files of `checksum.txt` changed. */
function moments(advisories: NonNullable<NonNullable<Parts>['advisories']>): Set<string> {
  const rows = read({ advisories }, 'checksum.txt') as { lastModified: string }[];
  return new Set(rows.map(({ lastModified }) => lastModified));
}

const other = anAdvisory({
  id: 'TEST#00000002',
  publishedAt: '2025-04-10T12:00:00+09:00',
  vulnerabilities: [{ cve: 'CVE-1901-0002', cwe: ['CWE-79'], cvss: [] }],
  affected: [{ vendor: 'beta', product: '別の製品', ranges: ['<2.0'] }],
  vendors: [{ vendor: 'beta', status: 'affected' }],
});
const twice = (change: Written = {}) =>
  anAdvisory({
    revisions: [
      { at: '2026-03-10T12:00:00+09:00', summary: '公開しました。' },
      { at: '2026-05-10T12:00:00+09:00', summary: '更新しました。' },
    ],
    ...change,
  });

describe('the static API', () => {
  it('changes only the slices of an advisory that was updated', () => {
    const [before, after] = [
      [anAdvisory(), other],
      [twice(), other],
    ].map((advisories) => publish({ advisories }));
    const addresses = [...new Set([...(before?.keys() ?? []), ...(after?.keys() ?? [])])];
    const changed = addresses.filter((each) => before?.get(each) !== after?.get(each));
    const inApi = changed.flatMap((each) =>
      each.startsWith('/api/v1/') ? [each.slice('/api/v1/'.length)] : [],
    );
    expect(inApi.filter((each) => !each.startsWith('archives/csaf')).toSorted()).toEqual([
      'advisories.json',
      'archives/advisories-2026.zip',
      'changes/2026-03.json',
      'changes/2026-05.json',
      'checksum.txt',
      'index.json',
      // Nothing tells any more whether the fix was there from the beginning.
      'statistics.json',
      'vendors.json',
      'vendors/alpha.json',
      'years/2026.json',
    ]);
  });

  it('is the same at any moment until something is published', () => {
    const at = (now: string) =>
      [...publish({ advisories: [twice(), other], now })].filter(([address]) => address.startsWith('/api/'));
    expect(at('2026-11-20T03:00:00Z')).toEqual(at('2026-12-31T23:59:59Z'));
  });

  it('counts years and months in the zone of the site', () => {
    const newYear = '2026-01-01T00:30:00+09:00';
    const advisories = [anAdvisory({ publishedAt: newYear })];
    expect(read({ advisories }, 'years/2026.json')).toMatchObject({
      advisories: [{ year: 2026, publishedAt: '2025-12-31T15:30:00Z' }],
    });
    expect(read({ advisories }, 'changes/2026-01.json')).toMatchObject({ month: '2026-01' });
    expect(moments(advisories)).toEqual(new Set(['2026/01/01 00:30:00']));
  });

  it('says what the latest change was', () => {
    const withdrawal = { at: '2026-06-01T09:00:00+09:00', reason: '重複していました。' };
    const kinds = [
      ['2026-03', anAdvisory(), 'published'],
      ['2026-05', twice(), 'updated'],
      ['2026-06', twice({ state: 'withdrawn', withdrawal }), 'withdrawn'],
    ] as const;
    for (const [month, advisory, change] of kinds)
      expect(read({ advisories: [advisory] }, `changes/${month}.json`)).toMatchObject({
        changes: [{ change }],
      });
  });

  it('tells an advisory in short, in its languages', () => {
    const advisories = [anAdvisory({}, { translations: inEnglish() })];
    expect(read({ advisories }, 'advisories.json')).toMatchObject({
      advisories: [
        {
          id: 'TEST#00000001',
          title: { ja: 'テスト製品における試験用の脆弱性', en: 'Fictional vulnerability in Test Product' },
          urls: {
            ja: 'https://site.example/test/TEST00000001/',
            en: 'https://site.example/en/test/TEST00000001/',
          },
          cvss: { version: '3.1', score: 9.8, severity: 'critical' },
          cves: ['CVE-1900-0001'],
          vendors: ['alpha'],
          file: { address: '/test/TEST00000001/advisory.json' },
        },
      ],
    });
  });

  it('finds advisories by vendor, product, cpe, purl and CVE, each once', () => {
    const cpe = 'cpe:2.3:a:alpha:product:*:*:*:*:*:*:*:*';
    const product = { vendor: 'alpha', product: '製品', ranges: ['<2.0'], cpe, purl: 'pkg:npm/product' };
    const affected = [product, { ...product, ranges: ['>=3.0 <3.1'] }];
    const cves = ['CVE-1900-10000', 'CVE-1900-9999'].map((cve) => ({ cve, cwe: [], cvss: [] }));
    const advisories = [anAdvisory({ affected, vulnerabilities: cves }), other];
    const only = [{ id: 'TEST#00000001', data: '/test/TEST00000001/advisory.json' }];
    expect(read({ advisories }, 'products.json')).toMatchObject({
      cpes: [{ cpe, vendor: 'alpha', advisories: only }],
      purls: [{ purl: 'pkg:npm/product', vendor: 'alpha', advisories: only }],
    });
    expect(read({ advisories }, 'vendors/alpha.json')).toMatchObject({
      products: [{ cpe, advisories: only }],
      advisories: [{ id: 'TEST#00000001', status: 'affected', statusOn: '2026-03-10' }],
    });
    expect(read({ advisories }, 'cves/1900.json')).toMatchObject({
      cves: [
        { cve: 'CVE-1900-9999', advisories: only },
        { cve: 'CVE-1900-10000', advisories: only },
      ],
    });
    expect(read({ advisories }, 'index.json')).toMatchObject({
      cves: [
        { year: 1901, cves: 1 },
        { year: 1900, cves: 2 },
      ],
    });
  });

  it('is there, and says so, when nothing is published', () => {
    const index = read({ advisories: [] }, 'index.json');
    expect(index).toMatchObject({ advisories: 0, changes: [], years: [], archives: [] });
    expect(index).not.toHaveProperty('updatedAt');
    expect(moments([])).toEqual(new Set(['1970/01/01 09:00:00']));
  });
});
