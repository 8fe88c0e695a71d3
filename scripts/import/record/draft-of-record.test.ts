import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { advisorySchema } from '#domain/advisory.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { anAdvisoryRecord, arbitraryRecord } from '../../../tests/builders/an-advisory-record.ts';
import type { Draft } from '../draft.ts';
import { isAccepted } from '../prose/accepted.ts';
import { draftOfRecord } from './draft-of-record.ts';

/** The draft's facts as the schema reads them once vendors have slugs. */
function factsOf({ facts, vendors = [] }: Draft) {
  const slugs = new Map(vendors.map(({ name, slug = '' }) => [name, slug]));
  const slugOf = <Row extends { vendor: string }>(row: Row) => ({
    ...row,
    vendor: slugs.get(row.vendor) ?? '',
  });
  return advisorySchema.parse({
    ...facts,
    affected: facts.affected?.map(slugOf),
    vendors: facts.vendors?.map(slugOf),
  });
}

describe('a record as a draft', () => {
  it('tells the same facts', () => {
    const record = anAdvisoryRecord();
    const facts = factsOf(draftOfRecord(record));
    expect(facts).toMatchObject({
      id: record.id,
      title: record.title.ja,
      publishedAt: record.publishedAt,
      urgent: { reason: record.urgent?.reason },
      revisions: record.revisions.map(({ at, summary }) => ({ at, summary })),
      timeline: record.timeline,
      related: record.related.map(({ id }) => id),
    });
    expect(facts.vulnerabilities.map(({ cve, cwe, cvss }) => ({ cve, cwe, cvss }))).toEqual(
      record.vulnerabilities.map(({ cve, weaknesses, scores }) => ({
        cve,
        cwe: weaknesses.map(({ id }) => id),
        cvss: scores.map(({ vector }) => vector),
      })),
    );
    expect(facts.affected.map(({ vendor, ranges, fixed }) => ({ vendor, ranges, fixed }))).toEqual(
      record.products.map(({ vendor, ranges, fixed }) => ({ vendor, ranges, fixed })),
    );
    const listed = record.vendors.filter((vendor) => vendor.listed);
    expect(
      facts.vendors.map(({ vendor, status, statusOn, cves }) => [vendor, status, statusOn, cves ?? {}]),
    ).toEqual(listed.map(({ slug, status, statusOn, exceptions }) => [slug, status, statusOn, exceptions]));
  });

  it('refers to the pages on which it stood, and leaves their paths where they are the same here', () => {
    const { facts, retired } = draftOfRecord(anAdvisoryRecord({ references: [] }));
    expect(facts.references?.map(({ url }) => url)).toEqual([
      'https://site.example/test/TEST00000001/',
      'https://site.example/en/test/TEST00000001/',
    ]);
    expect(retired).toBeUndefined();
    const moved = draftOfRecord(anAdvisoryRecord({ urls: { ja: 'https://site.example/vuls/id/1' } }));
    expect(moved.retired).toEqual(['/vuls/id/1']);
  });

  it('keeps prose and translations, headings of one’s own included', () => {
    const { prose, translations, language } = draftOfRecord(anAdvisoryRecord());
    expect(language).toBe('ja');
    expect(prose.map(({ id, heading, markdown }) => [id ?? heading, markdown])).toEqual([
      ['overview', 'テスト製品には脆弱性があります。'],
      ['impact', '任意のコードを実行されます。'],
      ['solution', '更新してください。'],
      ['検証方法', '設定を確かめます。'],
    ]);
    expect(translations?.en?.prose.map(({ markdown }) => markdown)).toEqual([
      'Test Product is vulnerable.',
      'Update it.',
    ]);
  });

  it('puts words before the first heading into the overview, and takes text where there is no markup', () => {
    const sections: AdvisoryRecord['sections'] = {
      ja: [
        { id: null, heading: '', text: 'a *b*' },
        { id: 'overview', heading: '概要', text: 'c' },
        { id: 'impact', heading: '想定される影響', text: ' ' },
      ],
    };
    expect(draftOfRecord(anAdvisoryRecord({ sections })).prose).toEqual([
      { id: 'overview', markdown: 'a \\*b\\*\n\nc' },
    ]);
  });

  it('tells two vendors of one name apart', () => {
    const [vendor] = anAdvisoryRecord().vendors;
    if (vendor === undefined) throw new Error('The record for tests has no vendor.');
    const twins = [vendor, { ...vendor, slug: 'twin' }];
    const names = draftOfRecord(anAdvisoryRecord({ vendors: twins })).vendors?.map(({ name }) => name);
    expect(names).toEqual([vendor.slug, 'twin']);
  });

  it('loses no row, whatever the record holds, and its prose is accepted', () => {
    fc.assert(
      fc.property(arbitraryRecord, (record) => {
        const { facts, prose } = draftOfRecord(record);
        expect(facts.affected).toHaveLength(record.products.length);
        expect(facts.vendors).toHaveLength(record.vendors.filter(({ listed }) => listed).length);
        expect(facts.credits).toHaveLength(record.credits.length);
        expect(facts.revisions).toHaveLength(record.revisions.length);
        for (const { markdown } of prose) expect(isAccepted(markdown)).toBe(true);
      }),
      { numRuns: 50 },
    );
  });
});
