import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../../tests/builders/a-catalog.ts';
import { advisoryRecordSchema } from '#formats/record/advisory-record.ts';
import { buildSiteIndex } from '../site-index.ts';
import { buildExports } from './exports.ts';

function recordsOf(...advisories: Parameters<typeof anAdvisory>[]) {
  const catalog = aCatalog({ advisories: advisories.map((parts) => anAdvisory(...parts)) });
  return buildExports(buildSiteIndex(catalog)).entries.map(({ record }) => record());
}

describe('the record of an advisory', () => {
  it('fits its own schema and holds each language', () => {
    const [record] = recordsOf([{}, { translations: inEnglish() }]);
    expect(advisoryRecordSchema.parse(record)).toEqual(record);
    expect(record?.languages).toEqual(['ja', 'en']);
    expect(record?.title.en).toBe('Fictional vulnerability in Test Product');
    expect(record?.sections.en?.map(({ id }) => id)).toEqual(['overview', 'solution']);
  });

  it('names no advisory under embargo and no revision of the future', () => {
    const records = recordsOf(
      [{ related: ['TEST#99999999', 'OTHER-1'], revisions: revisionsUntil('2999-01-01T00:00:00Z') }],
      [{ id: 'TEST#99999999', publishedAt: '2999-01-01T00:00:00Z' }],
    );
    expect(records.map(({ id }) => id)).toEqual(['TEST#00000001']);
    expect(records[0]?.related).toEqual([{ id: 'OTHER-1' }]);
    expect(records[0]?.revisions.map(({ number }) => number)).toEqual([1]);
  });
});

function revisionsUntil(at: string) {
  return ['2026-03-10T12:00:00+09:00', at].map((each) => ({ at: each, summary: 'テスト' }));
}
