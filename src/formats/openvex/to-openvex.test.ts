import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { RecordProduct, RecordVendor } from '#formats/record/advisory-record.ts';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { openVexShape } from '../../../tests/builders/openvex-shape.ts';
import { listClaims } from './list-claims.ts';
import { toOpenVex } from './to-openvex.ts';

const ID = 'https://site.example/vex/TEST00000001.json';
const PAGE = 'https://site.example/test/TEST00000001/';
const CVE = 'CVE-1900-0001';

function vendor(parts: Partial<RecordVendor> = {}): RecordVendor {
  return { slug: 'alpha', name: { en: 'Alpha' }, listed: true, exceptions: {}, notices: [], ...parts };
}

function product(parts: Partial<RecordProduct> = {}): RecordProduct {
  return { vendor: 'alpha', name: { ja: '製品', en: 'Product' }, ranges: ['<2'], fixed: [], ...parts };
}

function statementsOf(vendors: RecordVendor[], products: RecordProduct[] = [], cves: string[] = [CVE]) {
  const vulnerabilities = cves.map((cve) => ({ cve, weaknesses: [], scores: [] }));
  const { statements } = toOpenVex(anAdvisoryRecord({ vendors, products, vulnerabilities }), ID);
  return statements.map(({ status, products: named }) => [status, named.map((each) => each['@id'])]);
}

describe('an OpenVEX document', () => {
  it('keeps the rules of its specification, whatever the advisory holds', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        fc.pre(listClaims(record).length > 0);
        const document = toOpenVex(record, ID);
        expect(openVexShape.parse(document)).toEqual(document);
      }),
      { numRuns: 300 },
    );
  });

  it('counts revisions and tells both moments', () => {
    expect(toOpenVex(anAdvisoryRecord(), ID)).toMatchObject({
      ...{ '@id': ID, version: 2, role: 'coordinator' },
      ...{ timestamp: '2026-03-10T03:00:00Z', last_updated: '2026-03-20T03:00:00Z' },
    });
  });

  it.each([
    ['affected', 'affected'],
    ['affected-investigating', 'under_investigation'],
    ['not-affected', 'not_affected'],
    ['not-affected-investigating', 'under_investigation'],
    ['unknown', 'under_investigation'],
    ['notified', 'under_investigation'],
  ] as const)('takes a vendor’s “%s” for %s', (status, expected) => {
    expect(statementsOf([vendor({ status })])).toEqual([[expected, [`${PAGE}#vendor/alpha`]]]);
  });

  it('tells what each vendor under investigation has said', () => {
    const vendors = [
      vendor({ status: 'affected-investigating' }),
      vendor({ slug: 'beta', status: 'not-affected', exceptions: { [CVE]: 'notified' } }),
    ];
    const vulnerabilities = [{ cve: CVE, weaknesses: [], scores: [] }];
    const { statements } = toOpenVex(anAdvisoryRecord({ vendors, products: [], vulnerabilities }), ID);
    expect(statements.map((each) => each.status_notes)).toEqual([
      'The vendor states that some of its products are affected and is investigating which.',
      'The vendor has been informed; whether its products are affected is not known yet.',
    ]);
  });

  it('tells the affected versions of products in ranges and in the words of their notes', () => {
    const products = [
      product(),
      product({ name: { en: 'Router' }, ranges: [], note: { ja: '旧版', en: 'Versions prior to "B"' } }),
      product({ name: { en: 'Any' }, ranges: [] }),
    ];
    const [statement] = toOpenVex(anAdvisoryRecord({ vendors: [vendor()], products }), ID).statements;
    expect(statement?.status_notes).toBe('Affected versions: Product: <2; Router: Versions prior to "B"');
  });

  it('names packages by their package URL, other products by an address, and fixed versions of both', () => {
    const products = [
      product({ purl: 'pkg:npm/%40alpha/a', fixed: ['2'] }),
      product({ purl: 'pkg:pypi/b', ranges: ['=1.0', '1.1'] }),
      product({ fixed: ['2.0'] }),
    ];
    expect(statementsOf([vendor({ status: 'affected' })], products)).toEqual([
      [
        'affected',
        [
          'pkg:npm/%40alpha/a',
          'pkg:pypi/b@1.0',
          'pkg:pypi/b@1.1',
          `${PAGE}#product/alpha/%E8%A3%BD%E5%93%81`,
        ],
      ],
      ['fixed', ['pkg:npm/%40alpha/a@2.0.0', `${PAGE}#product/alpha/%E8%A3%BD%E5%93%81@2.0`]],
    ]);
  });

  it('lets an exception hold for its CVE only, and for products that do not name it', () => {
    const both = [CVE, 'CVE-1900-0002'];
    const row = vendor({ status: 'affected', exceptions: { [CVE]: 'not-affected' } });
    expect(statementsOf([row], [product({ purl: 'pkg:npm/a' })], both)).toEqual([
      ['not_affected', ['pkg:npm/a']],
      ['affected', ['pkg:npm/a']],
    ]);
    expect(statementsOf([row], [product({ purl: 'pkg:npm/a', cves: ['CVE-1900-0002'] })], both)).toEqual([
      ['not_affected', [`${PAGE}#vendor/alpha`]],
      ['affected', ['pkg:npm/a']],
    ]);
  });

  it('says why something is not affected, by a word of VEX or in words', () => {
    const status = 'not-affected';
    const vendors = [
      vendor({ status, justification: 'component_not_present' }),
      vendor({ slug: 'beta', status, statement: { en: 'We do not use it.' } }),
      vendor({ slug: 'gamma', status }),
    ];
    const { statements } = toOpenVex(anAdvisoryRecord({ vendors, products: [] }), ID);
    expect(
      statements.slice(0, 3).map(({ justification, impact_statement }) => justification ?? impact_statement),
    ).toEqual([
      'component_not_present',
      'We do not use it.',
      'The vendor states that its products are not affected.',
    ]);
  });

  it('has no statements where nothing can be said', () => {
    const nothing = { state: 'published' as const, vulnerabilities: [{}], products: [], vendors: [vendor()] };
    expect(listClaims(nothing)).toEqual([]);
    const all = { ...nothing, products: [product()] };
    expect(listClaims(all)).toHaveLength(1);
    expect(listClaims({ ...all, state: 'withdrawn' })).toEqual([]);
    expect(listClaims({ ...all, vulnerabilities: [{}, {}] })).toEqual([]);
  });

  it('is refused by the rules once it is broken', () => {
    const whole = toOpenVex(anAdvisoryRecord(), ID);
    const statements = whole.statements;
    const change = (status: string, parts: object) => ({
      ...whole,
      statements: statements.map((each) => (each.status === status ? { ...each, ...parts } : each)),
    });
    const broken: object[] = [
      { ...whole, version: 0 },
      { ...whole, statements: [] },
      { ...whole, statements: [statements[0], statements[0]] },
      { ...whole, '@id': 'vex 1' },
      { ...whole, timestamp: '2026-03-10' },
      change('affected', { action_statement: undefined }),
      change('affected', { status: 'known_affected' }),
      change('not_affected', { justification: undefined, impact_statement: undefined }),
      change('not_affected', { justification: 'because' }),
      change('fixed', { products: [] }),
      change('fixed', { products: [{ '@id': 'a b' }] }),
    ];
    expect(broken.filter((each) => openVexShape.safeParse(each).success)).toEqual([]);
  });
});
