import { describe, expect, it } from 'vitest';
import { formatFilterFields } from './list-filter-address.ts';
import { type FilterFields, foldRowText, toRowTest } from './list-filter-match.ts';

const wants = (fields: FilterFields, text: string, values: Record<string, string> = {}) =>
  toRowTest(fields)({ text: foldRowText(text), values });

describe('a row of a filtered list', () => {
  it.each([
    ['サーバ', 'メールサーバーの脆弱性'],
    ['ｻｰﾊﾞｰ', 'メールサーバの脆弱性'],
    ['ばっふぁろー', '株式会社バッファロー'],
    ['jvn12345678', 'JVN#12345678'],
    ['ＪＶＮ＃１２３', 'JVN#12345678'],
    ['cve-2026-1', 'CVE‐2026‐12345'],
    ['schrader', 'Schräder GmbH'],
    ['〓', '〓'],
    ['認証　ルータ', 'ルータにおける認証回避'],
  ])('is found by “%s” in “%s”', (typed, text) => {
    expect(wants([['q', typed]], text)).toBe(true);
  });

  it.each([
    ['ハード', 'バード社'],
    ['ルータ XSS', 'ルータにおける認証回避'],
    ['.*', 'ルータ'],
  ])('is not found by “%s” in “%s”', (typed, text) => {
    expect(wants([['q', typed]], text)).toBe(false);
  });

  it('needs one of the values wished under a name, and every name', () => {
    const severe: FilterFields = [
      ['severity', 'high'],
      ['severity', 'critical'],
      ['fix', 'yes'],
    ];
    expect(wants(severe, '', { severity: 'critical', fix: 'yes' })).toBe(true);
    expect(wants(severe, '', { severity: 'critical', fix: 'no' })).toBe(false);
    expect(wants(severe, '', { severity: 'low', fix: 'yes' })).toBe(false);
    expect(wants([['tags', 'b']], '', { tags: 'a b' })).toBe(true);
    expect(wants([['tags', 'a b']], '', { tags: 'a b' })).toBe(false);
  });
});

describe('the address of a filtered list', () => {
  it('replaces the fields of its own list and keeps all others', () => {
    const format = (query: string, fields: FilterFields) =>
      formatFilterFields(query, 'vendors-', ['q', 'status'], fields);
    expect(format('?q=x&vendors-q=old', [['status', 'affected']])).toBe('?q=x&vendors-status=affected');
    expect(format('?vendors-q=old', [])).toBe('');
  });
});
