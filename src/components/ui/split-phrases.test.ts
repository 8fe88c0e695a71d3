import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isHeldTogether, splitPhrases } from './split-phrases.ts';

describe('phrases of a Japanese title', () => {
  it.each([
    [
      'PgpoolAdmin におけるアクセス制限不備の脆弱性',
      ['PgpoolAdmin における', 'アクセス制限不備の', '脆弱性'],
    ],
    [
      'jSerialComm における DLL 読み込みに関する脆弱性',
      ['jSerialComm における', ' DLL 読み込みに関する', '脆弱性'],
    ],
    ['認証処理の不備に起因する任意の', ['認証処理の', '不備に起因する', '任意の']],
    [
      'エレコム製無線LANルータにおける複数の脆弱性',
      ['エレコム製', '無線LANルータにおける', '複数の', '脆弱性'],
    ],
    ['Xiiaozet 製 LK100W における', ['Xiiaozet 製 LK100W における']],
    ['横河電機製品における', ['横河電機製品における']],
    ['Androidアプリ「ZOZOTOWN」における', ['Androidアプリ', '「ZOZOTOWN」における']],
    [
      '竹中エンジニアリング製デジタルビデオレコーダにおける',
      ['竹中エンジニアリング製', 'デジタルビデオレコーダに', 'おける'],
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

  it('holds a phrase with a space together where the narrowest line has room for it', () => {
    expect(isHeldTogether('SaAT Netizen における')).toBe(true);
    expect(isHeldTogether('Lanscope エンドポイントマネージャー オンプレミス版に')).toBe(false);
    expect(isHeldTogether('脆弱性')).toBe(false);
  });

  it('never cuts a surrogate pair', () => {
    const emoji = fc.stringMatching(/^[あ漢の😀𠮷]{1,40}$/u);
    fc.assert(fc.property(emoji, (title) => splitPhrases(title).every((phrase) => phrase.isWellFormed())));
  });
});
