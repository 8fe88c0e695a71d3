import { describe, expect, it } from 'vitest';
import type { Contact } from './hub-files.ts';
import { suggestVendors } from './suggest-vendors.ts';

const contact = (vendor: string, parts: Partial<Contact>): Contact => ({
  vendor,
  class: 'general',
  logins: [],
  emails: [],
  keywords: [],
  products: [],
  ...parts,
});
const contacts = [
  contact('acme', { products: ['Widget*Pro'] }),
  contact('initech', { keywords: ['OpenSSL', '認証'] }),
  contact('umbrella', { class: 'individual', keywords: ['OpenSSL'] }),
];
const vendors = (title: string, product?: string) =>
  suggestVendors({ title, ...(product && { product }) }, contacts, new Set()).map(({ vendor }) => vendor);

describe('whom to notify', () => {
  it('finds product names with anything in between, whatever their width', () => {
    expect(vendors('脆弱性', 'Ｗｉｄｇｅｔ 4 Pro')).toEqual(['acme']);
  });

  it('finds keywords as whole words, and Japanese ones anywhere', () => {
    expect(vendors('Overflow in OpenSSL 3')).toEqual(['initech']);
    expect(vendors('Overflow in OpenSSLike')).toEqual([]);
    expect(vendors('製品における認証回避の脆弱性')).toEqual(['initech']);
  });

  it('names products before keywords and leaves out who is told already', () => {
    const report = { title: 'OpenSSL in Widget Pro' };
    expect(suggestVendors(report, contacts, new Set()).map(({ because }) => because)).toEqual([
      'product',
      'keyword',
    ]);
    expect(suggestVendors(report, contacts, new Set(['acme', 'initech']))).toEqual([]);
  });
});
