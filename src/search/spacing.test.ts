import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { joinCharacters, spaceCharacters, toSearches } from './spacing.ts';

describe('Japanese text for a search engine', () => {
  it('has every character as a word of its own', () => {
    expect(spaceCharacters('OSコマンド・サーバー CWE-78')).toBe('OS コ マ ン ド ・ サ ー バ ー CWE-78');
    expect(spaceCharacters('plain English words')).toBe('plain English words');
  });

  it('is put together again in an excerpt, with one mark around neighbours', () => {
    const marked = spaceCharacters('製品の脆弱性').replace(
      '脆 弱 性',
      '<mark>脆 </mark><mark>弱 </mark><mark>性</mark>',
    );
    expect(joinCharacters(marked)).toBe('製品の<mark>脆弱性</mark>');
    expect(joinCharacters('<mark>OS</mark> <mark>コ</mark> <mark>マ</mark> ン')).toBe(
      '<mark>OS</mark> <mark>コマ</mark>ン',
    );
  });

  it('loses nothing on the way there and back', () => {
    const japanese = fc.string({ unit: fc.constantFrom('脆', '弱', 'サ', 'ー', 'の', '々') });
    fc.assert(fc.property(japanese, (text) => joinCharacters(spaceCharacters(text)) === text));
  });
});

describe('the searches of a query', () => {
  it.each([
    ['認証回避', ['"認 証 回 避"']],
    ['OSコマンド', ['"OS コ マ ン ド"']],
    ['buffer overflow', ['buffer overflow']],
    ['Cybozu Garoon の脆弱性', ['"の 脆 弱 性"', 'Cybozu Garoon']],
    ['"quoted" 引用', ['"引 用"', 'quoted']],
    ['  ', []],
  ])('%j', (query, searches) => {
    expect(toSearches(query)).toEqual(searches);
  });
});
