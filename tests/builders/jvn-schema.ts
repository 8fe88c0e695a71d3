import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

const SCHEMAS = path.resolve('../shared/corpora/jvn/schemas/hnd');

/** Whether the official schemas are at hand, which the project may not hold, and a validator for them. */
export const hasJvnSchemas = existsSync(SCHEMAS) && spawnSync('xmllint', ['--version']).status === 0;

/** What xmllint finds wrong with the documents by an official schema; JVNRSS under either namespace. */
export function findSchemaErrors(
  schema: 'jvnrss_3.2.xsd' | 'vuldef_3.2.xsd',
  documents: readonly string[],
): string[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-jvn-'));
  try {
    const files = documents.map((document, place) => {
      const file = path.join(folder, `${String(place)}.xml`);
      writeFileSync(
        file,
        document.replace('"http://jvn.jp/rss/mod_sec/"', '"http://jvn.jp/rss/mod_sec/3.0/"'),
      );
      return file;
    });
    const options = ['--nonet', '--noout', '--schema', path.join(SCHEMAS, schema)];
    const { stderr } = spawnSync('xmllint', [...options, ...files], { encoding: 'utf8' });
    return stderr.split('\n').filter((line) => line !== '' && !line.endsWith(' validates'));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
