import { describe, expect, it } from 'vitest';
import { parseQuery } from '#search/query.ts';
import type { SearchAnswer, SearchHit } from '#search/search-engine.ts';
import { findExactHit } from './exact-hit.ts';

const hit = (tier: SearchHit['tier'], url: string): SearchHit => ({
  url,
  id: 'X',
  title: 'X',
  language: 'ja',
  date: '2024-01-01',
  fix: false,
  urgent: false,
  tier,
});
const facets = { year: [], family: [], severity: [], vendor: [], status: [], fix: [] };
const engineWith = (...hits: SearchHit[]) => ({
  search: (): Promise<SearchAnswer> => Promise.resolve({ hits, total: hits.length, facets }),
});

describe('what Enter opens', () => {
  const engine = engineWith(hit('id', '/jp/JVN1/'), hit('text', '/jp/JVN2/'));

  it.each(['JVN#13199224', 'jvn 13199224', '13199224', 'cve 2018 16203', 'xvn 10000001', 'ICSA-19-274-01'])(
    'is the advisory that “%s” names',
    async (typed) => {
      expect((await findExactHit(engine, parseQuery(typed)))?.url).toBe('/jp/JVN1/');
    },
  );

  it.each(['認証', 'Apache CVE-2021-44228', 'CVE-2021-44228 CVE-2021-45046', '製品 13199224', ''])(
    'is nothing for “%s”',
    async (typed) => {
      expect(await findExactHit(engine, parseQuery(typed))).toBeUndefined();
    },
  );

  it('is nothing when several advisories have the identifier, or none has', async () => {
    const query = parseQuery('CVE-2021-44228');
    expect(await findExactHit(engineWith(hit('id', '/a/'), hit('id', '/b/')), query)).toBeUndefined();
    expect(await findExactHit(engineWith(hit('text', '/a/')), query)).toBeUndefined();
  });

  it.each(['javascript:alert(1)', '//evil.example/', '/\t/evil.example/'])(
    'is never an address of another site such as %j',
    async (url) => {
      expect(await findExactHit(engineWith(hit('id', url)), parseQuery('CVE-2021-44228'))).toBeUndefined();
    },
  );
});
