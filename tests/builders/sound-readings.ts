import { expect } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import { compareInstants } from '#domain/dates.ts';
import { listOutcomes } from '#formats/foreign/foreign-document.ts';
import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';
import type { Draft, DraftFacts } from '#scripts/import/draft.ts';
import { REFUSALS, type Reading } from '#scripts/import/format.ts';

/** Expects of readings what holds for every format: valid drafts with an account, and refusals with a known reason. */
export function expectSound(readings: readonly Reading[]): void {
  for (const reading of readings) {
    if ('draft' in reading) expectSoundDraft(reading, reading.draft);
    else expect(REFUSALS).toContain(('refusal' in reading ? reading.refusal : reading.skipped).why);
  }
}

function expectSoundDraft(reading: Reading, { facts, prose }: Draft): void {
  const plain: unknown = JSON.parse(JSON.stringify(withSlugs(facts)));
  expect([reading.name, advisorySchema.safeParse(plain).error?.issues]).toEqual([reading.name, undefined]);
  const moments = facts.revisions.map(({ at }) => at);
  expect(moments[0]).toBe(facts.publishedAt);
  expect(moments.every((at, place) => place === 0 || compareInstants(at, moments[place - 1] ?? '') > 0)).toBe(
    true,
  );
  const vendors = (facts.vendors ?? []).map(({ vendor }) => vendor);
  expect(new Set(vendors).size).toBe(vendors.length);
  const cves = facts.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  expect(new Set(cves).size).toBe(cves.length);
  for (const each of (facts.affected ?? []).flatMap((product) => product.cves ?? []))
    expect(cves).toContain(each);
  for (const { markdown } of prose) {
    expect(renderAdvisoryMarkdown(`## Overview\n\n${markdown}\n`, { language: 'en' }).problems).toEqual([]);
  }
  expect(listOutcomes(reading.document).length).toBeGreaterThan(0);
}

/** Names of vendors become slugs only later; here any will do that are different for different names. */
function withSlugs(facts: DraftFacts): DraftFacts {
  const names = [...(facts.affected ?? []), ...(facts.vendors ?? [])].map(({ vendor }) => vendor);
  const slugs = new Map([...new Set(names)].map((name, place) => [name, `vendor-${String(place)}`]));
  const slugOf = <Row extends { vendor: string }>(row: Row): Row => ({
    ...row,
    vendor: slugs.get(row.vendor) ?? '',
  });
  return {
    ...facts,
    ...(facts.affected && { affected: facts.affected.map(slugOf) }),
    ...(facts.vendors && { vendors: facts.vendors.map(slugOf) }),
  };
}

/** Fields of drafts that the reader does not know, without places in lists: `/a/b` for `/a/0/b`. */
export function listUnknown(readings: readonly Reading[]): string[] {
  const found = readings.flatMap((reading) =>
    ('draft' in reading ? listOutcomes(reading.document) : []).flatMap(({ pointer, outcome }) =>
      outcome.kind === 'dropped' && outcome.why === 'unknown-field'
        ? [pointer.replaceAll(/\/\d+(?=\/|$)/gu, '')]
        : [],
    ),
  );
  return [...new Set(found)];
}

/**
 * Texts of a draft's facts and prose that do not stand in its document, compared by their letters and numbers alone.
 * @param words what the reader itself may say
 */
export function listInvented(reading: Reading, words: readonly RegExp[]): string[] {
  if (!('draft' in reading)) return [];
  const said = bare(
    listOutcomes(reading.document)
      .map(({ value }) => value)
      .join(' '),
  );
  const { facts, prose } = reading.draft;
  return [...textsIn(facts), ...prose.flatMap(({ markdown }) => markdown.split('\n'))]
    .flatMap((text) => text.split(' / '))
    .filter((text) => !words.some((word) => word.test(text)) && !said.includes(bare(text)));
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

function bare(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]/gu, '')
    .toLowerCase();
}
