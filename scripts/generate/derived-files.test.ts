import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { z } from 'zod';
import { loadContent } from '#catalog/load-content.ts';
import { SCHEMAS_FOR_EDITORS, toJsonSchema } from '#domain/json-schemas.ts';
import { buildDerivedFiles } from './derived-files.ts';

const root = path.resolve(import.meta.dirname, '../..');

describe('derived files', () => {
  it('are those that npm run generate would write', async () => {
    const derived = await buildDerivedFiles(root);
    const different = [...derived].filter(([file, text]) => readKept(file) !== text).map(([file]) => file);
    expect(different).toEqual([]);
    const kept = ['src/domain/schemas', 'src/lint/help'].flatMap((folder) =>
      readdirSync(path.join(root, folder)).map((name) => `${folder}/${name}`),
    );
    expect(kept.filter((file) => !derived.has(file))).toEqual([]);
  });
});

function readKept(file: string): string | undefined {
  const full = path.join(root, file);
  return existsSync(full) ? readFileSync(full, 'utf8') : undefined;
}

describe('JSON Schemas for editors', () => {
  const schemas = Object.fromEntries(
    Object.entries(SCHEMAS_FOR_EDITORS).map(([name, schema]) => {
      const json = JSON.parse(JSON.stringify(toJsonSchema(schema))) as z.core.JSONSchema.JSONSchema;
      return [name, z.fromJSONSchema(json)];
    }),
  );

  it.each(['content', 'tests/fixtures/fictional', 'tests/fixtures/other-coordinator'])(
    'accept %s',
    (folder) => {
      const content = loadContent(path.join(root, folder));
      const files = [...content.advisories, ...content.translations, ...content.vendors];
      const refused = [...files, { kind: 'site' as const, file: 'site.yaml' }].flatMap(({ kind, file }) => {
        const result = schemas[kind]?.safeParse(readAsEditor(content.source(file)));
        return result?.success === true ? [] : [{ file, issues: result?.error.issues }];
      });
      expect(refused).toEqual([]);
    },
  );

  it.each([
    ['an unknown key', 'name: Example\nurll: https://vendor.example/'],
    ['a missing name', 'url: https://vendor.example/'],
    ['a list for a text', 'name: [Example]'],
  ])('refuse %s', (_, text) => {
    expect(schemas['vendor']?.safeParse(parse(text)).success).toBe(false);
  });

  it('take numbers and booleans that an editor makes of unquoted versions and flags', () => {
    const text = readFileSync(
      path.join(root, 'tests/fixtures/check/base/advisories/2026/XVN10000001.md'),
      'utf8',
    );
    const unquoted = text
      .replace('["1.4"]', '[1.4]')
      .replace('vulnerabilities:', 'urgent: false\nvulnerabilities:');
    expect(schemas['advisory']?.safeParse(readAsEditor(unquoted)).success).toBe(true);
  });
});

/** YAML 1.2 with its own types, as editors read it. */
function readAsEditor(source: string): unknown {
  return parse(/^---\n([\s\S]*?)\n---\n/.exec(source)?.[1] ?? source);
}
