import path from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { buildCatalog } from '#catalog/build-catalog.ts';
import { loadContent } from '#catalog/load-content.ts';
import { fromCsaf } from '#formats/csaf/from-csaf.ts';
import { toCsaf21 } from '#formats/csaf/to-csaf-21.ts';
import { type CsafOptions, toCsaf } from '#formats/csaf/to-csaf.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { buildExports } from '#site/exports/exports.ts';
import { buildSiteIndex } from '#site/site-index.ts';
import { aCatalog, anAdvisory, inEnglish } from './builders/a-catalog.ts';
import { anAdvisoryRecord, arbitraryRecord } from './builders/an-advisory-record.ts';
import { type FrontMatter, frontMatter } from './builders/any-front-matter.ts';

type Tell = (record: AdvisoryRecord, options: CsafOptions) => object;

function back(document: unknown): AdvisoryRecord {
  const reading = fromCsaf(document);
  if ('problems' in reading) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

/** Out, back, out again and back again, in each language of a record. */
function expectRoundTrip(record: AdvisoryRecord, tell: Tell): void {
  const [original] = record.languages;
  for (const language of record.languages) {
    const options: CsafOptions = {
      ...{ view: 'advisory', language },
      trackingId: language === original ? record.id : `${record.id}-${language}`,
      selfUrl: 'https://site.example/.well-known/csaf/white/2026/test_00000001.json',
      engine: { name: 'Kairan', version: '1.0.0' },
    };
    const document = tell(record, options);
    const read = back(document);
    const again = tell(read, options);
    expect(again).toEqual(document);
    expect(back(again)).toEqual(read);
  }
}

/**
 * Records as the site builds them from front matter that holds any combination of products and answers. What names a CVE
 * that the advisory does not have is refused by the check, and no document tells anything about it.
 */
const builtRecords = frontMatter.filter(namesOwnCves).map((facts) => {
  const advisory = anAdvisory(facts, { translations: inEnglish() });
  const { entries } = buildExports(buildSiteIndex(aCatalog({ advisories: [advisory] })));
  return entries.map(({ record }) => record());
});

const ROOT = path.resolve(import.meta.dirname, '..');

/** CSAF carries no markup, and with it goes the kind of a solution, which is read from the heads of its actions. */
function withoutMarkup(record: AdvisoryRecord): AdvisoryRecord {
  const sections = Object.entries(record.sections).map(
    ([language, list]) => [language, list.map(({ id, heading, text }) => ({ id, heading, text }))] as const,
  );
  return { ...record, sections: Object.fromEntries(sections) };
}

function namesOwnCves({ vulnerabilities, affected }: FrontMatter): boolean {
  const known = vulnerabilities.flatMap(({ cve }) => cve ?? []);
  return affected.every(({ cves }) => cves === undefined || cves.every((cve) => known.includes(cve)));
}

describe.each<[string, Tell]>([
  ['2.0', toCsaf],
  ['2.1', toCsaf21],
])('a record told as CSAF %s and read back', (_version, tell) => {
  it('is told in the same document again', () => {
    expectRoundTrip(anAdvisoryRecord(), tell);
  });

  it.each(['content', 'tests/fixtures/fictional', 'tests/fixtures/other-coordinator'])(
    'loses nothing of %s but its markup',
    (folder) => {
      const catalog = buildCatalog(loadContent(path.join(ROOT, folder)), '2026-11-20T03:00:00Z');
      const { entries } = buildExports(buildSiteIndex(catalog));
      expect(entries.length).toBeGreaterThan(0);
      for (const { record } of entries) expectRoundTrip(withoutMarkup(record()), tell);
    },
  );

  it('loses nothing that it holds, whatever it is', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        expectRoundTrip(record, tell);
      }),
    );
  });

  it('loses nothing that it holds, whatever the front matter was', () => {
    fc.assert(
      fc.property(builtRecords, (records) => {
        expect(records).toHaveLength(1);
        for (const record of records) expectRoundTrip(record, tell);
      }),
    );
  });
});
