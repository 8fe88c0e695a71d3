import { describe, expect, it } from 'vitest';
import { findDuplicates } from './duplicates.ts';

const others = [
  { name: 'aaaaaa', title: 'Widget Pro におけるアクセス制限不備の脆弱性', product: 'Widget Pro' },
  { name: 'bbbbbb', title: 'SQL injection in Gadget', product: 'Gadget', text: 'see CVE-2026-12345' },
  { name: 'cccccc', title: 'Something else entirely', product: 'Widget Pro' },
];
const names = (title: string, product?: string, text?: string) =>
  findDuplicates({ name: 'new', title, ...(product && { product }), ...(text && { text }) }, others);

describe('hints at duplicates', () => {
  it('name a case with the same CVE first, however it is written', () => {
    expect(names('Widget Pro のアクセス制限不備', 'Widget Pro', 'cve-2026-12345')).toEqual([
      { name: 'bbbbbb', because: 'cve' },
      { name: 'aaaaaa', because: 'product-and-title' },
    ]);
  });

  it('name the same product only where the title is alike', () => {
    expect(names('アクセス制限不備', 'ｗｉｄｇｅｔ　pro').map(({ name }) => name)).toEqual(['aaaaaa']);
  });

  it('name a title that is nearly the same without a product', () => {
    expect(names('SQL Injection in gadget')).toEqual([{ name: 'bbbbbb', because: 'title' }]);
  });

  it('are silent about what is different', () => {
    expect(names('Buffer overflow in a router', 'Router')).toEqual([]);
  });
});
