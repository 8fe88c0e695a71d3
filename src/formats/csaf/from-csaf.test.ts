import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import { advisoryRecordSchema } from '#formats/record/advisory-record.ts';
import { fromCsaf } from './from-csaf.ts';
import { toCsaf } from './to-csaf.ts';
import { toCsaf21 } from './to-csaf-21.ts';

const options = {
  view: 'advisory',
  language: 'ja',
  trackingId: 'TEST#00000001',
  selfUrl: 'https://site.example/.well-known/csaf/white/2026/test_00000001.json',
  engine: { name: 'Kairan', version: '1.0.0' },
} as const;

/** A record that fits its schema, or reasons with pointers; anything else fails the test. */
function read(document: unknown): 'record' | 'problems' {
  const reading = fromCsaf(document);
  if ('problems' in reading) {
    expect(reading.problems.length).toBeGreaterThan(0);
    return 'problems';
  }
  expect(advisoryRecordSchema.parse(reading.record)).toEqual(reading.record);
  return 'record';
}

describe('fromCsaf', () => {
  it('says what is missing, with pointers', () => {
    expect(fromCsaf(null)).toMatchObject({
      problems: expect.arrayContaining([
        { pointer: '/document/csaf_version', problem: 'missing' },
        { pointer: '/document/tracking/id', problem: 'missing' },
      ]) as unknown,
    });
    const document = toCsaf(anAdvisoryRecord(), options);
    const german = { ...document, document: { ...document.document, lang: 'de-DE' } };
    expect(fromCsaf(german)).toEqual({ problems: [{ pointer: '/document/lang', problem: 'language' }] });
    const secret = { ...document.document, distribution: { tlp: { label: 'AMBER' } } };
    expect(fromCsaf({ ...document, document: secret })).toEqual({
      problems: [{ pointer: '/document/distribution/tlp/label', problem: 'label' }],
    });
  });

  it('accounts for everything that the record does not hold', () => {
    const document = toCsaf(anAdvisoryRecord(), options);
    const [first] = document.vulnerabilities ?? [];
    const richer = {
      ...document,
      'x~/y': { deep: [1, 2] },
      vulnerabilities: [{ ...first, discovery_date: '2025-10-01T00:00:00Z' }],
    };
    const reading = fromCsaf(richer);
    const lost = 'lost' in reading ? reading.lost.map(({ pointer }) => pointer) : [];
    expect(lost).toContain('/x~0~1y');
    expect(lost).toContain('/vulnerabilities/0/discovery_date');
    expect(lost).toContain('/document/tracking/generator');
    expect(lost.filter((pointer) => /notes|references|product_tree|scores|cwe/.test(pointer))).toEqual([]);
  });

  it('reads what is about products wherever publishers put it', () => {
    const reading = fromCsaf(foreign);
    expect('record' in reading && reading.record.products).toEqual([
      {
        vendor: 'acme-gmbh',
        name: { en: 'Router series X 500 Linux' },
        ranges: ['<1.2', '>=3.0 <3.4'],
        fixed: ['3.4'],
        note: { en: 'the blue ones' },
      },
      {
        vendor: 'somebody',
        name: { en: 'Firmware on Board' },
        ranges: [],
        fixed: [],
        cves: ['CVE-1900-0001'],
      },
    ]);
    expect('record' in reading && reading.record.vendors.map(({ slug, status }) => [slug, status])).toEqual([
      ['acme-gmbh', 'affected'],
      ['somebody', 'affected'],
    ]);
  });

  it('reads the fixes of a product as a whole, which stand in another branch than the product', () => {
    const [vulnerability] = anAdvisoryRecord().vulnerabilities;
    const row = { vendor: 'alpha', name: { ja: 'ルータ' }, ranges: [] };
    const products = [
      { ...row, fixed: [] },
      { ...row, ranges: ['=1.0', '=1.1'], fixed: [] },
      { ...row, fixed: ['2.0'] },
    ];
    const record = anAdvisoryRecord({ vulnerabilities: vulnerability ? [vulnerability] : [], products });
    const reading = fromCsaf(toCsaf(record, options));
    expect('record' in reading && reading.record.products).toEqual(products);
  });

  it('reads every document of ours in both versions of the standard', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        for (const language of record.languages) {
          expect(read(toCsaf(record, { ...options, language }))).toBe('record');
          expect(read(toCsaf21(record, { ...options, language }))).toBe('record');
        }
      }),
    );
  });

  it('throws on no JSON value', () => {
    fc.assert(fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => void read(value)));
    let deep: unknown = 'x';
    for (let depth = 0; depth < 100_000; depth += 1) deep = { branches: [deep] };
    expect(read(deep)).toBe('problems');
    const document = toCsaf(anAdvisoryRecord(), options);
    let branch: unknown = { category: 'product_name', name: 'deep' };
    for (let depth = 0; depth < 100_000; depth += 1)
      branch = { category: 'vendor', name: 'v', branches: [branch] };
    expect(read({ ...document, product_tree: { branches: [branch] }, extra: deep })).toBe('record');
  });

  it('throws on no document of which anything was replaced', () => {
    const sources = [toCsaf(anAdvisoryRecord(), options), toCsaf21(anAdvisoryRecord(), options), foreign];
    fc.assert(
      fc.property(fc.constantFrom(...sources), fc.nat(), fc.jsonValue(), (document, place, value) => {
        read(replaceAt(document, place, value));
      }),
      { numRuns: 2000 },
    );
  });
});

const foreign = {
  document: {
    category: 'csaf_security_advisory',
    csaf_version: '2.0',
    lang: 'en-US',
    publisher: { category: 'vendor', name: 'Somebody', namespace: 'https://somebody.example' },
    title: 'Foreign',
    tracking: {
      id: 'SA 1/2',
      initial_release_date: '2026-01-01T09:00:00+09:00',
      current_release_date: '2026-01-02T00:00:00Z',
      revision_history: [
        { date: '2026-01-02T00:00:00Z', number: '1.1.0', summary: 'Second' },
        { date: '2026-01-01T00:00:00Z', number: '1.0.0', summary: 'First' },
      ],
      status: 'final',
      version: '1.1.0',
    },
  },
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'ACME GmbH',
        branches: [
          {
            category: 'product_family',
            name: 'Router series',
            branches: [
              {
                category: 'product_name',
                name: 'X 500',
                branches: [
                  {
                    category: 'platform',
                    name: 'Linux',
                    branches: [
                      leaf('product_version_range', 'prior to 1.2', 'P1'),
                      leaf('product_version_range', 'vers:semver/>=3.0|<3.4', 'P2'),
                      leaf('product_version_range', 'the blue ones', 'P3'),
                      leaf('product_version', '3.4', 'P4'),
                    ],
                  },
                ],
              },
            ],
          },
        ],
      },
    ],
    full_product_names: [{ name: 'Board', product_id: 'B' }],
    product_groups: [{ group_id: 'G', product_ids: ['P1', 'P2'] }],
    relationships: [
      {
        category: 'installed_on',
        product_reference: 'B',
        relates_to_product_reference: 'P1',
        full_product_name: { name: 'Firmware on Board', product_id: 'R' },
      },
    ],
  },
  vulnerabilities: [
    {
      cve: 'CVE-1900-0001',
      product_status: { known_affected: ['P1', 'P2', 'P3', 'R', 'nowhere'], fixed: ['P4'] },
      remediations: [
        { category: 'vendor_fix', details: 'Update.', group_ids: ['G'], url: 'https://acme.example/1' },
      ],
    },
    { cve: 'CVE-1900-0002', product_status: { known_affected: ['P1', 'P2', 'P3'], first_fixed: ['P4'] } },
  ],
};

function leaf(category: string, name: string, id: string) {
  return { category, name, product: { name: `Whole ${name}`, product_id: id } };
}

/** The document with another value at one of its places. */
function replaceAt(document: unknown, place: number, value: unknown): unknown {
  const text = JSON.stringify(document);
  let count = 0;
  JSON.parse(text, (_key, each: unknown) => ((count += 1), each));
  let here = -1;
  return JSON.parse(text, (_key, each: unknown) => {
    here += 1;
    return here === place % count ? value : each;
  });
}

const corpora = resolve(import.meta.dirname, '../../../../shared/corpora/csaf');

describe.skipIf(!existsSync(corpora))('documents of other publishers', () => {
  it.each([
    'real',
    'oasis-2.0-examples',
    'oasis-2.1-examples',
    'oasis-2.0-test',
    'oasis-2.1-test',
    'secvisogram-tests',
  ])('%s: each becomes a record or reasons', (folder) => {
    const files = readdirSync(join(corpora, folder), { recursive: true, encoding: 'utf8' });
    const outcomes = files
      .filter((file) => file.endsWith('.json'))
      .flatMap((file) => {
        const value = parse(readFileSync(join(corpora, folder, file), 'utf8'));
        return value === undefined ? [] : [read(value)];
      });
    const records = outcomes.filter((outcome) => outcome === 'record').length;
    expect(records / outcomes.length).toBeGreaterThan(0.8);
  });
});

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch (error) {
    if (error instanceof SyntaxError) return undefined;
    throw error;
  }
}
