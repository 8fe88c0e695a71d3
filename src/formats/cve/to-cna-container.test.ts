import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { AdvisoryRecord, RecordProduct } from '#formats/record/advisory-record.ts';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { cnaShape } from '../../../tests/builders/cna-shape.ts';
import { clip } from './clip.ts';
import { describeVulnerability } from './cna-description.ts';
import { listOwnCves } from './list-own-cves.ts';
import { toCnaDocument } from './to-cna-container.ts';

const cna = { orgId: '00000000-0000-4000-9000-000000000001', shortName: 'test' };
const CVE = 'CVE-1900-0001';

function documentOf(record: AdvisoryRecord, cve = CVE) {
  const found = record.vulnerabilities.find((vulnerability) => vulnerability.cve === cve);
  return toCnaDocument(record, { ...(found ?? { weaknesses: [], scores: [] }), cve }, cna.orgId);
}

function versionsOf(product: Partial<RecordProduct>) {
  const whole = { vendor: 'alpha', name: { en: 'A' }, ranges: [], fixed: [], ...product };
  const [{ versions, defaultStatus } = {}] = documentOf(anAdvisoryRecord({ products: [whole] })).cnaContainer
    .affected;
  return { versions, defaultStatus };
}

describe('a CNA container', () => {
  it.each([
    ['Li', 'A list is vulnerable.', true],
    ['Li', 'Thanks to Li.', false],
    ['Li', 'Lists are told of by Li of Example.', false],
    ['山田', '報告者は山田氏です。', false],
    ['4.0', 'Version 14.0 is vulnerable.', true],
  ])('where %s is thanked, “%s” is a description: %s', (name, text, isTold) => {
    const described = describeVulnerability([{ id: 'overview', text }], [name]);
    expect(described).toBe(isTold ? text : undefined);
  });

  it('keeps the rules of its schema and of the CNA rules, whatever the advisory holds', () => {
    const overview = { id: 'overview' as const, heading: 'Overview', text: 'A product is vulnerable.' };
    let made = 0;
    fc.assert(
      fc.property(arbitraryRecord, (some) => {
        const others = (some.sections.en ?? []).filter(({ id }) => id !== 'overview');
        const record = { ...some, languages: ['en' as const], sections: { en: [overview, ...others] } };
        // As the plan does: the one sentence of the overview may name somebody who is thanked, and is then left out.
        const names = record.credits.flatMap(({ name = {} }) => Object.values(name));
        if (describeVulnerability([overview], names) === undefined) return;
        for (const cve of listOwnCves(record, cna)) {
          const document = documentOf(record, cve);
          expect(cnaShape.parse(document)).toEqual(document);
          made += 1;
        }
      }),
      { numRuns: 500 },
    );
    expect(made).toBeGreaterThan(20);
  });

  it('tells versions that are affected, the first fitting entry first, and vouches for no other', () => {
    expect(versionsOf({ ranges: ['>=1.2 <1.4', '<=0.9', '=2.0'], fixed: ['1.4'] })).toEqual({
      versions: [
        { version: '1.4', status: 'unaffected' },
        { version: '1.2', status: 'affected', lessThan: '1.4', versionType: 'custom' },
        { version: '0', status: 'affected', lessThanOrEqual: '0.9', versionType: 'custom' },
        { version: '2.0', status: 'affected' },
      ],
      defaultStatus: 'unknown',
    });
    expect(versionsOf({ ranges: ['*'] })).toEqual({ defaultStatus: 'affected' });
    expect(versionsOf({})).toEqual({ defaultStatus: 'unknown' });
  });

  it('names products once that differ in nothing that the format holds', () => {
    const product = { vendor: 'alpha', name: { en: 'A' }, ranges: [], fixed: [] };
    const products = [product, { ...product, note: { en: 'Another edition.' } }];
    expect(documentOf(anAdvisoryRecord({ products })).cnaContainer.affected).toHaveLength(1);
  });

  it('excludes a lower bound that is not affected', () => {
    expect(versionsOf({ ranges: ['>1.2'] }).versions).toEqual([
      { version: '1.2', status: 'unaffected' },
      { version: '1.2', status: 'affected', lessThan: '*', versionType: 'custom' },
    ]);
    expect(versionsOf({ ranges: ['>1.2'], purl: 'pkg:npm/a' }).versions).toEqual([
      { version: '1.2.1-0', status: 'affected', lessThan: '*', versionType: 'semver' },
    ]);
  });

  it('refers neither to the record itself nor to anything twice', () => {
    const references = [
      'https://www.cve.org/CVERecord?id=CVE-1900-0001',
      'https://a.example/',
      'https://a.example/',
    ];
    const record = anAdvisoryRecord({ references: references.map((url) => ({ title: { en: 'R' }, url })) });
    const urls = documentOf(record).cnaContainer.references.map(({ url }) => url);
    expect(urls.filter((url) => url.includes('cve.org'))).toEqual([]);
    expect(urls.filter((url) => url === 'https://a.example/')).toHaveLength(1);
  });

  it('calls a solution of workarounds what it is', () => {
    const text = {
      heading: 'Solution',
      text: 'Use a workaround\nFilter it.',
      html: '<p><strong>Use a workaround</strong></p>',
    };
    const sections = {
      en: [
        { id: 'overview' as const, heading: '', text: 'It is.' },
        { id: 'solution' as const, ...text },
      ],
    };
    const { cnaContainer } = documentOf(anAdvisoryRecord({ languages: ['en'], sections }));
    expect(cnaContainer.workarounds).toEqual([{ lang: 'en', value: text.text }]);
    expect(cnaContainer).not.toHaveProperty('solutions');
  });

  it('is refused by the rules once it is broken', () => {
    const { cnaContainer: whole } = documentOf(anAdvisoryRecord());
    const [text, product, reference] = [whole.descriptions[0], whole.affected[0], whole.references[0]];
    const broken: object[] = [
      { ...whole, descriptions: [{ lang: 'ja', value: '日本語だけ' }] },
      { ...whole, descriptions: [text, text] },
      { ...whole, title: 'x'.repeat(257) },
      { ...whole, affected: [] },
      { ...whole, affected: [{ ...product, defaultStatus: 'unaffected' }] },
      {
        ...whole,
        affected: [{ ...product, versions: [{ version: '1', status: 'affected', lessThan: '2' }] }],
      },
      { ...whole, references: [] },
      { ...whole, references: [reference, reference] },
      { ...whole, references: [{ url: 'https://www.cve.org/CVERecord?id=CVE-1900-0001' }] },
      { ...whole, datePublic: '2026-03-10' },
      { ...whole, providerMetadata: { orgId: '00000000-0000-1000-9000-000000000001' } },
      {
        ...whole,
        metrics: [
          {
            format: 'CVSS',
            scenarios: [{ lang: 'en', value: 'GENERAL' }],
            cvssV3_1: {
              version: '3.1',
              vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
              baseScore: 9.8,
              baseSeverity: 'HIGH',
            },
          },
        ],
      },
      { ...whole, unknown: true },
    ];
    expect(broken.filter((each) => cnaShape.safeParse({ cnaContainer: each }).success)).toEqual([]);
  });
});

describe('a description', () => {
  const about = (text: string, words: readonly string[] = []) =>
    describeVulnerability([{ id: 'overview', text }], words);

  it('names neither people nor identifiers that are no CVEs', () => {
    const text =
      'It is vulnerable (CVE-1900-0001). See JVN#12345678. GHSA-abcd-efgh-ijkl tells the same. Hanako found it.';
    expect(about(text, ['Hanako'])).toBe('It is vulnerable (CVE-1900-0001).');
    expect(about('脆弱性があります。JVNVU#90000001 も参照してください。')).toBe('脆弱性があります。');
  });

  it('is not there when nothing is left of it', () => {
    expect(about('See VU#123456.')).toBeUndefined();
    expect(about(' \n')).toBeUndefined();
  });

  it('is cut to what the format holds, never inside a character', () => {
    expect(about('x'.repeat(9000))).toHaveLength(4096);
    expect(clip('ab😀cd', 4)).toBe('ab…');
  });
});

describe('a CVE of the site’s own', () => {
  const asked = {
    state: 'published' as const,
    products: [{}],
    vulnerabilities: [{ cve: CVE, assigner: 'test' }],
  };

  it('was assigned by its CNA and affects something', () => {
    expect(listOwnCves(asked, cna)).toEqual([CVE]);
  });

  it.each([
    ['another CNA', { ...asked, vulnerabilities: [{ cve: CVE, assigner: 'other' }] }, cna],
    ['nobody named', { ...asked, vulnerabilities: [{ cve: CVE }] }, cna],
    ['no product', { ...asked, products: [{ cves: ['CVE-1900-9999'] }] }, cna],
    ['a withdrawal', { ...asked, state: 'withdrawn' as const }, cna],
    ['an id that is not random', asked, { ...cna, orgId: '00000000-0000-1000-9000-000000000001' }],
  ])('is none with %s', (_, some, own) => {
    expect(listOwnCves(some, own)).toEqual([]);
  });
});
