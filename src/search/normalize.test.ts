import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText, foldWithOffsets, normalizeQuery } from './normalize.ts';
import { findPhrase } from './phrase.ts';

/** Texts in which the rules meet: kana of all sorts, marks, dashes, accents, Korean, symbols, lone surrogates. */
const UNITS = [
  ...Array.from(
    'サーバルタンブラウザヴァィゥェォャュョティメモリ・ー－-—〜さいぼうず漏えい洩改ざん竄脆弱ぜ髙濱ｻｰﾊﾞﾞﾟ゛゜',
  ),
  ...Array.from('aAzZ09ＡｚＣ#+.,_()（）。、「」"\' \t\n\0éÅßİΣςǅ①㈱™ﬁ가ㄱㅏ가〓★👩‍💻🇯🇵葛󠄀'),
  '\uD800',
  '\uDC00',
  '\u200B',
  '\u200F',
  '\u0301',
  '\u3099',
];
const texts = fc.oneof(
  fc.string({ unit: fc.constantFrom(...UNITS), maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
  fc.string({ unit: 'grapheme', maxLength: 40 }),
);

describe('foldText', () => {
  it.each([
    ['width', 'ｻｲﾎﾞｳｽﾞ ＰｇｐｏｏｌＡｄｍｉｎ', 'サイボウズPgpoolAdmin'],
    ['case', 'FileZen', 'FILEZEN'],
    ['accents', 'Citroën', 'CITROEN'],
    ['a long vowel at the end', 'サーバー', 'サーバ'],
    ['a long vowel at the end, within a compound', 'ユーザーインターフェイス', 'ユーザインタフェース'],
    ['half-width kana with their marks', 'ﾌﾞﾗｳｻﾞｰ', 'ブラウザ'],
    ['ヴ', 'ヴァージョン', 'バージョン'],
    ['small kana', 'ウィルス', 'ウイルス'],
    ['small kana of names', 'キヤノン', 'キャノン'],
    ['kanji outside the usual list: 漏洩', '情報漏洩', '情報漏えい'],
    ['kanji outside the usual list: 改竄', '改竄', '改ざん'],
    ['kanji outside the usual list: 脆弱', '脆弱性', 'ぜい弱性'],
    ['endings of verbs', '書き込み', '書込み'],
    ['kanji of names', '髙橋', '高橋'],
    ['middle dots', 'クロスサイト・スクリプティング', 'クロスサイトスクリプティング'],
    ['blanks between Japanese words', 'SQL インジェクション', 'SQLインジェクション'],
    ['line breaks in Japanese text', '任意の\nコード', '任意のコード'],
    ['dashes', 'CVE‑2018–16203', 'cve-2018-16203'],
    ['the long vowel as a dash', 'ＣＶＥー２０１８ー１６２０３', 'CVE-2018-16203'],
    ['a dash as the long vowel', 'ル－タ', 'ルータ'],
    ['marks between letters', 'TP-Link/TP_Link', 'tp link tp link'],
    ['parts of identifiers', 'JVN#13199224', 'jvn 13199224'],
    ['invisible marks', 'File\u200BZen\u202E', 'FileZen'],
    ['trade marks', 'Niagara™', 'Niagara'],
    ['C++', 'C++', 'ｃ＋＋'],
  ])('makes one of two spellings: %s', (_rule, one, other) => {
    expect(foldText(one)).toBe(foldText(other));
  });

  it.each([
    ['キー', 'キ'],
    ['フロー', 'フロ'],
    ['データ', 'デタ'],
    ['バッファロー', 'バッファ'],
    ['C++', 'C'],
    ['C#', 'C'],
    ['クロス。サイト', 'クロスサイト'],
    ['〓', ''],
    ['ハラ', 'バラ'],
  ])('keeps %s and %s apart', (one, other) => {
    expect(foldText(one)).not.toBe(foldText(other));
  });

  it('finds the second word of a compound as it stands alone', () => {
    for (const [compound, word] of [
      ['バッファーオーバーフロー', 'フロー'],
      ['メタデータ', 'データ'],
      ['セキュリティキー', 'キー'],
      ['クロスサイトスクリプティング', 'スクリプティング'],
      ['ファイルサーバー', 'サーバー'],
    ] as const) {
      expect(findPhrase(foldText(compound), foldText(word)), word).toBeGreaterThan(0);
    }
  });

  it('changes nothing when it is done twice', () => {
    fc.assert(
      fc.property(texts, (text) => foldText(foldText(text)) === foldText(text)),
      { numRuns: 1000 },
    );
  });

  it('writes letters and digits in lower case, with nothing but one space or 。 between them', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(foldText(text)).toMatch(/^(?:(?! |。)[\p{L}\p{N}\p{M}\p{So}ー]+(?: |。|$))*$/u);
      }),
    );
  });

  it('takes time in proportion to the text', () => {
    const long = ['ー', 'a', '・ ', '漏え', 'ヴー', '\u0301', 'ﾞ', '--', '改ざ', 'サーバー'].map((it) =>
      it.repeat(10_000),
    );
    const start = performance.now();
    for (const text of long) foldText(text);
    expect(performance.now() - start).toBeLessThan(3000);
  });
});

describe('foldWithOffsets', () => {
  it('folds as foldText does, and says where everything comes from', () => {
    fc.assert(
      fc.property(texts, (text) => {
        const { folded, starts, ends } = foldWithOffsets(text);
        expect(folded).toBe(foldText(text));
        expect([starts.length, ends.length]).toEqual([folded.length, folded.length]);
        expect(starts).toEqual([...starts].sort((a, b) => a - b));
        expect(ends).toEqual([...ends].sort((a, b) => a - b));
        for (const [i, start] of starts.entries()) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(ends[i]).toBeGreaterThan(start);
          expect(ends[i]).toBeLessThanOrEqual(text.length);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it.each([
    ['製品には SQL・インジェクション の脆弱性', 'SQLインジェクション', 'SQL・インジェクション'],
    ['この ｻｰﾊﾞｰ は', 'サーバー', 'ｻｰﾊﾞｰ'],
    ['情報漏えいが', '漏洩', '漏えい'],
    ['(Cross-Site  Scripting)', 'cross site scripting', 'Cross-Site  Scripting'],
    ['ヴァージョン 2', 'バージョン', 'ヴァージョン'],
  ])('marks in %j what %j finds', (text, typed, marked) => {
    const { folded, starts, ends } = foldWithOffsets(text);
    const phrase = foldText(typed);
    const at = findPhrase(folded, phrase);
    expect(text.slice(starts[at], ends[at + phrase.length - 1])).toBe(marked);
  });
});

describe('findPhrase', () => {
  it.each([
    ['buffer overflows', 'buffer overflow', true],
    ['a heapbuffer', 'buffer', false],
    ['it is necessary', 'NEC', false],
    ['NEC製品', 'NEC', true],
    ['macOS コマンド', 'OSコマンド', false],
    ['の OS コマンド', 'OSコマンド', true],
    ['version 4.05', '4.0', false],
    ['version 4.0.1', '4.0', true],
    ['モデル', 'デル', true],
    ['anything', '', false],
    ['株式会社〓', '〓', true],
    ['𠮷野家', '野家', true],
  ])('in %j %j: %s', (text, typed, found) => {
    expect(findPhrase(foldText(text), foldText(typed)) !== -1).toBe(found);
  });

  it('finds every Japanese part of a text', () => {
    const japanese = fc.string({
      unit: fc.constantFrom(...Array.from('脆弱性のサインテ漏洩任意')),
      minLength: 1,
      maxLength: 30,
    });
    fc.assert(
      fc.property(japanese, fc.nat(), fc.nat(), (text, from, length) => {
        const start = from % text.length;
        const part = text.slice(start, start + 1 + (length % 8));
        return findPhrase(foldText(text), foldText(part)) !== -1;
      }),
    );
  });
});

describe('normalizeQuery', () => {
  it('makes half-width kana and full-width letters equal to their usual forms', () => {
    expect(normalizeQuery('ｻｲﾎﾞｳｽﾞ ＰｇｐｏｏｌＡｄｍｉｎ　４．０')).toBe('サイボウズ PgpoolAdmin 4.0');
  });

  it('writes every hyphen as the plain one, so that pasted identifiers match', () => {
    expect(normalizeQuery('CVE‑2018–16203')).toBe('CVE-2018-16203');
  });

  it('looks at the beginning of an endless query only', () => {
    expect(normalizeQuery('a'.repeat(100_000))).toHaveLength(200);
    expect(normalizeQuery('㌖'.repeat(100_000)).length).toBeLessThanOrEqual(200);
  });

  it('leaves nothing that is invisible or turns the writing round', () => {
    expect(normalizeQuery('\u202Eabc\u200F\0d\uD800')).toBe('abc d');
  });
});
