import {
  appendFileSync,
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { loadContent } from '#catalog/load-content.ts';
import type { Finding } from '#domain/finding.ts';
import { toComparedAdvisory } from '#lint/compared-advisory.ts';
import { lintContent } from '#lint/lint-content.ts';
import type { BaseContent } from '#lint/lint-context.ts';
import type { FindingMemory } from '#lint/local-rules.ts';

/** The moment at which every fixture is checked. */
const NOW = '2026-06-01T00:00:00Z';

export const FIXTURES = path.resolve(import.meta.dirname, '../../tests/fixtures/check');

/** What the invalid half of a fixture must yield, in order, and what cannot be written as files of it. */
export interface Expected {
  findings: Pick<Finding, 'code' | 'file' | 'line' | 'column'>[];
  /** Files of the base tree that the invalid half does not have. */
  without?: string[];
  /** Files of so many bytes, too large to be kept here. */
  fill?: Record<string, number>;
  /** So many bytes of prose behind a file of the invalid half. */
  append?: Record<string, number>;
}

export function readExpected(code: string): Expected | undefined {
  const file = path.join(FIXTURES, code, 'expected.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as Expected) : undefined;
}

/** The base tree with one half of a fixture laid over it, checked. */
export function lintFixture(
  code: string,
  half: 'valid' | 'invalid',
  expected: Expected,
  memory?: FindingMemory,
): Finding[] {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-check-'));
  try {
    layOver(folder, 'base');
    const before = path.join(code, 'before');
    const base = existsSync(path.join(FIXTURES, before)) ? loadBefore(before) : undefined;
    if (half === 'invalid') prepareInvalid(folder, expected);
    layOver(folder, path.join(code, half));
    if (half === 'invalid') lengthen(folder, expected);
    const unreachableDir = path.join(FIXTURES, code, 'private');
    const content = loadContent(folder, existsSync(unreachableDir) ? { unreachableDir } : {});
    return lintContent(content, { now: NOW, ...(base && { base }) }, memory);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

function prepareInvalid(folder: string, { without = [], fill = {} }: Expected): void {
  for (const file of without) rmSync(path.join(folder, file));
  for (const [file, bytes] of Object.entries(fill)) writeFileSync(path.join(folder, file), '#'.repeat(bytes));
}

function lengthen(folder: string, { append = {} }: Expected): void {
  for (const [file, bytes] of Object.entries(append)) {
    appendFileSync(path.join(folder, file), `\n${'word '.repeat(bytes / 5)}\n`);
  }
}

function layOver(folder: string, tree: string): void {
  cpSync(path.join(FIXTURES, tree), folder, { recursive: true, verbatimSymlinks: true });
}

function loadBefore(tree: string): BaseContent {
  const folder = mkdtempSync(path.join(tmpdir(), 'kairan-before-'));
  mkdirSync(folder, { recursive: true });
  layOver(folder, 'base');
  layOver(folder, tree);
  const { advisories } = loadContent(folder);
  rmSync(folder, { recursive: true });
  return new Map(
    advisories.flatMap(({ file, facts, body }) =>
      facts === undefined ? [] : [[file, toComparedAdvisory(facts, body)] as const],
    ),
  );
}
