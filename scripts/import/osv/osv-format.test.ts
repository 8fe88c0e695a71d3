import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { Draft } from '../draft.ts';
import type { Reading } from '../format.ts';
import { osvFormat } from './osv-format.ts';
import { completeDraft } from '../complete-draft.ts';

const VECTOR = 'CVSS:3.1/AV:N/AC:L/PR:N/UI:N/S:U/C:H/I:H/A:H';
const [COMMIT, FIX] = [
  '0123456789abcdef0123456789abcdef01234567',
  'fedcba9876543210fedcba9876543210fedcba98',
];
const CONTEXT = { languages: ['en'] as const, timezone: 'UTC' };

function aRecord(more: object = {}) {
  return {
    schema_version: '1.7.0',
    id: 'GHSA-aaaa-bbbb-cccc',
    published: '2024-03-05T01:00:00Z',
    modified: '2024-03-09T00:00:00Z',
    aliases: ['CVE-1900-0001', 'PYSEC-1900-1'],
    related: ['CVE-1900-0002'],
    summary: 'Path traversal in lamp',
    details:
      'Lamp reads any file.\n\n### Impact\nFiles leak.\n\n### Patches\nUse 1.4.\n\n### References\n* none',
    severity: [{ type: 'CVSS_V3', score: VECTOR }],
    affected: [
      aPackage({ ranges: [aRange({ introduced: '1.0' }, { fixed: '1.4' })], versions: ['1.0', '1.3'] }),
    ],
    references: [{ type: 'FIX', url: `https://github.com/example/lamp/commit/${FIX}` }],
    credits: [{ name: 'Hanako Example', type: 'REMEDIATION_DEVELOPER', contact: ['https://hanako.example'] }],
    database_specific: { cwe_ids: ['CWE-22'], severity: 'CRITICAL' },
    ...more,
  };
}

function aPackage(more: object, [ecosystem, name] = ['PyPI', 'lamp']) {
  return { package: { ecosystem, name }, ...more };
}

function aRange(...events: object[]) {
  return { type: 'ECOSYSTEM', events };
}

function read(record: unknown): Reading {
  const [reading] = [...osvFormat.read([{ path: 'a.json', text: JSON.stringify(record) }], CONTEXT)];
  if (reading === undefined) throw new Error('nothing was read');
  return reading;
}

function draftOf(record: unknown): Draft {
  const reading = read(record);
  if (!('draft' in reading)) throw new Error(JSON.stringify(reading));
  return completeDraft(reading.draft);
}

function versionsOf(affected: object) {
  const [only] = draftOf(aRecord({ affected: [aPackage(affected)] })).facts.affected ?? [];
  return { ranges: only?.ranges, fixed: only?.fixed, note: only?.note };
}

function makerOf(ecosystem: string, name: string) {
  const [only] =
    draftOf(aRecord({ affected: [aPackage({ versions: ['1'] }, [ecosystem, name])] })).facts.affected ?? [];
  return [only?.vendor, only?.product, only?.purl];
}

describe('an OSV record', () => {
  it('becomes an advisory with the same facts', () => {
    const { facts, prose } = draftOf(aRecord());
    expect(facts).toEqual({
      id: 'GHSA-aaaa-bbbb-cccc',
      title: 'Path traversal in lamp',
      publishedAt: '2024-03-05T01:00:00Z',
      vulnerabilities: [{ cve: 'CVE-1900-0001', cwe: ['CWE-22'], cvss: [VECTOR] }],
      affected: [
        {
          vendor: 'lamp (PyPI)',
          product: 'lamp',
          ranges: ['>=1.0 <1.4'],
          fixed: ['1.4'],
          purl: 'pkg:pypi/lamp',
        },
      ],
      references: [
        {
          title: 'Fix (github.com/example/lamp/commit/fedcba9876543210fedcba9876543210fedcba98)',
          url: `https://github.com/example/lamp/commit/${FIX}`,
        },
        {
          title: 'GHSA-aaaa-bbbb-cccc (github.com/advisories/GHSA-aaaa-bbbb-cccc)',
          url: 'https://github.com/advisories/GHSA-aaaa-bbbb-cccc',
        },
      ],
      credits: [{ name: 'Hanako Example', role: 'remediation-developer' }],
      related: ['PYSEC-1900-1', 'CVE-1900-0002'],
      revisions: [
        { at: '2024-03-05T01:00:00Z', summary: 'Published.' },
        { at: '2024-03-09T00:00:00Z', summary: 'The record was updated.' },
      ],
    });
    expect(prose.map(({ id, markdown }) => [id, markdown.replaceAll(/\s+/gu, ' ')])).toEqual([
      ['overview', 'Lamp reads any file.'],
      ['impact', 'Files leak.'],
      ['solution', '### Patches Use 1.4.'],
      ['addendum', expect.stringContaining('### References')],
    ]);
  });

  it.each([
    [[aRange({ introduced: '0' })], ['*'], undefined],
    [[aRange({ introduced: '0' }, { fixed: '2.0' })], ['<2.0'], ['2.0']],
    [[aRange({ introduced: '1' }, { last_affected: '2.0' })], ['>=1 <=2.0'], undefined],
    [[aRange({ introduced: '1' }, { limit: '2.0' })], ['>=1 <2.0'], undefined],
    [[aRange({ introduced: '0.0.0-0' }, { fixed: '1.0.0' })], ['<1.0.0'], ['1.0.0']],
    [
      [aRange({ fixed: '3' }, { introduced: '2' }, { introduced: '0' }, { fixed: '1' })],
      ['<1', '>=2 <3'],
      ['3', '1'],
    ],
    [[aRange({ introduced: '0' }, { fixed: '1' }, { introduced: '2' })], ['<1', '>=2'], ['1']],
  ])('tells the versions of %j', (ranges, wanted, fixed) => {
    expect(versionsOf({ ranges })).toEqual({ ranges: wanted, fixed, note: undefined });
  });

  it('keeps single versions that no range holds, and words that are no versions', () => {
    const ranges = [aRange({ introduced: '1' }, { fixed: '2' })];
    expect(versionsOf({ ranges, versions: ['1.5', '3.0', 'main'] })).toEqual({
      ranges: ['>=1 <2', '=3.0'],
      fixed: ['2'],
      note: 'Versions: main',
    });
  });

  it('tells commits as such, of products without a package as well', () => {
    const range = {
      type: 'GIT',
      repo: 'https://github.com/example/lamp.git',
      events: [{ introduced: COMMIT }, { fixed: FIX }],
    };
    expect(draftOf(aRecord({ affected: [{ ranges: [range] }] })).facts.affected).toEqual([
      {
        vendor: 'github.com/example',
        product: 'lamp',
        git: { repository: 'https://github.com/example/lamp.git', introduced: [COMMIT], fixed: [FIX] },
      },
    ]);
  });

  it.each([
    ['npm', '@scope/part', '@scope', '@scope/part', 'pkg:npm/%40scope/part'],
    ['npm', 'part', 'part (npm)', 'part', 'pkg:npm/part'],
    ['Maven', 'org.example:part', 'org.example', 'org.example:part', 'pkg:maven/org.example/part'],
    ['Packagist', 'example/part', 'example', 'example/part', 'pkg:composer/example/part'],
    [
      'Go',
      'github.com/example/part/v2',
      'github.com/example',
      'github.com/example/part/v2',
      'pkg:golang/github.com/example/part/v2',
    ],
    ['Go', 'stdlib', 'Go', 'stdlib', 'pkg:golang/stdlib'],
    ['crates.io', 'part', 'part (crates.io)', 'part', 'pkg:cargo/part'],
    ['Alpine:v3.18', 'part', 'Alpine', 'part (Alpine:v3.18)', undefined],
    ['Android', 'platform/base', 'Android', 'platform/base', undefined],
  ])('knows who makes a package of %s: %s', (ecosystem, name, ...wanted) => {
    expect(makerOf(ecosystem, name)).toEqual(wanted);
  });

  it('that bundles vulnerabilities names each, and says that the score is of all', () => {
    const { facts, prose } = draftOf(aRecord({ aliases: [], upstream: ['CVE-1900-0003', 'CVE-1900-0004'] }));
    expect(facts.vulnerabilities.map(({ cve, cvss }) => [cve, cvss])).toEqual([
      ['CVE-1900-0003', [VECTOR]],
      ['CVE-1900-0004', [VECTOR]],
    ]);
    expect(prose.find(({ id }) => id === 'analysis')?.markdown).toContain('as a whole');
  });

  it('without a CVE tells of one vulnerability, which is called as it is', () => {
    const bare = { aliases: [], severity: [], database_specific: {} };
    expect(draftOf(aRecord(bare)).facts.vulnerabilities).toEqual([{}]);
  });

  it.each([
    [{ summary: 'A hole (withdrawn: it is none)' }, 'A hole', 'it is none'],
    [
      { summary: 'WITHDRAWN: A hole', details: 'It was withdrawn with reason: "No code."' },
      'A hole',
      'No code.',
    ],
    [
      { details: 'This advisory has been withdrawn because it is none. More.' },
      'Path traversal in lamp',
      'This advisory has been withdrawn because it is none',
    ],
    [{}, 'Path traversal in lamp', 'The source withdrew its record; it does not say why.'],
  ])('that was withdrawn says why: %j', (more, title, reason) => {
    const { facts } = draftOf(aRecord({ withdrawn: '2024-03-07T00:00:00Z', ...more }));
    expect(facts).toMatchObject({
      title,
      state: 'withdrawn',
      withdrawal: { at: '2024-03-07T00:00:00Z', reason },
    });
    expect(facts.revisions).toHaveLength(1);
  });

  it('of our own takes its printed identifier back', () => {
    const printed = { id: 'x_JVN-12345678', database_specific: { advisory: 'JVN#12345678' } };
    expect(draftOf(aRecord(printed)).facts.id).toBe('JVN#12345678');
    expect(draftOf(aRecord({ id: 'openSUSE-SU-2024:1-1' })).facts.id).toBe('OpenSUSE-SU-2024:1-1');
  });

  it('in YAML keeps its versions as they are written', () => {
    const text = [
      'id: PYSEC-1900-1',
      'modified: 2024-03-05T00:00:00Z',
      'details: Lamp is on.',
      'affected:',
      '- package: {ecosystem: PyPI, name: lamp}',
      '  versions: [1.10, 2]',
    ].join('\n');
    const [reading] = osvFormat.read([{ path: 'a.yaml', text }], CONTEXT);
    expect(reading).toMatchObject({
      draft: { facts: { title: 'Lamp is on', affected: [{ ranges: ['=1.10', '=2'] }] } },
    });
  });

  it.each([
    ['missing', aRecord({ id: undefined }), '/id'],
    ['unreadable', aRecord({ id: 'nothing' }), '/id'],
    ['version', aRecord({ schema_version: '2.0' }), '/schema_version'],
    ['missing', aRecord({ published: undefined, modified: '0001-01-01T00:00:00Z' }), '/published'],
    ['missing', aRecord({ summary: undefined, details: undefined }), '/summary'],
    [
      'missing',
      aRecord({ affected: [aPackage({ ranges: [aRange({ fixed: '1' })] })] }),
      '/affected/0/ranges/0/events',
    ],
    [
      'unreadable',
      aRecord({ affected: [aPackage({ ranges: [aRange({ introduced: '1' }, { fixed: '1' })] })] }),
      '/affected/0/ranges/0/events/1/fixed',
    ],
    [
      'unreadable',
      aRecord({ affected: [aPackage({ ranges: [{ type: 'RPM' }] })] }),
      '/affected/0/ranges/0/type',
    ],
  ])('is refused as %s', (why, record, at) => {
    expect(read(record)).toMatchObject({ refusal: { why, at } });
  });

  it.each([
    ['a: [', 'syntax'],
    ['a: 1\na: 2', 'syntax'],
    ['a: &x [1]\nb: *x', 'syntax'],
    ['['.repeat(20_000), 'syntax'],
    ['a: 1', 'other-format'],
  ])('in YAML is refused with what no record holds (%#)', (text, why) => {
    const [reading] = osvFormat.read([{ path: 'a.yaml', text }], CONTEXT);
    expect(reading).toMatchObject({ refusal: { why } });
  });

  it('is found in lists; an entry of a list of changes is passed over', () => {
    const text = JSON.stringify({ vulns: [aRecord(), { id: 'GHSA-1', modified: '2024-01-01T00:00:00Z' }] });
    const readings = [...osvFormat.read([{ path: 'a.json', text }], CONTEXT)];
    expect(readings.map((each) => Object.keys(each).at(-1))).toEqual(['draft', 'skipped']);
  });

  it('never throws, whatever stands in place of its values', () => {
    const whole = aRecord({ upstream: ['CVE-1900-0009'], withdrawn: '2025-01-01T00:00:00Z' });
    const places = JSON.stringify(whole).match(/"[^"]+":/gu)?.length ?? 0;
    fc.assert(
      fc.property(fc.nat(places - 1), fc.jsonValue(), (index, value) => {
        const reading = read(replaceMember(whole, index, value));
        expect('draft' in reading || 'refusal' in reading || 'skipped' in reading).toBe(true);
        expect(() => listOutcomes(reading.document)).not.toThrow();
      }),
      { numRuns: 100 },
    );
  });
});

/** The document with the value of its nth member replaced. */
function replaceMember(document: unknown, nth: number, value: unknown): unknown {
  let count = 0;
  return JSON.parse(JSON.stringify(document), (key, inner: unknown) => {
    if (key === '' || /^\d+$/u.test(key)) return inner;
    count += 1;
    return count - 1 === nth ? value : inner;
  });
}
