import { describe, expect, it } from 'vitest';
import { countBusinessDays } from './business-days.ts';
import { ledgerSchema, numberIn, reportsPerBusinessDay, withMissing } from './statistics-ledger.ts';

const SINCE = '2004-07-08';
const source = { title: '試験の報告' };

describe('reportsPerBusinessDay', () => {
  it.each([
    ['2007-Q2', 1441, '1.98'],
    ['2017-Q1', 13_061, '4.21'],
    ['2018-Q4', 14_092, '3.99'],
    ['2025-Q2', 19_484, '3.82'],
  ])('gives the rate that IPA published for %s', (quarter, total, expected) => {
    const facts = ledgerSchema.parse({ source, received: { cumulative: { total: String(total) } } });
    expect(reportsPerBusinessDay({ quarter, facts }, SINCE)?.toFixed(2)).toBe(expected);
  });

  it('rounds halves up, as people do with the same two numbers', () => {
    expect(countBusinessDays('2004-07-08', '2016-06-30')).toBe(2920);
    // 219 ÷ 2920 is 0.075; the nearest binary fraction lies below it.
    const facts = ledgerSchema.parse({ source, received: { cumulative: { total: '219' } } });
    expect(reportsPerBusinessDay({ quarter: '2016-Q2', facts }, SINCE)?.toFixed(2)).toBe('0.08');
  });

  it('knows nothing where the number or the holidays are not known', () => {
    const empty = ledgerSchema.parse({ source });
    const facts = ledgerSchema.parse({ source, received: { cumulative: { total: '5' } } });
    expect(reportsPerBusinessDay({ quarter: '2018-Q4', facts: empty }, SINCE)).toBeUndefined();
    expect(reportsPerBusinessDay({ quarter: '2099-Q4', facts }, SINCE)).toBeUndefined();
    expect(reportsPerBusinessDay({ quarter: '2004-Q2', facts }, SINCE)).toBeUndefined();
  });
});

describe('the address of a source', () => {
  const isRead = (url: string) => ledgerSchema.safeParse({ source: { ...source, url } }).success;

  it.each([
    'https://user:pass@reports.example/',
    'https://reports.example/a b',
    ' https://reports.example/',
    'https:reports.example',
    'ftp://reports.example/',
    'reports.example',
  ])('is not %j', (url) => {
    expect(isRead(url)).toBe(false);
  });

  it.each(['https://reports.example/q4.pdf', 'http://10.0.0.1/'])(
    'may be %s, as far as its form goes',
    (url) => {
      expect(isRead(url)).toBe(true);
    },
  );
});

describe('numberIn', () => {
  const facts = ledgerSchema.parse({
    source,
    received: { quarter: { software: '0', website: '2' }, cumulative: { website: '9' } },
  });

  it('tells 0 from what is not known', () => {
    expect(numberIn(facts, 'received', 'quarter', 'software')).toBe(0);
    expect(numberIn(facts, 'received', 'cumulative', 'software')).toBeUndefined();
    expect(numberIn(facts, 'corrected', 'quarter', 'total')).toBeUndefined();
  });

  it('sums only what is known in all its parts', () => {
    expect(numberIn(facts, 'received', 'quarter', 'total')).toBe(2);
    expect(numberIn(facts, 'received', 'cumulative', 'total')).toBeUndefined();
  });
});

it.each(['-1', '1.5', '01', '1,441', '', '9999999999'])('“%s” is no number of reports', (software) => {
  expect(ledgerSchema.safeParse({ source, received: { quarter: { software } } }).success).toBe(false);
});

describe('withMissing', () => {
  const ledger = (quarter: string, previous?: string) => ({
    quarter,
    facts: ledgerSchema.parse({ source, ...(previous && { previous }) }),
  });
  const quarters = (...ledgers: ReturnType<typeof ledger>[]) =>
    withMissing(ledgers).map(({ quarter }) => quarter);

  it('fills quarters between ledgers, of which nothing is known', () => {
    const given = [ledger('2018-Q2'), ledger('2018-Q4'), ledger('2019-Q1')];
    expect(quarters(...given)).toEqual(['2018-Q2', '2018-Q3', '2018-Q4', '2019-Q1']);
    const [, missing] = withMissing(given);
    expect(missing && numberIn(missing.facts, 'received', 'quarter', 'total')).toBeUndefined();
  });

  it('leaves out those that were left out on purpose, and fills nothing before and after', () => {
    expect(quarters(ledger('2017-Q1'), ledger('2018-Q4', '2017-Q1'))).toEqual(['2017-Q1', '2018-Q4']);
    expect(quarters()).toEqual([]);
  });
});
