import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadContent } from '#catalog/load-content.ts';
import { drop, items, member, openDocument, text } from '#formats/foreign/foreign-document.ts';
import { lintContent } from '#lint/lint-content.ts';
import type { Draft } from '#scripts/import/draft.ts';
import type { Format, Reading } from '#scripts/import/format.ts';
import { importAll, type ImportJob } from '#scripts/import/import-all.ts';
import type { ImportReport } from '#scripts/import/report/import-report.ts';
import { temporaryFolder } from './tree.ts';

/** A format of the tests’ own: JSON with the values of a draft. */
const format: Format = {
  accepts: (path) => path.endsWith('.json'),
  *read(files) {
    for (const { path, text: source } of files) yield readOne(path, JSON.parse(source));
  },
};

function readOne(path: string, value: unknown): Reading {
  const document = openDocument(value);
  const id = text(document, 'id') ?? '';
  const at = text(document, 'publishedAt') ?? '2020-01-02T00:00:00Z';
  const updated = text(document, 'updatedAt');
  drop(member(document, 'score'), 'computed');
  const draft: Draft = {
    facts: {
      ...{ id, title: text(document, 'title') ?? 'Title', publishedAt: at },
      vulnerabilities: [{ cwe: ['CWE-79'] }],
      vendors: items(document, 'vendors').map((row) => ({
        vendor: text(row, 'name') ?? '',
        status: 'affected' as const,
      })),
      revisions: [
        { at, summary: 'Published.' },
        ...(updated === undefined ? [] : [{ at: updated, summary: 'Updated.' }]),
      ],
    },
    language: text(document, 'language') === 'ja' ? 'ja' : 'en',
    prose: [
      { id: 'solution', markdown: 'Update it.' },
      { id: 'overview', markdown: text(document, 'overview') ?? 'A thing is broken.' },
    ],
    retired: [`/old/${id.replace('VU#', '')}`],
  };
  return { path, name: id, document, draft };
}

export const NOTES = {
  'one.json': { id: 'VU#100', title: 'One', vendors: [{ name: 'Example, Inc.' }], score: 9 },
  'two.json': { id: 'VU#200', title: 'Two', vendors: [{ name: 'Example' }, { name: 'Other GmbH' }] },
};

/** A folder of foreign records, a content directory that does not exist yet, and an import from one to the other. */
export interface ImportWorld {
  readonly home: string;
  readonly out: string;
  readonly put: (files: Readonly<Record<string, unknown>>) => void;
  readonly run: (job?: Partial<ImportJob>) => Promise<ImportReport>;
  readonly read: (path: string) => string;
  readonly write: (path: string, text: string) => void;
}

export function anImport(files: Readonly<Record<string, unknown>> = NOTES): ImportWorld {
  const home = temporaryFolder();
  const out = join(home, 'content');
  const put: ImportWorld['put'] = (notes) => {
    mkdirSync(join(home, 'in'), { recursive: true });
    for (const [name, value] of Object.entries(notes)) {
      writeFileSync(join(home, 'in', name), typeof value === 'string' ? value : JSON.stringify(value));
    }
  };
  put(files);
  return {
    ...{ home, out, put },
    run: (job) =>
      importAll({
        ...{ name: 'vu', format, paths: ['in'], cwd: home, out, timezone: 'UTC', language: 'en' },
        ...{ now: '2026-01-01T00:00:00Z', again: false, takeSource: false, dryRun: false },
        ...job,
      }),
    read: (path) => readFileSync(join(out, path), 'utf8'),
    write: (path, content) => {
      mkdirSync(join(out, path, '..'), { recursive: true });
      writeFileSync(join(out, path), content);
    },
  };
}

export function outcomes({ records }: ImportReport): string[] {
  return records.map(({ name, outcome }) => `${name} ${outcome}`);
}

export function errorsOf(out: string): string[] {
  const findings = lintContent(loadContent(out), { now: '2026-01-01T00:00:00Z' });
  return findings.filter(({ severity }) => severity === 'error').map(({ code, file }) => `${file} ${code}`);
}
