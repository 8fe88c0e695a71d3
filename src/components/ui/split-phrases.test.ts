import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitPhrases } from './split-phrases.ts';

describe('phrases of a Japanese title', () => {
  it.each([
    [
      'PgpoolAdmin におけるアクセス制限不備の脆弱性',
      ['PgpoolAdmin に', 'おける', 'アクセス制限不備の', '脆弱性'],
    ],
    ['', []],
    ['〓', ['〓']],
  ])('“%s” breaks between words only', (title, phrases) => {
    expect(splitPhrases(title)).toEqual(phrases);
  });

  it('never cuts a product name or a number', () => {
    const phrases = splitPhrases('エレコム製 WRC-X3000GS2-B および LK100W Ver.1.2.3 における複数の脆弱性');
    expect(phrases.filter((phrase) => /^[!-~]/u.test(phrase))).toEqual([]);
    expect(phrases.join('|')).toContain('WRC-X3000GS2-B');
    expect(phrases.join('|')).toContain('Ver.1.2.3');
  });

  it('gives back the whole text, whatever it is, and the same phrases again', () => {
    const titles = fc.string({ unit: 'binary', maxLength: 300 });
    fc.assert(
      fc.property(titles, (title) => {
        const phrases = splitPhrases(title);
        expect(phrases.join('')).toBe(title);
        expect(splitPhrases(title)).toEqual(phrases);
      }),
    );
  });

  it('never cuts a surrogate pair', () => {
    const emoji = fc.stringMatching(/^[あ漢の😀𠮷]{1,40}$/u);
    fc.assert(fc.property(emoji, (title) => splitPhrases(title).every((phrase) => phrase.isWellFormed())));
  });
});
