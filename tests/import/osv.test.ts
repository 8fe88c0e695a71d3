import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import { osvFormat } from '#scripts/import/osv/osv-format.ts';
import type { Draft } from '#scripts/import/draft.ts';
import type { Reading } from '#scripts/import/format.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpora/osv');
const CONTEXT = { languages: ['en', 'ja'] as const, timezone: 'Asia/Tokyo' };

interface Read {
  readonly name: string;
  readonly text: string;
  readonly reading: Reading;
}

function readCorpus(): Read[] {
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter(osvFormat.accepts)
    .flatMap((name) => {
      const text = readFileSync(path.join(CORPUS, name), 'utf8');
      return [...osvFormat.read([{ path: name, text }], CONTEXT)].map((reading) => ({ name, text, reading }));
    });
}

describe.skipIf(!existsSync(CORPUS))('records of OSV databases', () => {
  // Skipped blocks are run through for the names of their tests.
  const records = existsSync(CORPUS) ? readCorpus() : [];
  const drafts = records.flatMap(({ reading, ...from }) =>
    'draft' in reading ? [{ ...from, reading, draft: reading.draft }] : [],
  );

  it('become advisories, or are refused for a true reason', () => {
    const reasons = records.flatMap(({ name, reading }) => {
      if (!('refusal' in reading)) return [];
      const { why, at = '' } = reading.refusal;
      return [`${name.split(path.sep)[0] ?? ''}: ${why} ${at.replaceAll(/\d+/gu, '*')}`];
    });
    expect([...new Set(reasons)].toSorted()).toEqual([
      // Its dates are set when the database is published.
      'Go: missing /published',
      'linter-good-and-bad: missing /affected/*/ranges/*/events',
      'linter-good-and-bad: unreadable /affected/*/ranges/*/events/*/fixed',
      'mixed: missing /summary',
      'mixed: unreadable /id',
    ]);
    expect(drafts.length).toBeGreaterThan(180);
    expect(records.length - drafts.length).toBe(reasons.length);
  });

  it('are valid once vendors have slugs', () => {
    for (const { name, draft } of drafts) {
      const parsed = advisorySchema.safeParse(withSlugs(draft));
      expect(parsed.error?.issues ?? [], name).toEqual([]);
    }
  });

  it('name no identifier, address, vector, version or person that the record does not', () => {
    for (const { name, text, reading, draft } of drafts) {
      const written = squeeze(JSON.stringify(reading.document.value).replaceAll(/\\[nrt]/gu, ' '));
      const invented = factsOf(draft).filter(
        (value) => !written.includes(squeeze(value)) && !endsSeries(value, text),
      );
      expect(invented, name).toEqual([]);
    }
  });

  it('are accounted for: what is told to be kept can be read in the advisory', () => {
    for (const { name, reading, draft } of drafts) {
      const told = squeeze(JSON.stringify(draft).replaceAll(/\\[nrt]/gu, ' '));
      const missing = listOutcomes(reading.document)
        .filter(({ outcome, pointer }) => outcome.kind === 'kept' && !TOLD_BY_MEANING.test(pointer))
        .filter(({ value }) => !told.includes(squeeze(value)));
      expect(missing, name).toEqual([]);
    }
  });

  it('hold no fields that nobody knows', () => {
    const unknown = drafts.flatMap(({ reading }) =>
      listOutcomes(reading.document).filter(
        ({ outcome }) => outcome.kind === 'dropped' && outcome.why === 'unknown-field',
      ),
    );
    const fields = new Set(unknown.map(({ pointer }) => pointer.replaceAll(/\/\d+(?=\/|$)/gu, '/*')));
    expect([...fields]).toEqual([]);
  });

  it('never make the reader throw when a part of them is something else', () => {
    const some = drafts
      .filter(({ name }) => name.endsWith('.json'))
      .filter(({ text }) => text.length < 20_000);
    fc.assert(
      fc.property(
        fc.constantFrom(...some),
        fc.nat(),
        fc.jsonValue({ maxDepth: 2 }),
        ({ text }, place, value) => {
          const [reading] = osvFormat.read([{ path: 'a.json', text: meddle(text, place, value) }], CONTEXT);
          if (reading !== undefined && 'draft' in reading) {
            expect(advisorySchema.safeParse(withSlugs(reading.draft)).error?.issues ?? []).toEqual([]);
          }
        },
      ),
      { numRuns: 150 },
    );
  });
});

/** Pages of the databases themselves, by the identifier. */
const OWN_PAGE =
  /^https:\/\/(?:www\.cve\.org|github\.com\/advisories|pkg\.go\.dev\/vuln|rustsec\.org\/advisories|osv\.dev)\//u;

/** Values that are told by what they do: types the words of a title, an ecosystem the package URL. */
const TOLD_BY_MEANING = /\/(?:type|ecosystem)$/u;

/** Letters and digits alone, because Markdown escapes the rest. */
function squeeze(text: string): string {
  return text.replaceAll(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** The facts that must stand in the record letter for letter. */
function factsOf({ facts }: Draft): string[] {
  return [
    ...facts.vulnerabilities.flatMap(({ cve = [], cvss = [] }) => [cve, cvss].flat()),
    ...(facts.affected ?? []).flatMap(({ ranges = [] }) => ranges.flatMap(versionsIn)),
    ...(facts.affected ?? []).flatMap(({ fixed = [], cpe = [], git }) => [
      ...[fixed, cpe, git?.introduced ?? [], git?.fixed ?? []].flat(),
    ]),
    ...(facts.references ?? []).map(({ url }) => url).filter((url) => !OWN_PAGE.test(url)),
    ...(facts.credits ?? []).flatMap(({ name = [] }) => (typeof name === 'string' ? [name] : [])),
    ...facts.revisions.map(({ at }) => at.replace(/Z$/u, '')),
  ];
}

/** Whether a version is where a series of the record ends: 5.5 is told by `5.4.*`. */
function endsSeries(version: string, text: string): boolean {
  const before = version.replace(/\d+$/u, (digits) => String(Number(digits) - 1));
  return before !== version && ['*', 'x'].some((mark) => text.includes(`${before}.${mark}`));
}

/** The versions that a range names. */
function versionsIn(range: string): string[] {
  return range.split(/[\s<>=*]+/u).filter((version) => version !== '');
}

/** Front matter as it is written: vendors by slugs. Which ones does not matter here. */
function withSlugs({ facts }: Draft): unknown {
  const slugged = <Row extends { vendor: string }>(rows: readonly Row[]): Row[] =>
    rows.map((row) => ({ ...row, vendor: 'vendor' }));
  return { ...facts, affected: slugged(facts.affected ?? []), vendors: slugged(facts.vendors ?? []) };
}

/** The document with the value of one of its members replaced. */
function meddle(text: string, place: number, value: unknown): string {
  const count = (text.match(/"(?:[^"\\]|\\.)*"\s*:/gu) ?? []).length;
  let index = 0;
  const document: unknown = JSON.parse(text, (key, inner: unknown) => {
    if (key === '' || /^\d+$/u.test(key)) return inner;
    index += 1;
    return index - 1 === place % count ? value : inner;
  });
  return JSON.stringify(document);
}
