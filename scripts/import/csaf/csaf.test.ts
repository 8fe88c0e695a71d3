import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { Reading } from '../format.ts';
import { csaf } from './csaf.ts';

const CONTEXT = { languages: ['en'], timezone: 'UTC' } as const;

function read(document: unknown): Reading {
  const [reading] = csaf.read([{ path: 'a.json', text: JSON.stringify(document) }], CONTEXT);
  if (reading === undefined) throw new Error('A file without a reading.');
  return reading;
}

function draftOf(document: unknown) {
  const reading = read(document);
  if (!('draft' in reading)) throw new Error(JSON.stringify(reading));
  return reading.draft;
}

const TRACKING = {
  id: 'EXSA-2026:0001',
  initial_release_date: '2026-01-02T09:00:00+09:00',
  current_release_date: '2026-01-05T00:00:00Z',
  status: 'final',
  version: '3',
  generator: { engine: { name: 'Example' } },
  revision_history: [
    { date: '2026-01-04T00:00:00Z', number: '3', summary: 'Fix added.' },
    { date: '2026-01-01T00:00:00Z', number: '1', summary: 'Draft.' },
    { date: '2026-01-02T00:00:00Z', number: '2', summary: 'First.' },
  ],
};

const DOCUMENT = {
  category: 'csaf_security_advisory',
  csaf_version: '2.0',
  distribution: { tlp: { label: 'WHITE' }, text: 'All rights reserved.' },
  lang: 'en-US',
  title: 'Example update for libexample',
  publisher: { category: 'vendor', name: 'Example Linux', namespace: 'https://linux.example' },
  tracking: TRACKING,
  notes: [
    { category: 'summary', title: 'Topic', text: 'An update is available.' },
    { category: 'general', title: 'Recommended Practices', text: 'Keep systems apart.' },
    { category: 'legal_disclaimer', title: 'Terms of Use', text: 'As *is*.' },
  ],
  references: [
    { category: 'self', summary: 'Page', url: 'https://linux.example/EXSA-2026:0001' },
    { category: 'external', summary: 'Script', url: 'javascript:alert(1)' },
  ],
  acknowledgments: [{ names: ['Alice'], organization: 'Finders', summary: 'Thanks to Alice.' }],
};

function platform(number: number) {
  const name = `Example Linux ${number}`;
  return { category: 'product_name', name, product: { name, product_id: `L${number}` } };
}

function build(name: string, architecture: string, id: string) {
  const whole = `${name}.${architecture}`;
  const purl = `pkg:rpm/example/${name.split('-')[0] ?? ''}@1.2-3?arch=${architecture}`;
  const product = { name: whole, product_id: id, product_identification_helper: { purl } };
  const branches = [{ category: 'product_version', name: whole, product }];
  return { category: 'architecture', name: architecture, branches };
}

function inside(part: string, name: string, number: number) {
  return {
    category: 'default_component_of',
    product_reference: part,
    relates_to_product_reference: `L${number}`,
    full_product_name: {
      name: `${name} as a component of Example Linux ${number}`,
      product_id: `L${number}:${part}`,
    },
  };
}

const BUILDS = [
  ['X', 'libexample-1.2-3', 'x86_64'],
  ['S', 'libexample-1.2-3', 'src'],
] as const;

const ADVISORY = {
  document: DOCUMENT,
  product_tree: {
    branches: [
      {
        category: 'vendor',
        name: 'Example Linux',
        branches: [platform(8), platform(9), ...BUILDS.map(([id, name, kind]) => build(name, kind, id))],
      },
    ],
    full_product_names: [{ name: 'Example Router', product_id: 'R' }],
    relationships: [8, 9].flatMap((number) =>
      BUILDS.map(([id, name, kind]) => inside(id, `${name}.${kind}`, number)),
    ),
  },
  vulnerabilities: [
    {
      cve: 'CVE-2026-10001',
      cwe: { id: 'CWE-79', name: 'Cross-site Scripting' },
      title: 'CVE-2026-10001',
      notes: [{ category: 'description', title: 'Description', text: 'First words.' }],
      product_status: { fixed: ['L8:X', 'L8:S', 'L9:X', 'L9:S'], known_not_affected: ['R'] },
      flags: [{ label: 'component_not_present', product_ids: ['R'] }],
      scores: [
        {
          products: ['L8:X'],
          cvss_v3: {
            version: '3.1',
            vectorString: 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H',
            baseScore: 9.8,
          },
        },
      ],
      remediations: [
        { category: 'vendor_fix', details: 'Update.', product_ids: ['L8:X', 'L8:S', 'L9:X', 'L9:S'] },
        { category: 'workaround', details: 'Unplug it.', product_ids: ['L9:X'] },
      ],
      threats: [{ category: 'exploit_status', details: 'None known.', date: '2026-01-02T00:00:00Z' }],
    },
    {
      cve: 'CVE-2026-10002',
      notes: [{ category: 'description', text: 'Second words.' }],
      product_status: { fixed: ['L8:X', 'L8:S', 'L9:X', 'L9:S'], under_investigation: ['R'] },
      first_known_exploitation_dates: [
        { date: '2026-01-03T00:00:00Z', exploitation_date: '2026-01-03T00:00:00Z' },
      ],
    },
  ],
};

function markdownOf(document: unknown, id: string): string | undefined {
  return draftOf(document).prose.find((section) => section.id === id)?.markdown;
}

describe('a CSAF document as a draft', () => {
  it('joins builds of one package that differ in place and architecture only', () => {
    expect(draftOf(ADVISORY).facts.affected).toEqual([
      {
        vendor: 'Example Linux',
        product: 'libexample',
        fixed: ['1.2-3'],
        note: 'as a component of Example Linux 8, Example Linux 9 (src, x86_64)',
        purl: 'pkg:rpm/example/libexample',
      },
    ]);
  });

  it('keeps builds apart of which something else is said', () => {
    const [first, second] = ADVISORY.vulnerabilities;
    const partly = { ...second, product_status: { fixed: ['L9:X', 'L9:S'] } };
    const affected = draftOf({ ...ADVISORY, vulnerabilities: [first, partly] }).facts.affected ?? [];
    expect(affected.map(({ note, cves }) => [note, cves])).toEqual([
      ['as a component of Example Linux 8 (src, x86_64)', ['CVE-2026-10001']],
      ['as a component of Example Linux 9 (src, x86_64)', undefined],
    ]);
  });

  it('tells in words which products are not affected, and why', () => {
    const told = markdownOf(ADVISORY, 'affected') ?? '';
    expect(told).toContain('CVE-2026-10001: Not affected (component not present):\n\n- Example Router');
    expect(told).toContain('CVE-2026-10002: Under investigation:\n\n- Example Router');
  });

  it('never shows what is fixed without a version as an affected product', () => {
    const [first] = ADVISORY.vulnerabilities;
    const fixed = { ...first, product_status: { fixed: ['R'] } };
    const { facts, prose } = draftOf({ ...ADVISORY, vulnerabilities: [fixed] });
    expect(facts.affected ?? []).toEqual([]);
    expect(prose.find(({ id }) => id === 'affected')?.markdown).toBe('Fixed in:\n\n- Example Router');
  });

  it('says for which vulnerabilities and products words hold', () => {
    expect(markdownOf(ADVISORY, 'details')).toBe(
      'CVE-2026-10001: First words.\n\nCVE-2026-10002: Second words.',
    );
    expect(markdownOf(ADVISORY, 'impact')).toBe('Exploitation, 2026-01-02 (CVE-2026-10001): None known.');
    const solution = markdownOf(ADVISORY, 'solution') ?? '';
    expect(solution).toMatch(/^CVE-2026-10001: Update\.\n\nWorkaround \(.*; CVE-2026-10001\): Unplug it\./u);
    expect(solution).toMatch(/Keep systems apart\.$/u);
  });

  it.each(['__proto__', 'constructor'])('takes the category %s for no word of its own', (category) => {
    const [first] = ADVISORY.vulnerabilities;
    const remediations = [{ category, details: 'Unplug it.', product_ids: ['L9:X'] }];
    const told = markdownOf({ ...ADVISORY, vulnerabilities: [{ ...first, remediations }] }, 'solution');
    expect(told).toContain('Unplug it.');
    expect(told).not.toContain('function');
  });

  it('sees an attack only where the document says so', () => {
    expect(draftOf(ADVISORY).facts.timeline).toEqual([{ on: '2026-01-03', event: 'attack-observed' }]);
  });

  it('puts the history in order, from the publication on, with its offset', () => {
    const { facts } = draftOf(ADVISORY);
    expect(facts.publishedAt).toBe('2026-01-02T09:00:00+09:00');
    expect(facts.revisions).toEqual([
      { at: '2026-01-02T09:00:00+09:00', summary: 'Draft. / First.' },
      { at: '2026-01-04T00:00:00Z', summary: 'Fix added.' },
      { at: '2026-01-05T00:00:00Z', summary: 'Updated.' },
    ]);
  });

  it('gathers notes of other titles in the addendum', () => {
    expect(markdownOf(ADVISORY, 'overview')).toBe('An update is available.');
    expect(markdownOf(ADVISORY, 'addendum')).toBe('### Terms of Use\n\nAs \\*is\\*.');
  });

  it('keeps an account of every value', () => {
    const outcomes = new Map(
      listOutcomes(read(ADVISORY).document).map((leaf) => [leaf.pointer, leaf.outcome]),
    );
    expect(outcomes.get('/document/title')).toEqual({ kind: 'kept' });
    expect(outcomes.get('/document/distribution/text')).toEqual({ kind: 'dropped', why: 'no-place' });
    expect(outcomes.get('/document/references/1/url')).toEqual({ kind: 'dropped', why: 'unsafe' });
    expect(outcomes.get('/document/tracking/generator/engine/name')).toEqual({
      kind: 'dropped',
      why: 'internal',
    });
    expect(outcomes.get('/vulnerabilities/0/scores/0/cvss_v3/baseScore')).toEqual({
      kind: 'dropped',
      why: 'computed',
    });
    expect(outcomes.get('/vulnerabilities/0/product_status/fixed/0')?.kind).toBe('normalised');
    const unknown = [...outcomes.values()].filter(
      (each) => each.kind === 'dropped' && each.why === 'unknown-field',
    );
    expect(unknown).toEqual([]);
  });
});

function withDocument(change: object): unknown {
  return { ...ADVISORY, document: { ...DOCUMENT, ...change } };
}

describe('what becomes no draft', () => {
  it.each([
    [{ csaf_version: '3.0' }, { why: 'version', at: '/document/csaf_version', what: '3.0' }],
    [{ csaf_version: undefined }, { why: 'missing', at: '/document/csaf_version' }],
    [{ lang: 'de-DE' }, { why: 'language', at: '/document/lang', what: 'de-DE' }],
    [
      { distribution: { tlp: { label: 'AMBER' } } },
      { why: 'label', at: '/document/distribution/tlp/label', what: 'TLP:AMBER' },
    ],
    [
      { distribution: { tlp: { label: 'CLEAR' }, sharing_group: { id: 'x' } } },
      { why: 'label', at: '/document/distribution/sharing_group', what: 'sharing group' },
    ],
    [
      { tracking: { ...TRACKING, status: 'draft' } },
      { why: 'unpublished', at: '/document/tracking/status', what: 'draft' },
    ],
    [{ tracking: { ...TRACKING, id: '1-2' } }, { why: 'unreadable', at: '/document/tracking/id' }],
    [
      { tracking: { ...TRACKING, initial_release_date: '2026-01-01T00:00:00' } },
      { why: 'unreadable', at: '/document/tracking/initial_release_date', what: '2026-01-01T00:00:00' },
    ],
    [{ title: ' ' }, { why: 'unreadable', at: '/document/title' }],
  ])('%j is refused', (change, refusal) => {
    expect(read(withDocument(change))).toMatchObject({ refusal });
  });

  it.each([
    ['provider-metadata', { metadata_version: '2.0', distributions: [] }],
    ['aggregator', { aggregator_version: '2.0' }],
    ['ROLIE feed', { feed: { entry: [] } }],
    ['ROLIE category document', { categories: {} }],
  ])('a %s is passed over', (what, value) => {
    expect(read(value)).toMatchObject({ skipped: { why: 'not-an-advisory', what } });
  });

  it('is told apart from other JSON and from no JSON', () => {
    expect(read({ id: 'GO-1' })).toMatchObject({ refusal: { why: 'other-format', at: '/document' } });
    const [broken] = csaf.read([{ path: 'a.json', text: '{"document":' }], CONTEXT);
    expect(broken).toMatchObject({ name: 'a.json', refusal: { why: 'syntax' } });
  });

  it('is neither hash nor signature nor list', () => {
    const paths = ['a.json', 'a.json.sha512', 'a.json.asc', 'index.txt', 'changes.csv'];
    expect(paths.filter(csaf.accepts)).toEqual(['a.json']);
  });
});

describe('a document of which anything was replaced', () => {
  it('becomes a draft that its schema takes, or a refusal with a place', () => {
    fc.assert(
      fc.property(fc.nat(), fc.jsonValue({ maxDepth: 3 }), (place, value) => {
        const reading = read(replaceAt(ADVISORY, place, value));
        listOutcomes(reading.document);
        if ('refusal' in reading) expect(reading.refusal.at).toMatch(/^\//u);
        if (!('draft' in reading)) return;
        const { affected = [], vendors = [], ...facts } = reading.draft.facts;
        const named = {
          ...facts,
          affected: affected.map((product) => ({ ...product, vendor: 'v' })),
          vendors: vendors.map((row) => ({ ...row, vendor: 'v' })),
        };
        expect(advisorySchema.safeParse(named).error).toBeUndefined();
      }),
      { numRuns: 300 },
    );
  });
});

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
