import { describe, expect, it } from 'vitest';
import type { Catalog } from '#catalog/catalog.ts';
import { aCatalog, anAdvisory, inEnglish, type Written } from '../../tests/builders/a-catalog.ts';
import type { PlannedFile, PlannedPage } from './plan.ts';
import { planSite } from './plan-site.ts';

/*
 * The oracle of the bases: a site is changed in many ways, and whatever has the same basis before and after must be the
 * same. The engine relies on nothing else when it leaves a page as it is.
 */

const NOW = '2026-11-20T03:00:00Z';

/** Eight advisories that share products and name each other; the last is under embargo, the one before has a future. */
function writeAdvisories(): ReturnType<typeof anAdvisory>[] {
  return Array.from({ length: 8 }, (_, i) => {
    const publishedAt = `${i === 7 ? 2027 : 2022 + Math.floor(i / 2)}-0${(i % 3) + 2}-10T12:00:00+09:00`;
    const revisions = [
      { at: publishedAt, summary: { ja: '公開しました。', en: 'Published.' } },
      ...(i === 6 ? [{ at: '2026-12-01T12:00:00+09:00', summary: '改めました。' }] : []),
    ];
    return anAdvisory(
      {
        id: `${i % 4 === 3 ? 'TESTTA#' : 'TEST#'}0000000${i + 1}`,
        title: `第${i}の脆弱性`,
        publishedAt,
        revisions,
        related: [`TEST#0000000${((i + 2) % 8) + 1}`, 'TESTTA#00000008'],
        vulnerabilities: [{ cve: 'CVE-1900-0001', assigner: 'test', cwe: ['CWE-79'] }],
        affected: [
          { vendor: i % 2 ? 'beta' : 'alpha', product: `製品${i % 3}`, ranges: ['<2.0'], fixed: ['2.0'] },
        ],
        vendors: [{ vendor: i % 2 ? 'beta' : 'gamma', status: 'affected', statusOn: '2026-03-10' }],
      },
      i % 2 ? { translations: inEnglish() } : {},
    );
  });
}

/** All advisories are about one CVE, whose record belongs to the first that can tell it. */
const parts = (change: Parameters<typeof aCatalog>[0] = {}) => ({
  site: { cna: { orgId: '8cd6b4a2-9f0c-4a7e-9a44-0c7e2b1f0f11', shortName: 'test' } },
  advisories: writeAdvisories(),
  ...change,
});

function withFacts(place: number, facts: Written) {
  const advisories = writeAdvisories();
  const old = advisories[place];
  if (old) advisories[place] = { ...old, facts: { ...old.facts, ...facts } };
  return { advisories };
}

const places = [...writeAdvisories().keys()];
const CHANGES: [what: string, change: Parameters<typeof aCatalog>[0]][] = [
  ...places.flatMap((place): typeof CHANGES => [
    [`advisory ${place} is gone`, { advisories: writeAdvisories().toSpliced(place, 1) }],
    [`advisory ${place} has another title`, withFacts(place, { title: '別の題' })],
    [`advisory ${place} is under embargo`, withFacts(place, { publishedAt: '2027-05-05T12:00:00+09:00' })],
    [
      `advisory ${place} is withdrawn`,
      withFacts(place, {
        state: 'withdrawn',
        withdrawal: { at: '2026-11-01T12:00:00+09:00', reason: '誤りでした。' },
      }),
    ],
    [
      `advisory ${place} has another product`,
      withFacts(place, { affected: [{ vendor: 'alpha', product: '製品0', ranges: ['<9'], fixed: [] }] }),
    ],
  ]),
  [
    'a vendor has another name',
    { vendors: { beta: { name: { ja: '別の社', en: 'Other' }, reading: 'べつ' } } },
  ],
  [
    'a vendor is read otherwise',
    { vendors: { beta: { name: { ja: 'ベータ社', en: 'Beta Inc.' }, reading: 'あ' } } },
  ],
  ['the site has another address', { site: { url: 'https://other.example' } }],
  ['the site has one language', { site: { languages: ['ja'] } }],
  ['the site stands in another zone', { site: { timezone: 'America/New_York' } }],
  ['the site names its repository', { site: { repository: 'https://github.com/test/site' } }],
  ['the site makes no CVE records', { site: {} }],
  ['a ledger has come', { ledgers: { '2026-Q3': { received: { quarter: { total: '5' } } } } }],
  [
    'a time to exploit has come',
    {
      exploits: {
        studies: [
          {
            source: { title: '資料' },
            finding: '短くなった。',
            vulnerabilities: [{ id: 'EX-1', publishedOn: '2002-07-29' }],
          },
        ],
      },
    },
  ],
  [
    'an unreachable developer is listed',
    { unreachable: [{ number: 'UR-1', name: '試験工房', stages: { listed: '2026-01-05' } }] },
  ],
  [
    'an unreachable developer has answered',
    { unreachable: [{ number: 'UR-1', stages: { listed: '2026-01-05' }, answeredOn: '2026-04-01' }] },
  ],
  ['the quarter is over', { now: '2027-01-02T00:00:00Z' }],
  ['a revision has become public', { now: '2026-12-02T00:00:00Z' }],
  ['the embargo is over', { now: '2028-01-01T00:00:00Z' }],
  ['most is not public yet', { now: '2023-03-01T00:00:00Z' }],
];

function planned(catalog: Catalog): Map<string, { basis: string; shown: () => string }> {
  const items = planSite(catalog).filter(
    (item): item is PlannedPage | PlannedFile => item.kind === 'page' || item.kind === 'file',
  );
  return new Map(
    items.flatMap((item) => {
      const basis = item.basis?.();
      const shown = () => (item.kind === 'page' ? JSON.stringify(item.view()) : item.render());
      return basis === undefined ? [] : [[`${item.kind} ${item.address}`, { basis, shown }] as const];
    }),
  );
}

describe('the basis of an output', () => {
  const before = planned(aCatalog({ now: NOW, ...parts() }));

  it('is known of the pages of advisories, vendors and lists', () => {
    const pages = [...before.keys()].filter((key) => key.startsWith('page '));
    expect(pages).toEqual(
      expect.arrayContaining([
        'page /test/TEST00000001/',
        'page /en/vendors/beta/',
        'page /advisories/2023/',
      ]),
    );
  });

  it.each(CHANGES)('is another one wherever something else is shown: %s', (_what, change) => {
    const after = planned(aCatalog({ now: NOW, ...parts(change) }));
    const same = [...after].filter(([key, { basis }]) => before.get(key)?.basis === basis);
    const wrong = same.filter(([key, { shown }]) => before.get(key)?.shown() !== shown());
    expect(wrong.map(([key]) => key)).toEqual([]);
  });

  it('stays the same for pages that have nothing to do with a change', () => {
    const after = planned(aCatalog({ now: NOW, ...parts(withFacts(0, { title: '別の題' })) }));
    expect(after.get('page /ta/TESTTA00000004/')?.basis).toBe(before.get('page /ta/TESTTA00000004/')?.basis);
    expect(after.get('page /test/TEST00000001/')?.basis).not.toBe(
      before.get('page /test/TEST00000001/')?.basis,
    );
  });
});

describe('a view', () => {
  it('is plain data, so that its digest tells everything that templates can see', () => {
    for (const item of planSite(aCatalog({ now: NOW, ...parts() }))) {
      if (item.kind !== 'page') continue;
      const view = item.view();
      expect(JSON.parse(JSON.stringify(view))).toStrictEqual(view);
    }
  });
});
