import { describe, expect, it } from 'vitest';
import { aCatalog, anAdvisory, inEnglish } from '../../../tests/builders/a-catalog.ts';
import { buildSiteIndex } from '../site-index.ts';
import { advisoryView } from './advisory-view.ts';

function pageOf(overrides: Record<string, unknown> = {}, language: 'ja' | 'en' = 'ja') {
  const index = buildSiteIndex(
    aCatalog({ advisories: [anAdvisory(overrides, { translations: inEnglish() })] }),
  );
  const [advisory] = index.catalog.advisories;
  if (advisory === undefined) throw new Error('The catalog is empty.');
  return advisoryView(index, language, advisory);
}

describe('the texts to copy', () => {
  it('are the number, the address, a link and a citation in the page’s language', () => {
    expect(pageOf({}, 'en').copies).toEqual([
      { kind: 'id', text: 'TEST#00000001' },
      { kind: 'address', text: 'https://site.example/en/test/TEST00000001/' },
      {
        kind: 'markdown',
        text: '[TEST#00000001: Fictional vulnerability in Test Product](https://site.example/en/test/TEST00000001/)',
      },
      {
        kind: 'citation',
        text: 'Fictional Coordinator, “Fictional vulnerability in Test Product”, TEST#00000001, revision 1, 2026-03-10, https://site.example/en/test/TEST00000001/',
      },
    ]);
  });

  it('let no title break out of the link', () => {
    const link = pageOf({ title: 'A](https://evil.example) <b> `x` *y*' }).copies[2]?.text;
    expect(link).toBe(
      String.raw`[TEST#00000001: A\](https://evil.example) \<b\> \`x\` \*y\*](https://site.example/test/TEST00000001/)`,
    );
  });
});

describe('the table to copy', () => {
  it('has the columns that hold something', () => {
    expect(pageOf({}, 'en').productsTsv).toBe(
      'Vendor\tProduct\tAffected versions\tFixed in\tCVE\nAlpha Inc.\tテスト製品\tprior to 2.0\t2.0\tCVE-1900-0001',
    );
  });

  it('is absent where there are no products', () => {
    expect(pageOf({ affected: [] }).productsTsv).toBeUndefined();
  });
});

describe('products', () => {
  it('of one vendor stand together, and keep the anchors that they have had', () => {
    const affected = [
      { vendor: 'alpha', product: '製品', ranges: ['*'] },
      { vendor: 'beta', product: '製品', ranges: ['*'] },
      { vendor: 'alpha', product: '別の製品', ranges: ['*'], fixed: ['2'] },
    ];
    const view = pageOf({ affected });
    expect(view.products.map(({ anchor }) => anchor)).toEqual([
      'product-製品',
      'product-別の製品',
      'product-製品-2',
    ]);
    expect(view.vendors[0]?.products).toEqual({ count: 2, fixed: 1, anchor: 'products-alpha' });
  });
});
