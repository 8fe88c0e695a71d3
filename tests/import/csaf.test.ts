import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { compareInstants } from '#domain/dates.ts';
import { includesVersion, isRangeProblem, parseVersionRange } from '#domain/version-range.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import { csaf } from '#scripts/import/csaf/csaf.ts';
import type { Draft } from '#scripts/import/draft.ts';
import type { Reading } from '#scripts/import/format.ts';

const SHARED = path.resolve(import.meta.dirname, '../../../shared/corpora');
const CORPUS = path.join(SHARED, 'csaf');
const VINCE = path.join(SHARED, 'vu/vince/csaf-vu-257161.json');
const CONTEXT = { languages: ['en'], timezone: 'UTC' } as const;

interface Summary {
  readonly file: string;
  readonly reading: Reading;
  /** What is wrong with the draft, in a line each. */
  readonly faults: readonly string[];
  /** Fields of which nothing is known, without their numbers. */
  readonly unknown: readonly string[];
}

function summarise(file: string): Summary[] {
  const text = readFileSync(file, 'utf8');
  const readings = [...csaf.read([{ path: file, text }], CONTEXT)];
  return readings.map((reading) => {
    const leaves = listOutcomes(reading.document);
    return {
      ...{ file: path.relative(CORPUS, file), reading },
      faults: 'draft' in reading ? [...faultsOf(reading.draft), ...untrue(reading)] : [],
      unknown: leaves.flatMap(({ pointer, outcome }) =>
        outcome.kind === 'dropped' && outcome.why === 'unknown-field' ? [pointer] : [],
      ),
    };
  });
}

/** What `npm run check` would find, as far as it follows from one draft. */
function faultsOf({ facts, prose }: Draft): string[] {
  const { affected = [], vendors = [], revisions } = facts;
  const named = {
    ...facts,
    affected: affected.map((product) => ({ ...product, vendor: 'v' })),
    vendors: vendors.map((row) => ({ ...row, vendor: 'v' })),
  };
  const schema = advisorySchema.safeParse(named);
  const inside = affected.filter(({ ranges = [], fixed = [] }) =>
    fixed.some((version) => ranges.some((range) => isIn(version, range))),
  );
  const unordered = revisions.filter(
    ({ at }, index) => index > 0 && compareInstants(revisions[index - 1]?.at ?? at, at) >= 0,
  );
  const makers = new Set(affected.map(({ vendor }) => vendor));
  return [
    ...(schema.success ? [] : [schema.error.message]),
    ...inside.map(({ fixed }) => `fixed in range: ${JSON.stringify(fixed)}`),
    ...unordered.map(({ at }) => `revision out of order: ${at}`),
    ...(compareInstants(revisions[0]?.at ?? '', facts.publishedAt) === 0 ? [] : ['first revision differs']),
    ...vendors
      .filter(({ vendor, status }) => status === 'not-affected' && makers.has(vendor))
      .map(({ vendor }) => `product of ${vendor}, which is not affected`),
    ...prose
      .filter(({ id }) => id === undefined)
      .map(({ heading }) => `section of no kind: ${heading ?? ''}`),
  ];
}

function isIn(version: string, text: string): boolean {
  const range = parseVersionRange(text);
  return isRangeProblem(range) || includesVersion(range, version);
}

/** Facts that the document does not hold, and values that are told as kept but are not. */
function untrue({ document, ...reading }: Reading): string[] {
  if (!('draft' in reading)) return [];
  const { facts } = reading.draft;
  const source = JSON.stringify(document.value);
  const strings = [
    ...[facts.id, ...facts.vulnerabilities.flatMap(({ cve, cvss = [], cwe = [] }) => [cve, ...cvss, ...cwe])],
    ...(facts.references ?? []).map(({ url }) => url),
    ...(facts.affected ?? []).flatMap(({ cves = [] }) => cves),
  ];
  const invented = strings.filter((value) => value !== undefined && !source.includes(JSON.stringify(value)));
  return invented.map((value) => `invented: ${value ?? ''}`);
}

function listFiles(folder: string): string[] {
  return readdirSync(path.join(CORPUS, folder), { recursive: true, encoding: 'utf8' })
    .filter((file) => csaf.accepts(file))
    .map((file) => path.join(CORPUS, folder, file));
}

function reasonOf(reading: Reading): string {
  if ('refusal' in reading) return reading.refusal.why;
  return 'skipped' in reading ? `skipped ${reading.skipped.why}` : 'draft';
}

function count(summaries: readonly Summary[]): Record<string, number> {
  const groups = Map.groupBy(summaries, ({ reading }) => reasonOf(reading));
  return Object.fromEntries([...groups].map(([why, own]) => [why, own.length]));
}

/** What publishers and test documents write that CSAF does not know: extensions, and branches deeper than it allows. */
const UNKNOWN =
  /(?:\/branches\/\d+){30}|\/x_extensions\/|\/custom_property$|\/threats\/\d+\/description$|^\/extra|_property/u;

describe.skipIf(!existsSync(CORPUS))('CSAF documents of the corpus', () => {
  let real: Summary[] = [];
  let others: Summary[] = [];
  beforeAll(() => {
    real = [...listFiles('real'), VINCE].flatMap(summarise);
    others = readdirSync(CORPUS)
      .filter((folder) => /^(?:oasis|secvisogram)/u.test(folder))
      .flatMap(listFiles)
      .flatMap(summarise);
  }, 120_000);

  it('of publishers become drafts, or are refused for a reason that holds', () => {
    const { draft = 0, ...refused } = count(real);
    expect(draft).toBeGreaterThan(275);
    // No JSON; another language; TLP:GREEN; a time without its offset.
    expect(Object.keys(refused).toSorted()).toEqual(['label', 'language', 'syntax', 'unreadable']);
    const unreadable = real.flatMap(({ reading }) =>
      'refusal' in reading && reading.refusal.why === 'unreadable' ? [reading.refusal.at] : [],
    );
    expect(unreadable).toEqual(['/document/tracking/initial_release_date']);
  });

  it('of the standard become drafts, or are refused with a place', () => {
    for (const { file, reading } of others) {
      if ('refusal' in reading)
        expect([file, reading.refusal.at]).toEqual([file, expect.stringMatching(/^\//u)]);
    }
    const counted = count(others);
    expect(counted['draft']).toBeGreaterThan(780);
    expect(counted['skipped not-an-advisory']).toBeGreaterThan(5);
  });

  it('make drafts that the check takes and that invent nothing', () => {
    const faults = [...real, ...others].flatMap(({ file, faults: own }) =>
      own.map((fault) => `${file}: ${fault}`),
    );
    expect(faults).toEqual([]);
  });

  it('are accounted for, each value', () => {
    const unknown = [...real, ...others].flatMap(({ file, reading, unknown: own }) =>
      'draft' in reading
        ? own.filter((pointer) => !UNKNOWN.test(pointer)).map((pointer) => `${file} ${pointer}`)
        : [],
    );
    expect(unknown).toEqual([]);
  });
});
