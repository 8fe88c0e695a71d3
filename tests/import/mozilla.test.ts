import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import type { Draft } from '#scripts/import/draft.ts';
import { mozilla } from '#scripts/import/mozilla/mozilla.ts';
import { isAccepted } from '#scripts/import/prose/accepted.ts';

const CORPUS = path.resolve(import.meta.dirname, '../../../shared/corpora/mozilla/announce');
const CONTEXT = { languages: [], timezone: 'UTC' };

function readCorpus() {
  return readdirSync(CORPUS, { recursive: true, encoding: 'utf8' })
    .filter(mozilla.accepts)
    .flatMap((name) => {
      const text = readFileSync(path.join(CORPUS, name), 'utf8');
      return [...mozilla.read([{ path: name, text }], CONTEXT)].map((reading) => ({ name, reading }));
    });
}

function withSlugs({ facts }: Draft) {
  const slug = <Row extends { vendor: string }>(row: Row) => ({ ...row, vendor: row.vendor.toLowerCase() });
  return { ...facts, affected: facts.affected?.map(slug), vendors: facts.vendors?.map(slug) };
}

/** Letters and digits alone: what may differ is markup, blanks and escapes. */
function squeeze(text: string): string {
  return text.replaceAll(/\\u[0-9a-f]{4}|[^\p{L}\p{N}]/gu, '');
}

describe.skipIf(!existsSync(CORPUS))('advisories of the Mozilla Foundation', () => {
  // Skipped blocks are run through for the names of their tests.
  const records = existsSync(CORPUS) ? readCorpus() : [];
  const drafts = records.flatMap(({ reading, ...from }) =>
    'draft' in reading ? [{ ...from, reading, draft: reading.draft }] : [],
  );

  it('become advisories, or are refused for a true reason', () => {
    const refused = records.flatMap(({ name, reading }) =>
      'draft' in reading
        ? []
        : [`${name}: ${JSON.stringify('refusal' in reading ? reading.refusal : reading)}`],
    );
    expect(refused).toEqual([
      // There is no day.
      '2018/mfsa2018-19.yml: {"why":"unreadable","at":"/announced","what":"August, 2018"}',
    ]);
    expect(drafts.length).toBeGreaterThan(1000);
  });

  it('are valid once vendors have slugs, and their prose is accepted', () => {
    for (const { name, draft } of drafts) {
      expect(advisorySchema.safeParse(withSlugs(draft)).error?.issues ?? [], name).toEqual([]);
      expect(
        draft.prose.filter(({ markdown }) => !isAccepted(markdown)),
        name,
      ).toEqual([]);
      expect(new Set(draft.prose.map(({ id }) => id)).size, name).toBe(draft.prose.length);
    }
  });

  it('name no CVE, version, product, person or bug that the record does not', () => {
    for (const { name, reading, draft } of drafts) {
      const written = squeeze(JSON.stringify(reading.document.value).replaceAll('CAN-', 'CVE-'));
      const { affected = [], credits = [], vulnerabilities, references = [] } = draft.facts;
      const values = [
        ...vulnerabilities.flatMap(({ cve }) => cve ?? []),
        ...affected.flatMap(({ product, fixed = [] }) => [
          ...(typeof product === 'string' ? [product.replace(/ \(.*/u, '')] : []),
          ...fixed,
        ]),
        ...credits.flatMap(({ name: person }) => (typeof person === 'string' ? person : [])),
        ...references.slice(1).flatMap(({ url }) => url.match(/\d{5,}/gu) ?? []),
      ];
      expect(
        values.filter((value) => !written.includes(squeeze(value))),
        name,
      ).toEqual([]);
    }
  });

  it('leave out no word of a text', () => {
    for (const { name, reading, draft } of drafts) {
      const told = JSON.stringify(draft);
      const lost = listOutcomes(reading.document)
        .filter(({ pointer, outcome }) => pointer.endsWith('/description') && outcome.kind !== 'dropped')
        .flatMap(({ value }) => value.replaceAll(/<[^>]*>|&\w+;/gu, ' ').match(/[A-Za-z]{4,}/gu) ?? [])
        .filter((word) => !told.includes(word));
      expect(lost, name).toEqual([]);
    }
  });

  it('hold no fields that nobody knows', () => {
    const unknown = drafts.flatMap(({ reading }) =>
      listOutcomes(reading.document)
        .filter(({ outcome }) => outcome.kind === 'dropped' && outcome.why === 'unknown-field')
        .map(({ pointer }) => pointer.replaceAll(/\d+/gu, '*')),
    );
    expect([...new Set(unknown)]).toEqual([]);
  });
});
