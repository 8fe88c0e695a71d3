import { readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isMap, isPair, isScalar, isSeq, parseDocument, Scalar, type Document } from 'yaml';
import type { Content } from '#catalog/content.ts';
import { parseFile } from '#catalog/parse-file.ts';
import type { Finding } from '#domain/finding.ts';
import { lintContent } from '#lint/lint-content.ts';

/* A fictional advisory is broken in every place and every way; no broken one may pass, and none may stop the checks. */

const base = path.resolve(import.meta.dirname, 'fixtures/check/base');
const read = (file: string): string => readFileSync(path.join(base, file), 'utf8');
const FILE = 'advisories/2026/XVN10000001.md';
const SLUG = 'XVN10000001';
const original = read(FILE);
const [, yaml = '', body = ''] = /^---\n([\s\S]*?)---\n([\s\S]*)$/.exec(original) ?? [];

const site = parseFile(
  { kind: 'site', file: 'site.yaml', slug: '', language: 'en' },
  Buffer.from(read('site.yaml')),
);
const vendor = parseFile(
  { kind: 'vendor', file: 'vendors/example-vendor.yaml', slug: 'example-vendor', language: 'en' },
  Buffer.from(read('vendors/example-vendor.yaml')),
);

function lintText(text: string): Finding[] {
  const parsed = parseFile({ kind: 'advisory', file: FILE, slug: SLUG, language: 'en' }, Buffer.from(text));
  const { facts, body: prose, problems } = parsed;
  const content: Content = {
    ...(site.facts && { site: site.facts }),
    advisories: [
      {
        kind: 'advisory',
        file: FILE,
        slug: SLUG,
        yearFolder: '2026',
        digest: '',
        ...(facts && { facts }),
        ...(prose && { body: prose }),
      },
    ],
    translations: [],
    vendors: [
      {
        kind: 'vendor',
        file: 'vendors/example-vendor.yaml',
        slug: 'example-vendor',
        digest: '',
        ...(vendor.facts && { facts: vendor.facts }),
      },
    ],
    pages: [],
    images: [],
    unreachable: [],
    statistics: [],
    redirects: [],
    problems,
    source: (file) => (file === FILE ? text : read(file)),
  };
  return lintContent(content, { now: '2026-06-01T00:00:00Z' });
}

type Path = (string | number)[];

/** Paths of all texts of the front matter. */
function scalarPaths(node: unknown, at: Path = []): Path[] {
  if (isScalar(node)) return [at];
  if (isSeq(node)) return node.items.flatMap((item, index) => scalarPaths(item, [...at, index]));
  if (!isMap(node)) return [];
  return node.items.flatMap((pair) =>
    isPair(pair) && isScalar(pair.key) ? scalarPaths(pair.value, [...at, String(pair.key.value)]) : [],
  );
}

function openFrontMatter(): Document {
  return parseDocument(yaml, { schema: 'failsafe' });
}

/** An empty text with its quotes: without them it would vanish from a list. */
function emptyText(): Scalar {
  const scalar = new Scalar('');
  scalar.type = 'QUOTE_DOUBLE';
  return scalar;
}

function withFrontMatter(change: (document: Document) => void): string {
  const document = openFrontMatter();
  change(document);
  return `---\n${String(document)}---\n${body}`;
}

const paths = scalarPaths(openFrontMatter().contents);
const named = paths.filter((at) => typeof at.at(-1) === 'string');

describe('a valid advisory', () => {
  it('passes, also when its front matter was written again', () => {
    expect(lintText(original)).toEqual([]);
    expect(lintText(withFrontMatter(() => undefined))).toEqual([]);
    expect(paths.length).toBeGreaterThan(15);
  });
});

describe('every text of the front matter', () => {
  it.each(paths.map((at) => [at.join('.'), at] as const))('%s cannot be empty, a list or a map', (_, at) => {
    for (const value of [emptyText(), [['x']], { 'no such key': 'x' }]) {
      const findings = lintText(
        withFrontMatter((document) => {
          document.setIn(at, document.createNode(value));
        }),
      );
      expect(findings.map(({ severity }) => severity)).toContain('error');
    }
  });

  it.each(named.map((at) => [at.join('.'), at] as const))(
    '%s has a key that cannot be misspelled',
    (_, at) => {
      const misspelled = withFrontMatter((document) => {
        const value = document.getIn(at, true);
        document.deleteIn(at);
        document.setIn([...at.slice(0, -1), `${String(at.at(-1))}x`], value);
      });
      expect(lintText(misspelled).map(({ code }) => code)).toContain('SCH001');
    },
  );
});

describe('one wrong value', () => {
  it.each([
    [['id'], 'XVN#10000002'],
    [['publishedAt'], '2025-06-01T00:00:00Z'],
    [['publishedAt'], '2026-01-05'],
    [['vulnerabilities', 0, 'cve'], 'CVE-26-1'],
    [['vulnerabilities', 0, 'cwe', 0], 'NVD-CWE-Other'],
    [['vulnerabilities', 0, 'cvss', 0], 'CVSS:3.1/AV:N'],
    [['affected', 0, 'vendor'], 'nobody'],
    [['affected', 0, 'ranges', 0], '>=2.0 <1.0'],
    [['affected', 0, 'fixed', 0], '1.3'],
    [['vendors', 0, 'vendor'], '../escape'],
    [['vendors', 0, 'status'], 'patched'],
    [['vendors', 0, 'statusOn'], '2027-01-01'],
    [['references', 0, 'url'], 'javascript:alert(1)'],
    [['references', 0, 'url'], 'http://192.168.0.1/'],
    [['revisions', 0, 'at'], '2026-01-06T10:00:00'],
    [['revisions', 0, 'summary'], 'TODO'],
  ])('at %j is found at that line', (at, value) => {
    const text = withFrontMatter((document) => {
      document.setIn(at, value);
    });
    const line = text.split('\n').findIndex((candidate) => candidate.includes(value)) + 1;
    expect(lintText(text).map((finding) => finding.line)).toContain(line);
  });
});

describe('whatever stands in the file', () => {
  it('never stops the checks, and every finding has a place in the file', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 12 }),
      fc.constantFrom(
        '---\n',
        '\n- ',
        ': ',
        '"',
        '#',
        '[',
        '{',
        '<b>',
        '](',
        '`',
        '@x',
        '\t',
        '&a ',
        '*a',
        '!!',
        '|',
        '\r\n',
      ),
    );
    fc.assert(
      fc.property(fc.nat(original.length), fc.nat(40), piece, (at, drop, insert) => {
        const text = original.slice(0, at) + insert + original.slice(at + drop);
        const lines = text.split(/\r\n?|\n/).length;
        for (const { line, column } of lintText(text)) {
          expect(line).toBeGreaterThan(0);
          expect(line).toBeLessThanOrEqual(lines + 1);
          expect(column).toBeGreaterThan(0);
        }
      }),
      { numRuns: 400, seed: 20260105 },
    );
  });
});
