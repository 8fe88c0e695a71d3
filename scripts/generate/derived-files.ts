import { readFileSync } from 'node:fs';
import path from 'node:path';
import { format, resolveConfig } from 'prettier';
import { SCHEMAS_FOR_EDITORS, toJsonSchema } from '#domain/json-schemas.ts';
import { formatCodeTable, formatHelpPage } from '#lint/help-page.ts';
import { rules } from '#lint/rules.ts';
import { lintFixture, readExpected } from './check-fixture.ts';
import { loadHelpExample } from './fixture-excerpt.ts';

/**
 * Every derived file of the project that is kept in the repository, by its path below the root:
 * JSON Schemas for editors, help pages of the checks and the table of their codes.
 */
export async function buildDerivedFiles(root: string): Promise<Map<string, string>> {
  const files = new Map<string, string>();
  for (const [name, schema] of Object.entries(SCHEMAS_FOR_EDITORS)) {
    const file = `src/domain/schemas/${name}.schema.json`;
    files.set(file, await formatJson(path.join(root, file), toJsonSchema(schema)));
  }
  for (const rule of rules) files.set(`src/lint/help/${rule.code}.md`, buildHelpPage(rule));
  const readme = 'src/lint/README.md';
  files.set(readme, insertTable(readFileSync(path.join(root, readme), 'utf8')));
  return files;
}

async function formatJson(file: string, value: unknown): Promise<string> {
  return format(JSON.stringify(value, null, 2), {
    ...(await resolveConfig(file)),
    parser: 'json',
    plugins: [],
  });
}

function buildHelpPage(rule: (typeof rules)[number]): string {
  const { code } = rule;
  const expected = readExpected(code);
  const finding = expected && lintFixture(code, 'invalid', expected).find((found) => found.code === code);
  if (finding === undefined) throw new Error(`The fixture of ${code} does not yield it.`);
  return formatHelpPage(rule, loadHelpExample(code, finding));
}

function insertTable(readme: string): string {
  return readme.replace(
    /(<!-- codes:[^\n]*-->\n)[\s\S]*(<!-- \/codes -->)/,
    (_, start: string, end: string) => `${start}\n${formatCodeTable(rules)}\n\n${end}`,
  );
}
