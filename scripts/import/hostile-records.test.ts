import { describe, expect, it } from 'vitest';
import { anImport, errorsOf, NOTES, outcomes } from '../../tests/builders/an-import.ts';

function recordsOf(...ids: readonly string[]): Record<string, unknown> {
  return Object.fromEntries(ids.map((id, index) => [`${index}.json`, { id, title: 'Title' }]));
}

describe('identifiers of strangers', () => {
  it.each([
    ['nul'],
    [`A-${'1'.repeat(300)}`],
    [`${'a'.repeat(300)}-1`],
    ['A-日本'],
    ['A-1\u202e'],
    ['A-1\n2'],
  ])('are refused when no family can have them: %j', async (id) => {
    const world = anImport(recordsOf(id, 'VU#100'));
    const { records } = await world.run();
    expect(records.map(({ outcome, refusal }) => [outcome, refusal?.why])).toEqual([
      ['refused', 'unreadable'],
      ['created', undefined],
    ]);
    expect(world.read('site.yaml').match(/prefix:/g)).toHaveLength(1);
  });

  it.each([
    [
      ['ABC-1', 'ABC#2', 'abc-3', 'Abc4'],
      ['abc', 'abc-records', 'abc-2', 'abc-3'],
    ],
    [
      ['api-1', 'API-2'],
      ['api-records', 'api-2'],
    ],
    [
      ['VU#1x', 'vu-2'],
      ['vu', 'vu-records'],
    ],
  ])('get families whose paths differ: %j', async (ids, paths) => {
    const world = anImport(recordsOf(...ids));
    await world.run();
    expect(errorsOf(world.out)).toEqual([]);
    const written = [...world.read('site.yaml').matchAll(/path: (.*)/g)].map(([, path]) => path);
    expect(written.toSorted()).toEqual(paths.toSorted());
  });

  it('get lines for site.yaml whose paths are free there', async () => {
    const world = anImport(recordsOf('ABC-1'));
    await world.run();
    world.put(recordsOf('abc-2'));
    expect((await world.run()).missingFamilies).toContain('path: abc-records');
  });
});

describe('a vendor’s name with characters that nobody may publish', () => {
  it('does not spoil the file of the vendor for all other records', async () => {
    const world = anImport({
      ...NOTES,
      'x.json': { id: 'VU#300', title: 'Odd', vendors: [{ name: 'Example\u202e Ltd' }] },
    });
    expect(outcomes(await world.run())).toEqual(['VU#100 created', 'VU#200 created', 'VU#300 created']);
    expect(errorsOf(world.out)).toEqual([]);
  });
});

describe('many files that are no advisories', () => {
  it('do not decide which languages a new site speaks', async () => {
    const files = Object.fromEntries(Array.from({ length: 210 }, (_, index) => [`a${index}.txt`, 'x']));
    const world = anImport({ ...files, ...NOTES });
    const japanese = { ...NOTES['one.json'], language: 'ja' };
    world.put({ 'one.json': japanese, 'two.json': { ...japanese, id: 'VU#200' } });
    await world.run();
    expect(world.read('site.yaml')).toContain('languages:\n  - ja\n');
  });
});
