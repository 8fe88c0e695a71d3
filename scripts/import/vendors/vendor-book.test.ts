import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { vendorSchema } from '#domain/vendor.ts';
import { openVendors } from './vendor-book.ts';

const NAMES = [
  ...[
    'Cisco Systems, Inc.',
    'Cisco',
    'CISCO',
    'Apple Computer, Inc.',
    'Apple Inc.',
    'Trend Micro',
    'Trendmicro',
  ],
  ...['日本電気株式会社', 'NEC Corporation', 'HP', 'Hewlett-Packard Company', 'Hewlett Packard Enterprise'],
];

const facts = (text: { name: unknown; aliases?: string[]; formerNames?: string[] }) =>
  vendorSchema.parse(text);

describe('the book of vendors', () => {
  it('joins spellings, renames and aliases, and no more', () => {
    const book = openVendors([]);
    expect(NAMES.map((name) => book.slugOf(name))).toEqual([
      ...['cisco', 'cisco', 'cisco', 'apple', 'apple', 'trend-micro', 'trend-micro'],
      ...['nec', 'nec', 'hp', 'hp', 'hewlett-packard-enterprise'],
    ]);
    const vendors = book.vendors();
    expect(vendors.get('apple')).toEqual({
      facts: { name: 'Apple', aliases: ['Apple Inc.'], formerNames: ['Apple Computer, Inc.'] },
      isNew: true,
      met: ['Apple Computer, Inc.', 'Apple Inc.'],
    });
    // A misspelling is joined and shown to nobody; case alone makes no other name.
    expect(vendors.get('trend-micro')?.facts).toEqual({ name: 'Trend Micro', aliases: [], formerNames: [] });
    expect(vendors.get('cisco')?.facts.aliases).toEqual(['Cisco Systems, Inc.']);
  });

  it('gives a name the same slug in any order', () => {
    const expected = new Map(NAMES.map((name) => [name, openVendors([]).slugOf(name)]));
    fc.assert(
      fc.property(fc.shuffledSubarray(NAMES), (names) => {
        const book = openVendors([]);
        for (const name of names) expect(book.slugOf(name)).toBe(expected.get(name));
      }),
    );
  });

  it('finds files that stand there by name, alias, former name and slug', () => {
    const book = openVendors([
      {
        slug: 'acme',
        facts: facts({ name: { ja: '株式会社アクメ', en: 'Acme Corp.' }, aliases: ['アクメ'] }),
      },
      { slug: 'new-name', facts: facts({ name: 'New Name', formerNames: ['Old Name'] }) },
      { slug: 'tool', facts: facts({ name: 'The Tool Development Group' }) },
    ]);
    const names = ['アクメ株式会社', 'ACME', 'Old Name, Inc.', 'Tool'];
    expect(names.map((name) => book.slugOf(name))).toEqual(['acme', 'acme', 'new-name', 'tool']);
    expect(book.vendors().get('acme')).toMatchObject({ isNew: false, facts: { aliases: ['アクメ'] } });
  });

  it('takes what the source tells: slugs, names in other languages, aliases, addresses', () => {
    const book = openVendors([]);
    const name = '株式会社イロハ';
    expect(
      book.slugOf(name, { name, names: { ja: name, en: 'Iroha Inc.' }, url: 'https://iroha.example/' }),
    ).toBe('iroha');
    expect(book.slugOf('B', { name: 'B', slug: 'b-project', aliases: ['Iroha', 'Bee'] })).toBe('b-project');
    expect(book.slugOf('Iroha')).toBe('iroha');
    expect(book.vendors().get('iroha')?.facts).toEqual({
      name: { ja: name, en: 'Iroha Inc.' },
      aliases: ['Iroha'],
      formerNames: [],
      url: 'https://iroha.example/',
    });
    // Two files with one name would be refused.
    expect(book.vendors().get('b-project')?.facts.aliases).toEqual(['Bee']);
  });

  it('gives a row that contradicts another a vendor of its own, the next time the same', () => {
    const rows = [
      { vendor: 'Mandriva, Inc.', status: 'affected' as const },
      { vendor: 'Mandriva, Inc.', status: 'not-affected' as const },
      { vendor: 'DameWare', status: 'affected' as const },
      { vendor: 'DameWare', status: 'not-affected' as const },
    ];
    const first = openVendors([]);
    const slugs = ['mandriva', 'mandriva-inc', 'dameware', 'dameware-2'];
    expect(first.rowsOf(rows).map(({ vendor }) => vendor)).toEqual(slugs);
    const files = [...first.vendors()].map(([slug, booked]) => ({ slug, facts: booked.facts }));
    expect(files.map(({ facts: { name } }) => name).toSorted()).toEqual([
      ...['DameWare', 'DameWare (2)', 'Mandriva', 'Mandriva, Inc. (2)'],
    ]);
    const second = openVendors(files);
    expect(second.slugOf('Mandriva, Inc.')).toBe('mandriva');
    expect(second.rowsOf(rows).map(({ vendor }) => vendor)).toEqual(slugs);
    expect([...second.vendors().values()].some(({ isNew }) => isNew)).toBe(false);
  });
});
