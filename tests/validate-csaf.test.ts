import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Csaf20 } from '#formats/csaf/csaf-2.0.ts';
import { toCsaf } from '#formats/csaf/to-csaf.ts';
import { anAdvisoryRecord } from './builders/an-advisory-record.ts';
import { MANDATORY_COUNT, OPTIONAL_IDS, validateCsaf, validateMandatory } from './builders/validate-csaf.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../shared/corpora/csaf/oasis-2.0-test/validator/data');

/** The library takes a category with an Arabic letter for none that is reserved; its authors read §6.1.26 otherwise. */
const DISPUTED = 'mandatory/oasis_csaf_tc-csaf_2_0-2021-6-1-26-04.json';

/** Two revisions of one moment, newest first: the library’s test 6.1.21 sorts by date alone. Ours stand oldest first. */
const DISPUTED_VALID = [
  'mandatory/oasis_csaf_tc-csaf_2_0-2021-6-1-14-12.json',
  'mandatory/oasis_csaf_tc-csaf_2_0-2021-6-1-16-16.json',
];

interface Suite {
  tests: {
    id: string;
    group: string;
    failures: { name: string }[];
    valid?: { name: string }[];
  }[];
}

/** The suite as far as its documents are in the corpus, which holds most of them. */
function readSuite(): Suite['tests'] {
  const suite = JSON.parse(readFileSync(path.join(CORPUS, 'testcases.json'), 'utf8')) as Suite;
  const isThere = ({ name }: { name: string }) => existsSync(path.join(CORPUS, name));
  return suite.tests
    .map(({ failures, valid = [], ...test }) => ({
      ...test,
      failures: failures.filter(isThere),
      valid: valid.filter(isThere),
    }))
    .filter(({ failures }) => failures.length > 0);
}

function read(name: string): unknown {
  return JSON.parse(readFileSync(path.join(CORPUS, name), 'utf8'));
}

const toName = (id: string) => `Test_${id.replaceAll('.', '_')} `;

describe.runIf(existsSync(CORPUS))('the official tests and the documents of OASIS', () => {
  it('refuse by the right test what each mandatory test must refuse', async () => {
    const cases = readSuite().filter(({ group }) => group === 'mandatory');
    const accepted: string[] = [];
    for (const { id, failures } of cases) {
      for (const { name } of failures) {
        const findings = await validateMandatory(read(name));
        if (!findings.some((line) => line.includes(toName(id)) || line.startsWith('csaf_2_0_strict ')))
          accepted.push(name);
      }
    }
    expect(cases.length).toBeGreaterThan(MANDATORY_COUNT / 2);
    expect(accepted).toEqual([DISPUTED]);
  });

  it('accept what is valid', async () => {
    const names = readSuite().flatMap(({ valid = [] }) => valid.map(({ name }) => name));
    const refused: string[] = [];
    for (const name of names) if ((await validateMandatory(read(name))).length > 0) refused.push(name);
    expect(names.length).toBeGreaterThan(30);
    expect(refused).toEqual(DISPUTED_VALID);
  });

  it('find what the optional tests are for', async () => {
    const cases = readSuite().filter(({ id }) => OPTIONAL_IDS.includes(id));
    expect(cases.length).toBeGreaterThan(0);
    for (const { id, failures } of cases) {
      for (const { name } of failures) {
        expect((await validateCsaf(read(name))).join('\n'), name).toContain(toName(id));
      }
    }
  });
});

type Change = (document: Csaf20) => unknown;
type Vulnerability = NonNullable<Csaf20['vulnerabilities']>[number];

const selfUrl = 'https://site.example/.well-known/csaf/white/2026/test_00000001.json';
const engine = { name: 'Kairan', version: '1.0.0' };
const good = () =>
  toCsaf(anAdvisoryRecord(), {
    view: 'advisory',
    language: 'ja',
    trackingId: 'TEST#00000001',
    selfUrl,
    engine,
  });

function first({ vulnerabilities = [] }: Csaf20): Vulnerability {
  const [vulnerability] = vulnerabilities;
  if (vulnerability === undefined) throw new Error('The document has no vulnerability.');
  return vulnerability;
}

/** A wrong document for each kind of mistake that a program could make here. */
const MISTAKES: readonly (readonly [string, Change])[] = [
  [
    'csaf_2_0_strict /document/distribution/tlp/label',
    (d) => Object.assign(d.document.distribution.tlp, { label: 'CLEAR' }),
  ],
  ['csaf_2_0_strict /document', (d) => Object.assign(d.document, { colour: 'red' })],
  [
    'csaf_2_0_strict /document/references/0/url',
    (d) => Object.assign(d.document.references[0] ?? {}, { url: 'https://a.example/日本' }),
  ],
  ['Test_6_1_1 ', (d) => first(d).product_status?.known_affected?.push('nobody')],
  [
    'Test_6_1_6 ',
    (d) => first(d).product_status?.fixed?.push(first(d).product_status?.known_affected?.[0] ?? ''),
  ],
  ['Test_6_1_7 ', (d) => first(d).scores?.push(structuredClone(first(d).scores?.[0] ?? { products: [] }))],
  ['Test_6_1_9 ', (d) => Object.assign(first(d).scores?.[0]?.cvss_v3 ?? {}, { baseScore: 9.7 })],
  ['Test_6_1_11 ', (d) => Object.assign(first(d).cwe ?? {}, { name: 'クロスサイトスクリプティング' })],
  [
    'Test_6_1_11 ',
    (d) =>
      Object.assign(first(d), {
        cwe: { id: 'CWE-264', name: 'Permissions, Privileges, and Access Controls' },
      }),
  ],
  ['Test_6_1_12 ', (d) => Object.assign(d.document, { lang: 'jp' })],
  ['Test_6_1_16 ', (d) => Object.assign(d.document.tracking, { version: '3' })],
  ['Test_6_1_21 ', (d) => Object.assign(d.document.tracking.revision_history[1] ?? {}, { number: '3' })],
  ['Test_6_1_23 ', (d) => Object.assign(d.vulnerabilities?.[1] ?? {}, { cve: first(d).cve })],
  [
    'Test_6_1_24 ',
    (d) =>
      first(d).involvements?.push({ date: '2026-03-10T03:00:00Z', party: 'coordinator', status: 'open' }),
  ],
  ['Test_6_1_27_4 ', (d) => delete d.product_tree],
  ['Test_6_1_27_5 ', (d) => Object.assign(first(d), { notes: undefined })],
  ['Test_6_1_27_6 ', (d) => delete first(d).product_status],
  ['Test_6_1_27_9 ', (d) => (Object.assign(d.document, { category: 'csaf_vex' }), delete first(d).flags)],
  [
    'Test_6_1_27_10 ',
    (d) => (Object.assign(d.document, { category: 'csaf_vex' }), delete first(d).remediations),
  ],
  ['Test_6_1_28 ', (d) => Object.assign(d.document, { source_lang: 'ja' })],
  ['Test_6_1_31 ', (d) => Object.assign(leaf(d), { category: 'product_version', name: '4.0 and earlier' })],
  ['Test_6_2_2 ', (d) => delete first(d).remediations],
  ['Test_6_2_10 ', (d) => Object.assign(d.document, { distribution: undefined })],
  [
    'Test_6_2_11 ',
    (d) => Object.assign(d.document.references[0] ?? {}, { url: 'https://site.example/other.json' }),
  ],
  ['Test_6_2_12 ', (d) => Object.assign(d.document, { lang: undefined })],
  ['Test_6_2_13 ', (d) => Object.assign(d, { document: unsorted(d.document) })],
];

function unsorted(value: object): object {
  return Object.fromEntries(Object.entries(value).toReversed());
}

function leaf({ product_tree: tree }: Csaf20): object {
  return tree?.branches[0]?.branches?.[0]?.branches?.[0] ?? {};
}

describe('the official tests and a document of our own', () => {
  it('find nothing in it', async () => {
    expect(await validateCsaf(good())).toEqual([]);
  });

  it.each(MISTAKES)('find the mistake that %s is for', async (expected, change) => {
    const document = good();
    change(document);
    // As it would be written: what is undefined is not there.
    const findings = await validateCsaf(JSON.parse(JSON.stringify(document)));
    expect(findings.join('\n')).toContain(expected);
  });
});
