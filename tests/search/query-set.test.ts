import { beforeAll, describe, expect, it } from 'vitest';
import type { Sizes } from '#search/index/build-records.ts';
import { isTooShort, parseQuery } from '#search/query.ts';
import type { SearchRecord } from '#search/records.ts';
import type { SearchAnswer, SearchEngine } from '#search/search-engine.ts';
import { CORPUS_QUERIES } from './corpus-queries.ts';
import { hasCorpora, loadJapaneseRecords, loadVulnerabilityNotes } from './corpus-records.ts';
import { createMemoryEngine } from './memory-engine.ts';
import { findTruth, type KnownRecord, toKnown } from './oracle.ts';
import type { QueryCase } from './query-case.ts';
import { SAMPLE_QUERIES } from './sample-queries.ts';
import { loadSampleRecords } from './sample-records.ts';

/** Everything that a corpus knows, however it is asked. */
interface Searched {
  records: readonly SearchRecord[];
  known: readonly KnownRecord[];
  slugOf: ReadonlyMap<string, string>;
  engine: SearchEngine;
}

/** Few records in a segment, so that an answer comes from many, as it does when there are very many records. */
const SMALL_SEGMENTS = { segment: 100, batch: 20 };

function searchIn(records: readonly SearchRecord[], sizes?: Sizes): Searched {
  return {
    records,
    known: toKnown(records),
    slugOf: new Map(records.map(({ card, slug }) => [card.url, slug])),
    engine: createMemoryEngine(records, sizes),
  };
}

function ask({ engine, records }: Searched, typed: string, limit = records.length): Promise<SearchAnswer> {
  return engine.search({ query: parseQuery(typed), choices: {}, order: 'relevance', limit });
}

function toSlugs({ slugOf }: Searched, urls: Iterable<string>): string[] {
  return [...urls].map((url) => slugOf.get(url) ?? url).toSorted();
}

/** What reading every record finds, by slug. */
function read(searched: Searched, typed: string): string[] {
  return toSlugs(searched, findTruth(searched.known, parseQuery(typed)));
}

/** Every case is asked in one test, and all that fail are told together: a test for each would cost more than asking. */
async function assertFound(searched: Searched, cases: readonly QueryCase[]): Promise<void> {
  const wrong: unknown[] = [];
  for (const { typed, first } of cases) {
    const answer = await ask(searched, typed);
    const found = toSlugs(
      searched,
      answer.hits.map(({ url }) => url),
    );
    const wanted = read(searched, typed);
    const firstSlug = searched.slugOf.get(answer.hits[0]?.url ?? '');
    const lost = wanted.filter((slug) => !found.includes(slug));
    const extra = found.filter((slug) => !wanted.includes(slug));
    const isFirst = first === undefined || first === firstSlug;
    if (
      lost.length + extra.length > 0 ||
      !isFirst ||
      answer.total !== found.length ||
      found.length !== wanted.length
    ) {
      wrong.push({
        typed: typed.slice(0, 80),
        lost,
        extra,
        first,
        firstSlug,
        total: answer.total,
        wanted: wanted.length,
      });
    }
  }
  expect(wrong).toEqual([]);
}

const TIERS = ['id', 'name', 'text'];

/** The first page of an answer, as readers see it: right, full and in order. */
async function assertFirstPage(
  searched: Searched,
  cases: readonly QueryCase[],
  limit: number,
): Promise<void> {
  for (const { typed, first } of cases) {
    const { hits } = await ask(searched, typed, limit);
    const wanted = read(searched, typed);
    const found = toSlugs(
      searched,
      hits.map(({ url }) => url),
    );
    const tiers = hits.map(({ tier }) => TIERS.indexOf(tier));
    expect([typed, found.filter((slug) => !wanted.includes(slug))]).toEqual([typed, []]);
    expect([typed, found.length]).toEqual([typed, Math.min(limit, wanted.length)]);
    expect([typed, tiers]).toEqual([typed, tiers.toSorted()]);
    if (first !== undefined && wanted.includes(first))
      expect(searched.slugOf.get(hits[0]?.url ?? '')).toBe(first);
  }
}

/** The total beside a first page holds the truth between its bounds, and is exact when the answer names no doubt. */
async function assertTotals(searched: Searched, cases: readonly QueryCase[], limit: number): Promise<void> {
  for (const { typed } of cases) {
    const { total, uncertain = 0, searchedBackTo } = await ask(searched, typed, limit);
    const wanted = read(searched, typed).length;
    expect([typed, total - uncertain <= wanted]).toEqual([typed, true]);
    if (searchedBackTo === undefined) expect([typed, total >= wanted]).toEqual([typed, true]);
  }
}

function assertExpected(searched: Searched, cases: readonly QueryCase[]): void {
  const wrong = cases.flatMap(({ typed, found }) => {
    if (found === 'by reading') return [];
    const truth = read(searched, typed);
    return truth.join(' ') === found.toSorted().join(' ')
      ? []
      : [{ typed: typed.slice(0, 80), truth, found }];
  });
  expect(wrong).toEqual([]);
}

describe('the query set', () => {
  const cases = [...SAMPLE_QUERIES, ...CORPUS_QUERIES];

  it('has at least 150 queries, of which 60 were answered by hand', () => {
    expect(cases.length).toBeGreaterThanOrEqual(150);
    expect(cases.filter(({ found }) => found !== 'by reading').length).toBeGreaterThanOrEqual(60);
  });

  it('asks nothing twice', () => {
    const asked = cases.map(({ corpus, typed }) => `${corpus} ${typed}`);
    expect(asked.filter((it, at) => asked.indexOf(it) !== at)).toEqual([]);
  });
});

describe.each(['ja', 'en'] as const)('the sample advisories, in the index of %s', (language) => {
  const cases = SAMPLE_QUERIES.filter(({ corpus }) => corpus === 'sample' || corpus === `sample-${language}`);
  let searched: Searched;
  beforeAll(() => {
    searched = searchIn(loadSampleRecords(language));
  });

  it('hold by reading what was expected by hand', () => {
    assertExpected(searched, cases);
  });

  it('are found exactly, and what is named stands first', async () => {
    await assertFound(searched, cases);
  });

  it('are all first when they are named by id, in any case, or by the bare number', async () => {
    for (const { slug, card } of searched.records) {
      for (const typed of [card.id, slug, card.id.toLowerCase(), ...(/\d{8}$/.exec(slug) ?? [])]) {
        const [best] = (await ask(searched, typed)).hits;
        expect([typed, best?.id, best?.tier]).toEqual([typed, card.id, 'id']);
      }
    }
  });

  it('are all among the named hits of their CVEs', async () => {
    for (const { identifiers, card } of searched.records) {
      for (const cve of identifiers.filter((it) => it.startsWith('CVE-'))) {
        const named = (await ask(searched, cve)).hits.filter(({ tier }) => tier === 'id');
        expect([cve, ...named.map(({ id }) => id)]).toContain(card.id);
      }
    }
  });

  it('are all among the hits of every name of their products and vendors', async () => {
    for (const { names, card } of searched.records) {
      for (const name of names) {
        const ids = (await ask(searched, `"${name.replaceAll(/["「」]/g, ' ')}"`)).hits.map(({ id }) => id);
        expect([name, ...ids]).toContain(card.id);
      }
    }
  });

  it('are not all found by anything that some do not hold', async () => {
    for (const { typed } of cases) {
      const { total } = await ask(searched, typed);
      if (read(searched, typed).length < searched.records.length)
        expect(total).toBeLessThan(searched.records.length);
    }
  });

  it('are never searched for a single letter or kana', () => {
    expect(['a', 'あ', '7', '', '.'].filter((typed) => !isTooShort(parseQuery(typed)))).toEqual([]);
  });
});

describe.skipIf(!hasCorpora).each([
  ['notes', loadVulnerabilityNotes, 2000],
  ['japanese', loadJapaneseRecords, 4000],
] as const)('records of other publishers: %s', (name, load, least) => {
  const cases = CORPUS_QUERIES.filter(({ corpus }) => corpus === name);
  let searched: Searched;
  beforeAll(() => {
    searched = searchIn(load());
  }, 120_000);

  it('are many', () => {
    expect(searched.records.length).toBeGreaterThan(least);
  });

  it('hold by reading what was expected by hand', () => {
    assertExpected(searched, cases);
  });

  it('are found exactly, and what is named stands first', async () => {
    await assertFound(searched, cases);
  }, 120_000);

  it('are found on the first page, from many small segments', async () => {
    const some = searched.records.filter((_record, at) => at % 4 === 0);
    await assertFirstPage(searchIn(some, SMALL_SEGMENTS), cases, 10);
  }, 120_000);

  it('are counted truthfully, in doubt as such', async () => {
    await assertTotals(searched, cases, 10);
  });

  it('stand first when they are named', async () => {
    const every = Math.ceil(searched.records.length / 100);
    for (const { slug, card } of searched.records.filter((_record, at) => at % every === 0)) {
      const typed =
        slug.startsWith('CVE') || slug.startsWith('VU')
          ? card.id.toLowerCase().replaceAll('-', ' ')
          : card.id;
      const { hits } = await ask(searched, typed);
      expect([typed, searched.slugOf.get(hits[0]?.url ?? '')]).toEqual([typed, slug]);
    }
  });
});
