import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, type Written } from '../../../tests/builders/a-catalog.ts';
import type { PlannedFile } from '../plan.ts';
import { planSite } from '../plan-site.ts';
import { buildSiteIndex } from '../site-index.ts';
import { advisoryView } from '../views/advisory-view.ts';
import { exploitTimesView } from '../views/exploit-times-view.ts';
import { statisticsView } from '../views/statistics-view.ts';
import { countSite } from './count-site.ts';

const at = (publishedAt: string, facts: Written = {}) =>
  anAdvisory({ publishedAt, revisions: [{ at: publishedAt, summary: '公開' }], ...facts });
const indexOf = (parts: Parameters<typeof aCatalog>[0]) => buildSiteIndex(aCatalog(parts));
const chartOf = (index: ReturnType<typeof indexOf>, id: string) => {
  const { advisories, reports } = statisticsView(index, 'ja');
  const chart = [...advisories, ...reports].find((each) => each.id === id);
  if (!chart) throw new Error(`No chart ${id}.`);
  return chart;
};

/** One advisory in each of eight months, each with a fix. */
const many = Array.from({ length: 8 }, (_, place) =>
  at(`2026-0${place + 1}-10T12:00:00+09:00`, { id: `TEST#0000001${place}` }),
);
const LEDGERS = {
  '2018-Q4': {
    received: { cumulative: { software: '4226', website: '9866', total: '14092' } },
    corrected: { cumulative: { software: '1936', website: '7346', total: '9282' } },
    perBusinessDay: '3.99',
  },
};

describe('the statistics of advisories', () => {
  it('mark the quarter that is not over, and compare the two before it', () => {
    const index = indexOf({ advisories: many });
    const { table } = chartOf(index, 'families');
    expect(table.rows[0]).toMatchObject({ label: '2026年第4四半期', preliminary: true });
    expect(table.rows.slice(1).some(({ preliminary }) => preliminary)).toBe(false);
    expect(statisticsView(index, 'ja').headlines[0]).toEqual({
      label: '公開した脆弱性情報(2026年第3四半期)',
      value: '2件',
      comparison: '2026年第2四半期より1件少ない',
    });
  });

  it('draw a figure from eight numbers on, and never instead of the table', () => {
    const two = indexOf({ advisories: many.slice(0, 2) });
    expect(chartOf(two, 'weaknesses')).not.toHaveProperty('figure');
    expect(chartOf(two, 'weaknesses').table.rows).toEqual([
      { label: 'CWE-79', cells: [{ text: 'クロスサイトスクリプティング', language: 'ja' }, '2'] },
    ]);
    expect(chartOf(two, 'families').figure?.kind).toBe('bars');
  });

  it('tell days from acceptance to publication where the timeline does', () => {
    const index = indexOf({
      advisories: [
        at('2026-03-10T12:00:00+09:00', { timeline: [{ on: '2026-02-28', event: 'accepted' }] }),
        at('2026-03-11T12:00:00+09:00', { id: 'TEST#00000002' }),
      ],
    });
    const { rows } = chartOf(index, 'days').table;
    const row = rows.find(({ label }) => label === '2026年第1四半期');
    expect(row?.cells).toEqual(['1', '10', '10']);
    expect(rows[0]?.cells).toEqual(['0', '—', '—']);
  });

  it('show no table of days where no timeline tells of an acceptance', () => {
    const { finding, note, table } = chartOf(indexOf({ advisories: many }), 'days');
    expect(table.rows).toEqual([]);
    expect(finding).toBe('受理から公開までの日数は分からない');
    expect(note).toContain('受理日');
  });

  it.each([
    ['at-publication', {}],
    ['none', { affected: [{ vendor: 'alpha', product: '製品', ranges: ['*'] }] }],
    ['later', { timeline: [{ on: '2026-04-01', event: 'fix-released' }] }],
    ['at-publication', { timeline: [{ on: '2026-03-10', event: 'fix-released' }] }],
    ['unknown', { revisions: revised('2026-05-01T00:00:00+09:00', 'affected') }],
    ['at-publication', { revisions: revised('2026-05-01T00:00:00+09:00', 'credits') }],
    // What a revision to come will change is not public, in no number either.
    ['at-publication', { revisions: revised('2026-12-24T00:00:00+09:00', 'affected') }],
  ])('tell since when there is a fix: %s', (expected, facts) => {
    const { quarters } = countSite(indexOf({ advisories: [at('2026-03-10T12:00:00+09:00', facts)] }));
    expect(quarters[0]?.fixes).toMatchObject({ [expected]: 1 });
  });

  it('say so when there is nothing', () => {
    const view = statisticsView(indexOf({ advisories: [] }), 'en');
    expect(view).not.toHaveProperty('asOf');
    expect(view.reports).toEqual([]);
    expect(view.advisories.some(({ figure }) => figure)).toBe(false);
    expect(exploitTimesView(indexOf({ advisories: [] }), 'en')).toMatchObject({ studies: [] });
  });
});

describe('the statistics of reports', () => {
  it('show the numbers as published and what is not known as a dash', () => {
    const index = indexOf({ ledgers: LEDGERS });
    expect(chartOf(index, 'received-cumulative').table.rows).toEqual([
      { label: '2018年第4四半期', cells: ['4,226', '9,866', '14,092'] },
    ]);
    expect(chartOf(index, 'received-cumulative').finding).toBe(
      '届出は、2018年12月31日までに合わせて14,092件',
    );
    expect(chartOf(index, 'corrected-cumulative').table.rows[0]?.cells).toEqual(['1,936', '7,346', '9,282']);
    expect(chartOf(index, 'rate').table.rows[0]?.cells).toEqual(['3.99']);
  });

  it('show every series of which a ledger tells, and no other', () => {
    const index = indexOf({
      ledgers: {
        '2018-Q3': { accepted: { quarter: { software: '1', website: '0' } } },
        '2018-Q4': { refused: { cumulative: { total: '105' } }, handled: { quarter: { total: '1' } } },
      },
    });
    const { reports } = statisticsView(index, 'en');
    expect(reports.map(({ id, title, finding }) => [id, title, finding])).toEqual([
      ['accepted', 'Reports accepted by quarter', '1 report accepted in Q3 2018'],
      ['refused-cumulative', 'All reports refused', '105 reports refused until 31 December 2018'],
      ['handled', 'Cases closed by quarter', '1 case closed in Q4 2018'],
    ]);
  });

  it('show quarters without a ledger as unknown, unless they were left out on purpose', () => {
    const rowsWith = (previous?: string) => {
      const later = { received: { quarter: { total: '5' } }, ...(previous && { previous }) };
      const ledgers = { '2018-Q2': { received: { quarter: { total: '3' } } }, '2018-Q4': later };
      return chartOf(indexOf({ ledgers }), 'received').table.rows.map(({ cells }) => cells.at(-1));
    };
    expect(rowsWith()).toEqual(['5', '—', '3']);
    expect(rowsWith('2018-Q2')).toEqual(['5', '3']);
  });

  it('count reports per business day from the day on which the site began to take them', () => {
    const ledgers = { '2018-Q4': { received: { cumulative: { total: '124' } } } };
    const rateSince = (reportsSince?: string) => {
      const index = indexOf({ ledgers, ...(reportsSince && { site: { reportsSince } }) });
      return chartOf(index, 'rate').table.rows[0]?.cells;
    };
    expect(rateSince('2018-10-01')).toEqual(['2.00']);
    expect(rateSince()).toEqual(['0.04']);
    const { ratesSince } = statisticsView(indexOf({ ledgers, site: { reportsSince: '2018-10-01' } }), 'ja');
    expect(ratesSince).toBe('2018-10-01');
  });

  it('say nothing “until the end” of a quarter that is not over', () => {
    const early = {
      received: { quarter: { total: '9' }, cumulative: { total: '14101' } },
      perBusinessDay: '2.59',
    };
    const index = indexOf({ ledgers: { ...LEDGERS, '2026-Q4': early } });
    const { headlines, reports } = statisticsView(index, 'ja');
    expect(reports.map(({ table }) => table.rows[0])).toMatchObject([
      { label: '2026年第4四半期', preliminary: true, cells: ['—', '—', '9'] },
      { preliminary: true, cells: ['—', '—', '14,101'] },
      { preliminary: true, cells: ['—'] },
      { preliminary: true, cells: ['—', '—', '—'] },
    ]);
    expect(JSON.stringify([headlines, reports.map(({ finding }) => finding)])).not.toContain(
      '2026年12月31日',
    );
    expect(headlines.map(({ value }) => value).slice(-2)).toEqual(['14,092件', '3.99']);
  });
});

describe('times to exploit', () => {
  const exploits = {
    studies: [
      {
        source: { title: '試験の資料', publishedOn: '2004-07-08' },
        finding: { ja: '短くなった。', en: 'It became shorter.' },
        vulnerabilities: [
          { id: 'EX02-039', publishedOn: '2002-07-29', exploitOn: '2002-09-25', attackOn: '2003-01-25' },
          { id: 'EX03-043', publishedOn: '2003-10-16', exploitOn: '2003-10-19' },
        ],
      },
    ],
  };

  it('are counted in days, and stay unknown where a day is', () => {
    const [study] = exploitTimesView(indexOf({ exploits }), 'en').studies;
    expect(study?.chart.finding).toEqual({ text: 'It became shorter.', language: 'en' });
    expect(study?.chart.table.rows.map(({ cells }) => [cells[2], cells[4]])).toEqual([
      ['58', '180'],
      ['3', '—'],
    ]);
  });

  it('are drawn for an advisory whose timeline tells of an exploit or an attack', () => {
    const advisory = at('2026-03-10T12:00:00+09:00', {
      timeline: [{ on: '2026-03-08', event: 'attack-observed' }],
    });
    const index = indexOf({ advisories: [advisory, ...many] });
    const [drawn, plain] = ['TEST#00000001', 'TEST#00000010'].map((id) => {
      const found = index.catalog.advisories.find((each) => each.id === id);
      if (!found) throw new Error(`${id} is not there.`);
      return advisoryView(index, 'ja', found).exploitTimes;
    });
    expect(drawn?.summary).toContain('攻撃の観測まで -2日');
    expect(plain).toBeUndefined();
    expect(exploitTimesView(index, 'ja').advisories?.finding).toBe(
      '経緯に記載のある1件のうち1件は、公開以前に悪用されていた',
    );
  });
});

it('gives every table as a file with all rows', () => {
  const parts = { advisories: [at('2020-01-10T12:00:00+09:00')], ledgers: LEDGERS };
  const plan = planSite(aCatalog(parts));
  const csv = (address: string) =>
    plan.find((each): each is PlannedFile => each.kind === 'file' && each.address === address)?.render() ??
    '';
  expect(csv('/en/statistics/families.csv').split('\r\n')).toHaveLength(2 + 28);
  expect(csv('/en/statistics/families.csv')).toContain('"Q4 2026 (preliminary)"');
  expect(csv('/statistics/received-cumulative.csv')).toContain('"2018年第4四半期","4226","9866","14092"');
});

function revised(moment: string, part: string): Written[] {
  return [
    { at: '2026-03-10T12:00:00+09:00', summary: '公開' },
    { at: moment, summary: '更新', changes: [{ part }] },
  ];
}
