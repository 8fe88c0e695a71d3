import { readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import type { Content } from '#catalog/content.ts';
import { parseFile } from '#catalog/parse-file.ts';
import { addQuarters, lastDayOf, type Quarter } from '#domain/quarter.ts';
import { lintContent } from '#lint/lint-content.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { statisticsView } from '#site/views/statistics-view.ts';
import { countBusinessDays } from './site/japanese-business-days.ts';

/* Any ledgers that add up pass; one number changed is found, or the page shows just what stands in the file. */

const NOW = '2026-06-01T00:00:00Z';
const RUNS = { numRuns: 60 };
const SERIES = ['received', 'accepted', 'refused', 'handled', 'corrected'] as const;
const PARTS = ['software', 'website', 'total'] as const;

type Series = (typeof SERIES)[number];
type Span = 'quarter' | 'cumulative';
type Tally = Partial<Record<(typeof PARTS)[number], string>>;
type Written = Partial<Record<Series, Partial<Record<Span, Tally>>>> & {
  source: { title: string };
  previous?: string;
  perBusinessDay?: string;
};
type Ledgers = Record<Quarter, Written>;

const site = parseFile(
  { kind: 'site', file: 'site.yaml', slug: '', language: 'en' },
  readFileSync('tests/fixtures/check/base/site.yaml'),
).facts;

function toContent(ledgers: Ledgers): Content {
  const files = Object.entries(ledgers).map(([quarter, written]) => {
    const [file, text] = [`statistics/${quarter}.yaml`, JSON.stringify(written, undefined, 1)];
    const { facts, problems } = parseFile(
      { kind: 'statistics', file, slug: '', language: 'en' },
      Buffer.from(text),
    );
    return {
      entry: { kind: 'statistics' as const, quarter, file, digest: text, ...(facts && { facts }) },
      text,
      problems,
    };
  });
  return {
    ...(site && { site }),
    ...{
      advisories: [],
      translations: [],
      vendors: [],
      pages: [],
      images: [],
      unreachable: [],
      redirects: [],
    },
    statistics: files.map(({ entry }) => entry),
    problems: files.flatMap(({ problems }) => problems),
    source: (name) => files.find(({ entry }) => entry.file === name)?.text ?? '',
  };
}

const lint = (ledgers: Ledgers) => lintContent(toContent(ledgers), { now: NOW });

/** What one quarter adds to each series, how many quarters lie before it, and which numbers its report leaves out. */
const step = fc.record({
  gap: fc.constantFrom(1, 1, 1, 3),
  added: fc.array(fc.tuple(fc.nat(300), fc.nat(300)), { minLength: SERIES.length, maxLength: SERIES.length }),
  unseen: fc.nat(50),
  left: fc.array(fc.boolean(), { minLength: 30, maxLength: 30 }),
});

const NONE = [0, 0] as const;

const chain = fc.array(step, { minLength: 1, maxLength: 5 }).map((steps): Ledgers => {
  const sums = new Map<Series, readonly [number, number]>();
  const ledgers: Ledgers = {};
  let [quarter, before]: [Quarter, Quarter | undefined] = ['2016-Q1', undefined];
  for (const { gap, added, unseen, left } of steps) {
    quarter = addQuarters(quarter, gap);
    const written: Written = {
      source: { title: 'A report' },
      ...(gap > 1 && before && { previous: before }),
    };
    for (const [place, series] of SERIES.entries()) {
      const [parts, sum] = [added[place] ?? NONE, sums.get(series) ?? NONE];
      // Quarters without a ledger added something too, which nobody tells.
      const more = gap > 1 ? unseen : 0;
      const grown = [sum[0] + parts[0] + more, sum[1] + parts[1] + more] as const;
      sums.set(series, grown);
      const leave = left.slice(place * 6);
      written[series] = { quarter: tally(parts, leave), cumulative: tally(grown, leave.slice(3)) };
    }
    ledgers[quarter] = { ...written, ...rateOf(quarter, written) };
    before = quarter;
  }
  return ledgers;
});

function tally([software, website]: readonly [number, number], leave: readonly boolean[]): Tally {
  const numbers = [software, website, software + website];
  return Object.fromEntries(
    PARTS.flatMap((part, place) => (leave[place] ? [] : [[part, String(numbers[place])]])),
  );
}

function totalOf({ software, website, total }: Tally = {}): string | undefined {
  return (
    total ??
    (software === undefined || website === undefined ? undefined : String(Number(software) + Number(website)))
  );
}

/** Rounded half up in whole numbers. */
function rateOf(quarter: Quarter, written: Written): Pick<Written, 'perBusinessDay'> {
  const total = totalOf(written.received?.cumulative);
  if (total === undefined) return {};
  const days = BigInt(countBusinessDays(lastDayOf(quarter)));
  const hundredths = String((BigInt(total) * 200n + days) / (days * 2n)).padStart(3, '0');
  return { perBusinessDay: `${hundredths.slice(0, -2)}.${hundredths.slice(-2)}` };
}

/** The cells of the page, the newest quarter first, and what they must be. */
function cells(ledgers: Ledgers) {
  const { reports } = statisticsView(buildSiteIndex(buildCatalog(toContent(ledgers), NOW)), 'en');
  const shown = (id: string) => reports.find((chart) => chart.id === id)?.table.rows.map((row) => row.cells);
  const written = (series: Series, span: Span) => {
    const rows = Object.values(ledgers)
      .toReversed()
      .map((ledger) => ledger[series]?.[span] ?? {})
      .map((each) => [each.software, each.website, totalOf(each)])
      .map((row) => row.map((cell) => (cell === undefined ? '—' : Number(cell).toLocaleString('en-US'))));
    // Of what no ledger tells there is no table.
    return rows.flat().every((cell) => cell === '—') ? undefined : rows;
  };
  return {
    shown: SERIES.flatMap((series) => [shown(series), shown(`${series}-cumulative`)]),
    written: SERIES.flatMap((series) => [written(series, 'quarter'), written(series, 'cumulative')]),
  };
}

describe('ledgers', () => {
  it('pass when they add up, whatever their reports leave out', () => {
    fc.assert(
      fc.property(chain, (ledgers) => {
        expect(lint(ledgers)).toEqual([]);
        const { shown, written } = cells(ledgers);
        expect(shown).toEqual(written);
      }),
      RUNS,
    );
  });

  it('with one number changed are found, or shown as they are', () => {
    fc.assert(
      fc.property(chain, fc.nat(), fc.nat(1_000_000), (ledgers, pick, number) => {
        const tallies = Object.values(ledgers).flatMap((ledger) =>
          SERIES.flatMap((series) => Object.values(ledger[series] ?? {})).filter(
            (each) => Object.keys(each).length > 0,
          ),
        );
        const chosen = tallies[pick % tallies.length];
        if (chosen === undefined) return;
        const part =
          PARTS.filter((each) => each in chosen).at(pick % 3) ?? (Object.keys(chosen)[0] as 'total');
        const isChanged = chosen[part] !== String(number);
        chosen[part] = String(number);
        const found = lint(ledgers);
        if (isChanged && PARTS.every((each) => each in chosen)) expect(found).not.toEqual([]);
        if (found.length > 0) return;
        const { shown, written } = cells(ledgers);
        expect(shown).toEqual(written);
      }),
      RUNS,
    );
  });
});

describe('a rate by business days', () => {
  const written = (perBusinessDay: string): Ledgers => ({
    '2018-Q4': { source: { title: 'A report' }, received: { cumulative: { total: '3' } }, perBusinessDay },
  });
  const codesSince = (reportsSince: string) => {
    const content = toContent(written('3.00'));
    if (content.site === undefined) throw new Error('The site of the fixture can be read.');
    const found = lintContent({ ...content, site: { ...content.site, reportsSince } }, { now: NOW });
    return found.map(({ code, params }) => [code, params['since'], params['until']]);
  };

  it('is proven by a single day', () => {
    expect(codesSince('2018-12-28')).toEqual([]);
  });

  it('is never taken as proven where there was no business day', () => {
    expect(codesSince('2018-12-29')).toEqual([['STA010', '2018-12-29', '2018-12-31']]);
  });
});
