import { describe, expect, it } from 'vitest';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { RecordProduct, RecordVendor } from '#formats/record/advisory-record.ts';
import { anAdvisoryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { groupByStatus, listStatuses } from './product-status.ts';
import { listRows } from './products.ts';
import { buildTelling } from './telling.ts';

const CVE = 'CVE-1900-0001';

function aProduct(parts: Partial<RecordProduct> = {}): RecordProduct {
  return { vendor: 'alpha', name: { en: 'Test' }, ranges: ['<2.0'], fixed: ['2.0'], ...parts };
}

function aVendor(parts: Partial<RecordVendor> = {}): RecordVendor {
  return { slug: 'alpha', name: { en: 'Alpha Inc.' }, listed: true, exceptions: {}, notices: [], ...parts };
}

function statusesOf(products: RecordProduct[], vendors: RecordVendor[], cve: string | undefined = CVE) {
  const rows = listRows(buildTelling(anAdvisoryRecord({ products, vendors }), 'en'));
  return groupByStatus(listStatuses(rows, { ...(cve && { cve }), weaknesses: [], scores: [] }));
}

const [AFFECTED, FIXED] = ['alpha:Test:vers:generic/<2.0', 'alpha:Test:2.0'];

describe('listStatuses', () => {
  it('takes a listed product for affected and its fixed versions for fixed', () => {
    const expected = { known_affected: [AFFECTED], fixed: [FIXED] };
    for (const status of [undefined, 'affected', 'affected-investigating', 'notified', 'unknown'] as const) {
      expect(statusesOf([aProduct()], [aVendor({ ...(status && { status }) })])).toEqual(expected);
    }
  });

  it.each<[VendorStatus, object]>([
    ['affected', { known_affected: ['alpha'] }],
    ['not-affected', { known_not_affected: ['alpha'] }],
    ['affected-investigating', { under_investigation: ['alpha'] }],
    ['not-affected-investigating', { under_investigation: ['alpha'] }],
    ['unknown', { under_investigation: ['alpha'] }],
    ['notified', { under_investigation: ['alpha'] }],
  ])('lets a vendor without listed products speak for all of them: %s', (status, expected) => {
    expect(statusesOf([], [aVendor({ status })])).toEqual(expected);
  });

  it('says nothing for a vendor without an answer', () => {
    expect(statusesOf([], [aVendor()])).toEqual({});
  });

  it('lets an exception for the CVE go before the general answer, but not before a product that names the CVE', () => {
    const vendor = aVendor({ status: 'affected', exceptions: { [CVE]: 'not-affected' } });
    expect(statusesOf([aProduct()], [vendor])).toEqual({ known_not_affected: [AFFECTED] });
    expect(statusesOf([aProduct({ cves: [CVE] })], [vendor])).toMatchObject({ known_affected: [AFFECTED] });
    expect(statusesOf([aProduct()], [vendor], 'CVE-1900-0002')).toMatchObject({ known_affected: [AFFECTED] });
  });

  it('does not stretch a product or a general answer to a CVE that the product leaves out', () => {
    const product = aProduct({ cves: ['CVE-1900-0002'] });
    expect(statusesOf([product], [aVendor({ status: 'affected' })])).toEqual({});
    const exception = aVendor({ status: 'affected', exceptions: { [CVE]: 'not-affected' } });
    expect(statusesOf([product], [exception])).toEqual({ known_not_affected: ['alpha'] });
  });

  it('never gives a product two statuses: affected holds', () => {
    const products = [aProduct({ ranges: ['=2.0'], fixed: [] }), aProduct()];
    expect(statusesOf(products, [aVendor()])).toEqual({ known_affected: [FIXED, AFFECTED] });
  });
});

describe('listRows', () => {
  const idsOf = (products: RecordProduct[], language: 'ja' | 'en' = 'en') =>
    listRows(
      buildTelling(anAdvisoryRecord({ products, vendors: [aVendor({ listed: false })] }), language),
    ).flatMap((row) => row.products.map(({ id }) => id));

  it('gives ids that stay when rows come and go, in every language', () => {
    const product = aProduct({ name: { ja: '製品', en: 'Test' } });
    const other = aProduct({ name: { en: 'Other' } });
    expect(idsOf([product])).toEqual(['alpha:製品:vers:generic/<2.0']);
    expect(idsOf([other, product], 'ja')).toContain('alpha:製品:vers:generic/<2.0');
    expect(idsOf([product, other])).toContain('alpha:製品:vers:generic/<2.0');
  });

  it('tells apart rows that differ only in their CPE or note, and joins equal ones', () => {
    const note = { en: 'Windows only' };
    expect(idsOf([aProduct(), aProduct({ note }), aProduct()])).toEqual([
      AFFECTED,
      `${AFFECTED}#2`,
      AFFECTED,
    ]);
  });

  it('takes no name for another one with a version', () => {
    const whole = aProduct({ name: { en: 'Test:2.0' }, ranges: [] });
    const version = aProduct({ ranges: ['=2.0'] });
    expect(new Set(idsOf([whole, version])).size).toBe(2);
  });

  it('makes versions of nothing but versions', () => {
    const product = aProduct({ fixed: ['2.0 以降', 'next release', '２．１', '4.0 から'] });
    const [row] = listRows(
      buildTelling(anAdvisoryRecord({ products: [product], vendors: [aVendor()] }), 'en'),
    );
    expect(row?.fixed.map(({ path }) => path.version?.name)).toEqual(['2.1']);
  });

  it('keeps words that are no range in the name for readers', () => {
    const product = aProduct({ ranges: ['4.0 およびそれ以前'] });
    const [row] = listRows(
      buildTelling(anAdvisoryRecord({ products: [product], vendors: [aVendor()] }), 'en'),
    );
    expect(row?.products).toMatchObject([{ id: 'alpha:Test', name: 'Alpha Inc. Test (4.0 およびそれ以前)' }]);
  });
});
