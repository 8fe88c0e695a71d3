import fc from 'fast-check';
import { VENDOR_STATUSES } from '#domain/vendor-status.ts';
import { hostileText } from './hostile-text.ts';

const CVES = ['CVE-1900-0001', 'CVE-1900-0002'];
const VECTORS = [
  'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
  'CVSS:3.1/AV:L/AC:H/PR:L/UI:R/S:C/C:L/I:N/A:N',
  'CVSS:3.0/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H/E:U/RL:O',
  'AV:N/AC:L/Au:N/C:P/I:P/A:P',
  'CVSS:4.0/AV:N/AC:L/AT:N/PR:N/UI:N/VC:H/VI:H/VA:H/SC:N/SI:N/SA:N',
];
const status = fc.constantFrom(...VENDOR_STATUSES);
const text = hostileText.filter((each) => each.trim() !== '');

const affected = fc.record(
  {
    vendor: fc.constantFrom('alpha', 'beta'),
    product: fc.oneof(fc.constant('製品'), text),
    ranges: fc.subarray(['<1.0', '>=1.5 <2.0', '=2.1', '>3', '<=1.2', '*', '<1.0+a:b']),
    fixed: fc.subarray(['2.0', '2.1', '２．２', '2.0 以降', 'next release', '1.0 および以前']),
    cves: fc.subarray(CVES, { minLength: 1 }),
    note: text,
    cpe: fc.constant('cpe:2.3:a:alpha:test_product:*:*:*:*:*:*:*:*'),
    purl: fc.constantFrom('pkg:npm/%40alpha/test', 'pkg:swift/no-namespace', 'pkg:pypi/test'),
  },
  { requiredKeys: ['vendor', 'product'] },
);

const vendorRow = fc.record(
  {
    vendor: fc.constantFrom('alpha', 'beta', 'gamma'),
    status,
    statusOn: fc.constantFrom('2026-03-10', '2026-03-11'),
    cves: fc.dictionary(fc.constantFrom(...CVES), status, { noNullPrototype: true }),
    notices: fc.constantFrom([], [{ url: 'https://alpha.example/お知らせ?a=[1]|%' }]),
    statement: text,
    justification: fc.constantFrom('component_not_present', 'inline_mitigations_already_exist'),
  },
  { requiredKeys: ['vendor'] },
);

/** Front matter that can hold any combination of products, answers and exceptions, for one advisory of `aCatalog`. */
export const frontMatter = fc
  .record({
    vulnerabilities: fc.uniqueArray(
      fc.record(
        {
          cve: fc.constantFrom(...CVES),
          cwe: fc.subarray(['CWE-79', 'CWE-264', 'CWE-99999']),
          cvss: fc.subarray(VECTORS),
        },
        { requiredKeys: ['cwe', 'cvss'] },
      ),
      { minLength: 1, maxLength: 3, selector: ({ cve }) => cve },
    ),
    affected: fc.array(affected, { maxLength: 4 }),
    vendors: fc.uniqueArray(vendorRow, { selector: ({ vendor }) => vendor }),
    withdrawn: fc.nat(5).map((number) => number === 0),
    urgent: fc.constantFrom('true', { reason: '攻撃' }),
  })
  .map(({ withdrawn, ...facts }) => ({
    ...facts,
    ...(withdrawn && { state: 'withdrawn', withdrawal: { at: '2026-05-01T09:00:00+09:00', reason: '誤り' } }),
  }));

export type FrontMatter = typeof frontMatter extends fc.Arbitrary<infer Facts> ? Facts : never;
