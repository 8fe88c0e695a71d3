import { describe, expect, it } from 'vitest';
import { advisorySchema, translationSchema } from './advisory.ts';

const FACTS = {
  id: 'XVN#10000001',
  title: '架空の脆弱性',
  publishedAt: '2026-02-03T12:00:00+09:00',
  vulnerabilities: [{ cve: 'CVE-1900-10001', cwe: ['CWE-79'] }],
  revisions: [{ at: '2026-02-03T12:00:00+09:00', summary: '公開' }],
};

function problems(change: Record<string, unknown>): string[] {
  const result = advisorySchema.safeParse({ ...FACTS, ...change });
  return result.success ? [] : result.error.issues.map(({ path }) => path.join('.'));
}

describe('the front matter of an advisory', () => {
  it('fills in what may be left out', () => {
    expect(advisorySchema.parse(FACTS)).toMatchObject({
      state: 'published',
      urgent: false,
      tlp: 'CLEAR',
      affected: [],
      vendors: [],
      references: [],
    });
  });

  it('reads every scalar as text and types it', () => {
    const { urgent } = advisorySchema.parse({ ...FACTS, urgent: 'false' });
    expect(urgent).toBe(false);
    expect(advisorySchema.parse({ ...FACTS, urgent: { reason: '攻撃' } }).urgent).toEqual({ reason: '攻撃' });
  });

  it.each([
    [{ publishedAt: '2026-02-03' }, 'publishedAt'],
    [{ publishedAt: '2026-02-03T12:00:00' }, 'publishedAt'],
    [{ publishedAt: '2026-02-30T12:00:00Z' }, 'publishedAt'],
    [{ state: 'draft' }, 'state'],
    [{ state: 'withdrawn' }, 'withdrawal'],
    [{ withdrawal: { at: '2026-02-04T00:00:00Z', reason: 'x' } }, 'withdrawal'],
    [{ vulnerabilities: [] }, 'vulnerabilities'],
    [{ vulnerabilities: [{ cve: 'CVE-26-1' }] }, 'vulnerabilities.0.cve'],
    [{ affected: [{ vendor: 'Bad Slug', product: 'x' }] }, 'affected.0.vendor'],
    [{ vendors: [{ vendor: 'x', status: 'vulnerable' }] }, 'vendors.0.status'],
    [{ references: [{ title: 'x', url: 'javascript:alert(1)' }] }, 'references.0.url'],
    [{ credits: [{}] }, 'credits.0'],
    [{ credits: [{ name: 'x', anonymous: 'true' }] }, 'credits.0'],
    [{ revisions: [] }, 'revisions'],
    [{ layout: '/etc/passwd' }, ''],
  ])('refuses %j', (change, place) => {
    expect(problems(change)).toEqual([place]);
  });
});

describe('the front matter of a translation', () => {
  it('holds language and no fact', () => {
    expect(translationSchema.parse({ title: 'A fictional vulnerability' })).toEqual({
      title: 'A fictional vulnerability',
      revision: 1,
      statements: {},
      addenda: {},
    });
    expect(translationSchema.safeParse({ title: 'x', publishedAt: FACTS.publishedAt }).success).toBe(false);
  });
});
