import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { anIndex, aRecord, ask, engineOver, type IndexFiles } from '../../tests/builders/a-search-index.ts';
import { foldText } from './normalize.ts';
import { findPhrase } from './phrase.ts';
import { parseQuery } from './query.ts';
import type { SearchRecord } from './records.ts';
import { type Choices, FACETS } from './search-engine.ts';

/** Few characters, so that chance makes words of them again and again. */
const text = fc
  .array(
    fc.constantFrom(
      '認',
      '証',
      '認証',
      'サ',
      'ーバ',
      'の',
      '。',
      ' ',
      '\n',
      'os',
      'web',
      'script',
      '4.0',
      '〓',
      '・',
      '𠮷',
    ),
    {
      maxLength: 12,
    },
  )
  .map((parts) => parts.join(''));
const facetValues = fc.record({
  ...{ family: fc.constantFrom(['jp'], ['vu']), severity: fc.constantFrom([], ['high'], ['low']) },
  ...{
    vendor: fc.subarray(['v', 'w', 'x']),
    status: fc.subarray(['fixed', 'unknown']),
    fix: fc.constant(['none']),
  },
});
const corpus = fc
  .array(
    fc.record({
      ...{ title: text, names: fc.array(text, { maxLength: 2 }), body: text },
      ...{
        date: fc.constantFrom('2001-05-06', '2019-01-31', '2024-12-31', '2025-01-01', '2025-07-01'),
        facets: facetValues,
      },
    }),
    { minLength: 1, maxLength: 14 },
  )
  .map((all) =>
    all.map(({ body, facets, ...rest }, i) =>
      aRecord(`S${i}`, { ...rest, text: body, facets: { ...facets, year: [rest.date.slice(0, 4)] } }),
    ),
  );

/** The records that hold every term, found by reading all of them. */
function readAll(records: readonly SearchRecord[], typed: string, choices: Choices = {}): string[] {
  const { terms } = parseQuery(typed);
  const said = terms.filter(
    ({ alternatives }) =>
      !alternatives.every((it) => /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u.test(it)),
  );
  if (said.length === 0) return [];
  return records
    .filter(({ title, names, sections, facets }) => {
      const texts = [title, ...names, ...sections.map((section) => section.text)].map(foldText);
      const holds = said.every(({ alternatives }) =>
        alternatives.some((phrase) => texts.some((it) => findPhrase(it, phrase) !== -1)),
      );
      return (
        holds &&
        FACETS.every(
          (facet) =>
            (choices[facet] ?? facets[facet]).some((it) => facets[facet].includes(it)) ||
            choices[facet] === undefined,
        )
      );
    })
    .map(({ slug }) => slug)
    .sort();
}

describe('a search', () => {
  it('tells as uncertain what may hold the words of a phrase apart, until it is shown', async () => {
    const together = [1, 2, 3].map((n) => aRecord(`T${n}`, { text: 'hard coded keys of the device' }));
    const apart = [4, 5, 6].map((n) => aRecord(`T${n}`, { text: 'coded keys of a device that is hard' }));
    const files = anIndex([...apart, ...together], { segment: 100, batch: 50 });
    const first = await ask(files, '"hard coded"', { limit: 1 });
    expect(first.hits).toHaveLength(1);
    expect(first.total - (first.uncertain ?? 0)).toBeLessThanOrEqual(3);
    expect(first.uncertain).toBeGreaterThan(0);
    const all = await ask(files, '"hard coded"');
    expect(all.hits.map(({ id }) => id).sort()).toEqual(['T1', 'T2', 'T3']);
    expect([all.total, all.uncertain]).toEqual([3, undefined]);
  });

  it('finds what reading every record finds, counts it, and marks where it stands', async () => {
    await fc.assert(
      fc.asyncProperty(corpus, text, async (records, typed) => {
        const { hits, total, facets } = await ask(anIndex(records), typed);
        const truth = readAll(records, typed);
        expect(hits.map(({ id }) => id).sort()).toEqual(truth);
        expect(total).toBe(truth.length);
        const found = records.filter(({ slug }) => truth.includes(slug));
        for (const facet of FACETS) {
          const counts = Map.groupBy(
            found.flatMap((record) => record.facets[facet]),
            (value) => value,
          );
          expect(new Map(facets[facet].map(({ value, count }) => [value, count]))).toEqual(
            new Map([...counts].map(([value, all]) => [value, all.length])),
          );
        }
        for (const { tier, excerpt } of hits)
          expect(excerpt?.parts.some((part) => part.found) ?? false).toBe(tier === 'text');
      }),
      { numRuns: 150 },
    );
  });

  it('shows the same hits in the same order, however many were wanted before', async () => {
    await fc.assert(
      fc.asyncProperty(
        corpus,
        text,
        fc.constantFrom('relevance', 'newest'),
        async (records, typed, order) => {
          const files = anIndex(records);
          const all = (await ask(files, typed, { order })).hits;
          const { engine } = engineOver(files);
          for (let limit = 1; limit <= all.length; limit += 2) {
            const { hits, total } = await engine.search({
              query: parseQuery(typed),
              choices: {},
              order,
              limit,
            });
            expect(hits).toEqual(all.slice(0, limit));
            expect(total).toBeGreaterThanOrEqual(hits.length);
          }
        },
      ),
      { numRuns: 60 },
    );
  });

  it('finds only what was chosen, also without any word', async () => {
    const choice = fc.record(
      { severity: fc.subarray(['high', 'low'], { minLength: 1 }), vendor: fc.constant(['w', 'x']) },
      { requiredKeys: [] },
    );
    await fc.assert(
      fc.asyncProperty(corpus, choice, text, async (records, choices, typed) => {
        const files = anIndex(records);
        const { hits } = await ask(files, typed, { choices });
        const asks = parseQuery(typed).text === '' && Object.keys(choices).length > 0;
        const truth = asks
          ? records
              .filter((it) => isChosen(it, choices))
              .map(({ slug }) => slug)
              .sort()
          : readAll(records, typed, choices);
        expect(hits.map(({ id }) => id).sort()).toEqual(truth);
      }),
      { numRuns: 80 },
    );
  });

  it('puts the named one first, then whole names, titles, other names and text', async () => {
    const files = anIndex([
      aRecord('T1', { text: 'デルの製品とA1について' }),
      aRecord('N1', { names: ['デルタ'] }),
      aRecord('H1', { title: 'デルタの脆弱性' }),
      aRecord('W1', { names: ['デル'], date: '2001-01-01' }),
      aRecord('AB12345', { title: '無関係' }),
    ]);
    expect((await ask(files, 'デル')).hits.map(({ id, tier }) => [id, tier])).toEqual([
      ['W1', 'name'],
      ['H1', 'name'],
      ['N1', 'name'],
      ['T1', 'text'],
    ]);
    expect((await ask(files, 'ab#12345')).hits[0]).toMatchObject({ id: 'AB12345', tier: 'id' });
  });

  it('says where it stopped, and newer hits than that were all looked at', async () => {
    const years = Array.from({ length: 30 }, (_, i) => 1990 + i);
    const files = anIndex(
      years.map((year) => aRecord(`Y${year}`, { text: '共通の語', date: `${year}-02-03` })),
    );
    const { engine, read } = engineOver(files);
    const few = await engine.search({ query: parseQuery('共通'), choices: {}, order: 'newest', limit: 3 });
    expect(few.hits.map(({ date }) => date.slice(0, 4))).toEqual(['2019', '2018', '2017']);
    expect(few.searchedBackTo).toBeLessThanOrEqual(2017);
    const before = read.length;
    const all = await engine.search({ query: parseQuery('共通'), choices: {}, order: 'newest', limit: 100 });
    expect([all.total, all.searchedBackTo]).toEqual([30, undefined]);
    expect(new Set(read).size).toBe(read.length);
    expect(read.length).toBeGreaterThan(before);
  });

  it('answers nothing to what says nothing, and comes to an end with anything', async () => {
    const files = anIndex([aRecord('A1', { text: 'a <b> ( [ \\ 認証' })]);
    for (const typed of ['', ' ', '!!!', 'の', '((((', '<script>'])
      expect((await ask(files, typed)).total).toBe(0);
    await fc.assert(
      fc.asyncProperty(fc.string({ unit: 'binary', maxLength: 300 }), async (typed) => {
        expect((await ask(files, typed)).total).toBeLessThanOrEqual(1);
      }),
    );
    expect((await ask(files, '認証 '.repeat(5000))).total).toBe(1);
  });

  it('cuts an excerpt at sentences and names its section', async () => {
    const before = 'これは前の文です。'.repeat(20);
    const files = anIndex([aRecord('A1', { text: `${before}細工したｻｰﾊﾞｰに接続すると危険です。${before}` })]);
    const [hit] = (await ask(files, 'サーバー 危険')).hits;
    expect(hit?.excerpt?.section).toEqual({ id: 'overview', heading: '概要' });
    const parts = hit?.excerpt?.parts ?? [];
    expect(parts.filter(({ found }) => found).map((part) => part.text)).toEqual(['ｻｰﾊﾞｰ', '危険']);
    expect(parts[0]?.text).toBe('細工した');
    expect(parts.map((part) => part.text).join('').length).toBeLessThan(140);
  });
});

describe('an index', () => {
  const dated = (slug: string, date: string): SearchRecord => aRecord(slug, { date, text: `本文 ${slug}` });
  const records = Array.from({ length: 40 }, (_, i) =>
    dated(`R${100 + i}`, `${2000 + Math.floor(i / 4)}-0${1 + (i % 4)}-11`),
  );

  it('keeps its other segments when an old record comes, changes or goes', () => {
    const before = anIndex(records);
    const inserted = anIndex([...records, dated('R999', '2003-02-12')]);
    const folders = (files: IndexFiles): Set<string> =>
      new Set([...files.keys()].filter((path) => path.endsWith('facets-0.bin')));
    const lost = [...folders(before)].filter((path) => !folders(inserted).has(path));
    const added = [...folders(inserted)].filter((path) => !folders(before).has(path));
    expect(lost).toHaveLength(1);
    // The new one may be too much for its period, which then is divided.
    expect(added.length).toBeLessThanOrEqual(2);
    for (const [path, bytes] of before) {
      if (inserted.has(path) && !path.endsWith('index.json')) expect(inserted.get(path)).toEqual(bytes);
    }
  });

  it('is the same whatever the order of the records and the size of batches', () => {
    expect(anIndex(records.toReversed())).toEqual(anIndex(records));
    expect(anIndex(records, { segment: 5, batch: 3 })).toEqual(anIndex(records));
  });

  it('that misses any file which a search asks for is an error, and is asked again', async () => {
    const files = anIndex(records);
    const { engine, read } = engineOver(files);
    const request = { query: parseQuery('本文 R105'), choices: {}, order: 'relevance', limit: 5 } as const;
    expect((await engine.search(request)).hits).toHaveLength(1);
    for (const path of new Set(read)) {
      const broken = new Map(files);
      broken.delete(path);
      const { engine: without } = engineOver(broken);
      await expect(without.search(request)).rejects.toThrow();
      broken.set(path, files.get(path) ?? new Uint8Array());
      expect((await without.search(request)).hits).toHaveLength(1);
    }
  });

  it('in which any file is another one is an error', async () => {
    const files = anIndex(records);
    const { engine, read } = engineOver(files);
    const request = { query: parseQuery('本文 R105'), choices: {}, order: 'relevance', limit: 5 } as const;
    await engine.search(request);
    for (const path of new Set(read)) {
      for (const bytes of [
        new TextEncoder().encode('<!doctype html>'),
        (files.get(path) ?? new Uint8Array()).slice(0, -3),
      ]) {
        await expect(engineOver(new Map(files).set(path, bytes)).engine.search(request)).rejects.toThrow();
      }
    }
  });
});

function isChosen({ facets }: SearchRecord, choices: Choices): boolean {
  return FACETS.every(
    (facet) => choices[facet] === undefined || choices[facet].some((it) => facets[facet].includes(it)),
  );
}
