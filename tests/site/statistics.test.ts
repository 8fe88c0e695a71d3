import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import { describe, expect, inject, it } from 'vitest';
import { FIXTURE_EPOCH } from './build-fixture.ts';
import { readSite, readStudies } from './recount.ts';
import { NAMED, rateOf, recount, recountExploits, type Rows, SERIES, SHOWN } from './recounted-tables.ts';

/* Every number of the pages, tables and JSON of statistics is counted again from the files of the content. */

const NOW = new Date(Number(FIXTURE_EPOCH) * 1000).toISOString();

/** A cell in numbers alone, as {@link Rows} has them. */
function plain(cell: string): string {
  return cell
    .trim()
    .replace(/^(\d{4})年第(\d)四半期/, '$1-Q$2')
    .replace(/^Q(\d) (\d{4})/, '$2-Q$1')
    .replace(/ ?\((?:速報|preliminary)\)$/, '*')
    .replace(/^(\d+)(?:社|〜| to | or ).*$/, '$1')
    .replace(/^(\d{4})\/(\d\d)\/(\d\d)$/, '$1-$2-$3')
    .replaceAll(/(?<=\d),(?=\d{3})/g, '')
    .replace(/^—$/, '');
}

function numbersIn(text: string | undefined): string[] {
  return text?.replaceAll(/(?<=\d),(?=\d{3})/g, '').match(/\d+(?:\.\d+)?/g) ?? [];
}

describe.each([
  ['content', inject('sampleSite')],
  ['tests/fixtures/fictional', inject('fictionalSite')],
  ['tests/fixtures/other-coordinator', inject('otherSite')],
])('the statistics of %s', (content, dist) => {
  const { counted, present, ledgers, tables, findings } = recount(content, NOW);
  const { languages } = readSite(content);
  const homes = languages.map((language, place) => (place === 0 ? 'statistics' : `${language}/statistics`));
  const read = (file: string) => readFileSync(path.join(dist, file), 'utf8');
  const documentAt = (home: string) => parseHTML(read(`${home}/index.html`)).document;

  const sections = (home: string) =>
    [...documentAt(home).querySelectorAll('section[id]')].map(({ id }) => id);
  const tableOf = (home: string, id: string): Rows =>
    [...documentAt(home).querySelectorAll(`#${id} tbody tr`)].map((row) =>
      [...row.children].map((cell) => plain(cell.textContent)),
    );
  const csvOf = (home: string, id: string): Rows => {
    const [, ...lines] = read(`${home}/${id}.csv`).trimEnd().split('\r\n');
    return lines.map((line) => line.slice(1, -1).split('","').map(plain));
  };
  /** Names of weaknesses are no numbers. */
  const withoutNames = (id: string, rows: Rows) =>
    id === 'weaknesses' ? rows.map((row) => row.toSpliced(1, 1)) : rows;

  it.each(homes)('are those of the files in every table of /%s/', (home) => {
    const charts = sections(home).filter((id) => id !== 'sources' && id !== 'method');
    expect(charts).toEqual(Object.keys(tables));
    for (const [id, rows] of Object.entries(tables)) {
      const onPage = rows.slice(0, id === 'weaknesses' ? NAMED : SHOWN);
      // Where no day of acceptance is told, the page says so in words.
      const isTold = id !== 'days' || rows.some(([, told]) => told !== '0');
      expect([id, withoutNames(id, tableOf(home, id))]).toEqual([id, isTold ? onPage : []]);
      if (isTold) expect([id, withoutNames(id, csvOf(home, id))]).toEqual([id, rows]);
      else expect(existsSync(path.join(dist, `${home}/${id}.csv`))).toBe(false);
    }
  });

  it.each(homes)('are those of the files in every table of /%s/time-to-exploit/', (home) => {
    const expected = recountExploits(content, NOW);
    expect(sections(`${home}/time-to-exploit`)).toEqual(Object.keys(expected));
    for (const [id, rows] of Object.entries(expected)) {
      expect([id, tableOf(`${home}/time-to-exploit`, id)]).toEqual([id, rows]);
      expect([id, csvOf(`${home}/time-to-exploit`, id)]).toEqual([id, rows]);
    }
  });

  it.each(homes)('are those of the files in every headline and finding of /%s/', (home) => {
    const document = documentAt(home);
    for (const id of Object.keys(tables)) {
      const heading = document.querySelector(`#${id} h2`)?.textContent;
      expect([id, numbersIn(heading)]).toEqual([id, expect.arrayContaining(findings[id] ?? [])]);
    }
    const headlines = [...document.querySelectorAll('.headlines b')].map((each) =>
      numbersIn(each.textContent),
    );
    const share = expect.arrayContaining(findings['fix'] ?? []) as string[];
    const reported = ledgers.length > 0 ? [findings['received-cumulative'], findings['rate']] : [];
    expect(headlines).toEqual([findings['families'], share, ...reported]);
  });

  it('are those of the files in the API', () => {
    const { quarters, reports, exploits, total } = JSON.parse(read('api/v1/statistics.json')) as Api;
    expect(total.advisories).toBe(counted.length);
    // Quarters without an advisory are left out there.
    const isTold = (place: number) => tables['families']?.[place]?.at(-1) !== '0';
    const rows = (id: string) => (tables[id] ?? []).filter((_, place) => isTold(place));
    const cells = (...values: (number | undefined)[]) => values.map((value) => String(value ?? ''));
    const inApi = (cellsOf: (one: Api['quarters'][number]) => string[]) =>
      quarters.map((one) => [one.quarter + (one.quarter === present ? '*' : ''), ...cellsOf(one)]);
    for (const [id, part] of Object.entries({
      families: 'families',
      severity: 'severity',
      fix: 'fixes',
    } as const))
      expect([id, inApi((one) => cells(...Object.values(one[part]), one.advisories))]).toEqual([
        id,
        rows(id),
      ]);
    expect(inApi(({ days }) => cells(days.advisories, days.median, days.p90))).toEqual(rows('days'));
    expect(reports.map(({ quarter, perBusinessDay }) => [quarter, perBusinessDay?.toFixed(2) ?? ''])).toEqual(
      ledgers.map((ledger) => [ledger.quarter, rateOf(ledger)]),
    );
    for (const series of SERIES)
      expect(reports.map((report) => report[series])).toEqual(
        ledgers.map((ledger) => inNumbers(ledger[series])),
      );
    expect(exploits.map((one) => ({ ...one, source: undefined }))).toEqual(
      readStudies(content).flatMap(({ vulnerabilities }) => vulnerabilities),
    );
  });
});

it('come to the four rates that were published', () => {
  expect(recount('content', NOW).tables['rate']).toEqual([
    ['2025-Q2', '3.82'],
    ['2018-Q4', '3.99'],
    ['2017-Q1', '4.21'],
    ['2007-Q2', '1.98'],
  ]);
});

interface Api {
  total: { advisories: number };
  quarters: ({
    quarter: string;
    advisories: number;
    days: { advisories: number; median?: number; p90?: number };
  } & Record<'families' | 'severity' | 'fixes', Record<string, number>>)[];
  reports: ({ quarter: string; perBusinessDay?: number } & Partial<
    Record<(typeof SERIES)[number], unknown>
  >)[];
  exploits: ({ source: unknown } & Record<string, string>)[];
}

/** Numbers of a ledger as numbers. */
function inNumbers(series: object | undefined): unknown {
  const toNumber = (_: string, value: unknown) => (typeof value === 'string' ? Number(value) : value);
  return series && JSON.parse(JSON.stringify(series), toNumber);
}
