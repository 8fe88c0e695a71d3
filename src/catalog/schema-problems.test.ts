import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { advisorySchema, translationSchema } from '#domain/advisory.ts';
import { aboutPageSchema } from '#domain/about-page.ts';
import { SCHEMAS_FOR_EDITORS, toJsonSchema } from '#domain/json-schemas.ts';
import { redirectsSchema } from '#domain/redirect.ts';
import { siteSchema } from '#domain/site.ts';
import { unreachableSchema } from '#domain/unreachable.ts';
import { vendorSchema } from '#domain/vendor.ts';
import { toSchemaProblems } from './schema-problems.ts';
import { refusalKinds } from './schema-refusals.ts';

const valid = {
  id: 'XVN#10000001',
  title: 'Fictional',
  publishedAt: '2026-01-05T10:00:00+09:00',
  vulnerabilities: [{}],
  revisions: [{ at: '2026-01-05T10:00:00+09:00', summary: 'Published' }],
};

function problemsOf(schema: z.ZodType, data: unknown) {
  const { error } = schema.safeParse(data);
  return error === undefined ? [] : toSchemaProblems(schema, error, data);
}

function told(data: object) {
  return problemsOf(advisorySchema, { ...valid, ...data }).map(({ kind, path, at, params }) => [
    kind,
    path.join('.'),
    at,
    params,
  ]);
}

describe('toSchemaProblems', () => {
  it.each([
    [
      'an unknown key deep inside',
      { references: [{ titel: 'x', url: 'https://a.example/' }] },
      [
        ['schema-missing-key', 'references.0.title', 'value', { key: 'title' }],
        [
          'schema-unknown-key',
          'references.0.titel',
          'key',
          { key: 'titel', nearest: 'title', known: 'title, url, publisher, language' },
        ],
      ],
    ],
    [
      'a language that there is none of',
      { affected: [{ vendor: 'a', product: { fr: 'x' } }] },
      [['schema-unknown-key', 'affected.0.product.fr', 'key', { key: 'fr', nearest: '', known: 'ja, en' }]],
    ],
    [
      'a wrong word inside a union',
      { urgent: 'yes' },
      [['schema-choice', 'urgent', 'value', { received: 'yes', choices: 'true, false', nearest: '' }]],
    ],
    [
      'a wrong key inside a union',
      { urgent: { reson: 'x' } },
      [
        ['schema-missing-key', 'urgent.reason', 'value', { key: 'reason' }],
        ['schema-unknown-key', 'urgent.reson', 'key', { key: 'reson', nearest: 'reason', known: 'reason' }],
      ],
    ],
    [
      'a list where a union wants text or a map',
      { urgent: ['x'] },
      [['schema-text', 'urgent', 'value', { received: 'list' }]],
    ],
    [
      'a wrong key of a record',
      { vendors: [{ vendor: 'a', cves: { 'CVE-1': 'affected' } }] },
      [['schema-value', 'vendors.0.cves.CVE-1', 'key', { received: 'CVE-1', expected: 'CVE-2024-12345' }]],
    ],
    ['an empty list', { vulnerabilities: [] }, [['schema-empty', 'vulnerabilities', 'value', {}]]],
    ['a map for a list', { related: { a: 'b' } }, [['schema-list', 'related', 'value', { received: 'map' }]]],
    ['a text for a map', { revisions: ['x'] }, [['schema-map', 'revisions.0', 'value', { received: 'x' }]]],
  ])('tells %s', (_, data, expected) => {
    expect(told(data)).toEqual(expected);
  });

  it('tells facts in a translation from other unknown keys', () => {
    const problems = problemsOf(translationSchema, { title: 'x', affected: [], tilte: 'y' });
    expect(problems.map(({ kind, path }) => [kind, path[0]])).toEqual([
      ['translation-fact', 'affected'],
      ['schema-unknown-key', 'tilte'],
    ]);
  });

  it('is not misled by keys with the names of methods', () => {
    expect(told({ constructor: 'x', toString: 'y' }).map(([kind]) => kind)).toEqual([
      'schema-unknown-key',
      'schema-unknown-key',
    ]);
  });

  it('gives an example in place of every pattern of the schemas', () => {
    const bad = {
      ...valid,
      id: 'x',
      vulnerabilities: [{ cve: '-', cwe: ['-'] }],
      affected: [{ vendor: '-', product: 'x', cpe: '-', purl: '-' }],
      references: [{ title: 'x', url: '-', language: '-' }],
      timeline: [{ on: '-', event: 'published' }],
      publishedAt: '-',
    };
    const examples = problemsOf(advisorySchema, bad).map(({ path, params }) => [
      path.join('.'),
      params['expected'],
    ]);
    expect(Object.fromEntries(examples)).toEqual({
      publishedAt: '2018-12-21T14:00:00+09:00',
      'vulnerabilities.0.cve': 'CVE-2024-12345',
      'vulnerabilities.0.cwe.0': 'CWE-79',
      'affected.0.vendor': 'example-vendor',
      'affected.0.cpe': 'cpe:2.3:a:example:product:*:*:*:*:*:*:*:*',
      'affected.0.purl': 'pkg:npm/example-product',
      'references.0.url': 'https://www.example.com/',
      'references.0.language': 'ja',
      'timeline.0.on': '2018-12-21',
    });
  });

  it.each([
    [
      siteSchema,
      { families: [{ path: 'JP', prefix: '-' }] },
      { 'families.0.path': 'jp', 'families.0.prefix': 'JVN#' },
    ],
    [siteSchema, { timers: { urgentDays: '-1' } }, { 'timers.urgentDays': '45' }],
    [
      translationSchema,
      { revision: 'x', statements: { 'A B': 'x' } },
      { revision: '1', 'statements.A B': 'example-vendor' },
    ],
    [redirectsSchema, { 'old/': 'new/' }, { 'old/': '/advisories/' }],
    [vendorSchema, { psirt: { email: 'x' } }, { 'psirt.email': 'psirt@example.com' }],
    [aboutPageSchema, { order: 'x' }, { order: '10' }],
  ])('gives an example that fits the field (%#)', (schema, data, expected) => {
    const wrong = problemsOf(schema, data).filter(({ kind }) => kind === 'schema-value');
    expect(Object.fromEntries(wrong.map(({ path, params }) => [path.join('.'), params['expected']]))).toEqual(
      expected,
    );
  });

  it.each(Object.entries({ ...SCHEMAS_FOR_EDITORS, page: aboutPageSchema }))(
    'has an example that passes for every pattern of the schema of %s',
    (_, schema) => {
      const leaves = patternsIn(toJsonSchema(schema));
      expect(
        leaves.filter(({ pattern, examples = [] }) => !new RegExp(pattern, 'u').test(examples[0] ?? '\n')),
      ).toEqual([]);
    },
  );
});

interface Leaf {
  pattern: string;
  examples?: string[];
}

/** Every place of a JSON Schema with a pattern, but for those of zod's own formats. */
function patternsIn(json: unknown): Leaf[] {
  if (typeof json !== 'object' || json === null) return [];
  const below = Object.values(json).flatMap(patternsIn);
  const own = 'pattern' in json && typeof json.pattern === 'string' && !isZodFormat(json);
  return own ? [json as Leaf, ...below] : below;
}

function isZodFormat(json: object): boolean {
  return 'format' in json && !('examples' in json);
}

describe('refusalKinds', () => {
  const family = { prefix: 'XVN#', path: 'xn', name: 'x', pattern: '[0-9]{8}' };
  const site = {
    title: 'x',
    description: 'x',
    url: 'https://notes.example',
    timezone: 'UTC',
    languages: ['en'],
    publisher: { name: 'x', namespace: 'https://notes.example', contact: 'x' },
    families: [family],
  };

  it('has a kind for every refusal that the schemas word themselves', () => {
    const refused: [z.ZodType, unknown][] = [
      [siteSchema, { ...site, timezone: 'Nowhere/Town' }],
      [siteSchema, { ...site, languages: ['en', 'en'] }],
      [siteSchema, { ...site, families: [{ ...family, path: 'vendors' }] }],
      [siteSchema, { ...site, families: [{ ...family, pattern: '.*' }] }],
      [siteSchema, { ...site, families: [family, { ...family, prefix: 'XVA#' }] }],
      [siteSchema, { ...site, families: [family, { ...family, path: 'xa' }] }],
      [siteSchema, { ...site, url: 'https://notes.example/path' }],
      [siteSchema, { ...site, title: {} }],
      [advisorySchema, { ...valid, state: 'withdrawn' }],
      [advisorySchema, { ...valid, credits: [{}] }],
      [advisorySchema, { ...valid, timeline: [{ on: '2026-02-30', event: 'published' }] }],
      [advisorySchema, { ...valid, publishedAt: '2026-02-30T00:00:00Z' }],
      [redirectsSchema, { '/a/': '/../b/' }],
      [unreachableSchema, { number: 'UR-1', answeredOn: '2026-01-01', name: 'x' }],
      [unreachableSchema, { number: 'UR-1', name: 'x' }],
    ];
    const messages = refused.flatMap(([schema, data]) =>
      (schema.safeParse(data).error?.issues ?? [])
        .filter(({ code }) => code === 'custom')
        .map(({ message }) => message),
    );
    expect(new Set(messages)).toEqual(new Set(refusalKinds.keys()));
  });
});
