import { describe, expect, it } from 'vitest';
import { answerOf, listPositions } from './positions.ts';

const [one, two] = [{ cve: 'CVE-1900-0001' }, { cve: 'CVE-1900-0002' }];
const alpha = { slug: 'alpha', status: 'affected' as const, exceptions: {} };
const excepted = { ...alpha, exceptions: { [one.cve]: 'not-affected' as const } };

describe('listPositions', () => {
  it('lists products, then the vendors none of whose products is concerned', () => {
    const product = { vendor: 'alpha' };
    const beta = { slug: 'beta', status: 'notified' as const, exceptions: {} };
    expect(listPositions({ products: [product], vendors: [beta, alpha] }, one)).toEqual([
      { vendor: 'alpha', product, stance: 'affected' },
      { vendor: 'beta', stance: 'under-investigation' },
    ]);
  });

  it('takes a product for affected whose maker has no row', () => {
    const product = { vendor: 'gamma' };
    expect(listPositions({ products: [product], vendors: [] }, {})).toEqual([
      { vendor: 'gamma', product, stance: 'affected' },
    ]);
  });

  it('lets an exception hold for its CVE, but not for a product that names the CVE itself', () => {
    const stances = (product: { vendor: string; cves?: string[] }, vulnerability: { cve?: string }) =>
      listPositions({ products: [product], vendors: [excepted] }, vulnerability).map(({ stance }) => stance);
    expect(stances({ vendor: 'alpha' }, one)).toEqual(['not-affected']);
    expect(stances({ vendor: 'alpha' }, two)).toEqual(['affected']);
    expect(stances({ vendor: 'alpha' }, {})).toEqual(['affected']);
    expect(stances({ vendor: 'alpha', cves: [one.cve] }, one)).toEqual(['affected']);
  });

  it('stretches no general answer to a CVE that the listed products leave out', () => {
    const products = [{ vendor: 'alpha', cves: [two.cve] }];
    expect(listPositions({ products, vendors: [alpha] }, one)).toEqual([]);
    expect(listPositions({ products, vendors: [excepted] }, one)).toEqual([
      { vendor: 'alpha', stance: 'not-affected' },
    ]);
  });
});

it('answers for a CVE by the exception, else in general', () => {
  expect(answerOf(excepted, one)).toBe('not-affected');
  expect(answerOf(excepted, two)).toBe('affected');
  expect(answerOf(alpha, {})).toBe('affected');
});
