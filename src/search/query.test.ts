import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { foldText } from './normalize.ts';
import { isTooShort, parseQuery } from './query.ts';
import { toIdentifierKey } from './query-identifiers.ts';

function phrasesOf(typed: string): string[] {
  return parseQuery(typed).terms.map(({ alternatives }) => alternatives[0] ?? '');
}

describe('identifiers of a query', () => {
  it.each([
    ['cve 2018 16203', 'CVE-2018-16203'],
    ['ＣＶＥ－２０１８－１６２０３', 'CVE-2018-16203'],
    ['CVEー2018ー16203', 'CVE-2018-16203'],
    ['CVE‑2018–16203', 'CVE-2018-16203'],
    ['cve_2018_16203', 'CVE-2018-16203'],
    ['JVN#13199224', 'JVN13199224'],
    ['JVN＃13199224', 'JVN13199224'],
    ['jvn # 13199224', 'JVN13199224'],
    ['jvn 13199224', 'JVN13199224'],
    ['jvn13199224', 'JVN13199224'],
    ['JVNVU#90000001', 'JVNVU90000001'],
    ['jvnvu 90000001', 'JVNVU90000001'],
    ['13199224', '13199224'],
    ['１３１９９２２４', '13199224'],
    ['VU#257161', 'VU257161'],
    ['vu 257161', 'VU257161'],
    ['icsa 19 274 01', 'ICSA-19-274-01'],
    ['ICSA-19-274-01', 'ICSA-19-274-01'],
    ['JVNDB-2019-000123', 'JVNDB-2019-000123'],
    ['CWE-79', 'CWE-79'],
    ['cwe79', 'CWE-79'],
    ['Note#3', 'NOTE3'],
  ])('recognises %s', (typed, identifier) => {
    const { identifiers, terms } = parseQuery(typed);
    expect(identifiers).toEqual([identifier]);
    expect(terms).toHaveLength(1);
  });

  it.each([
    'cve',
    'CVE-2018',
    'CVE-2018-1',
    'jvn',
    'jvn 131',
    'icsa 19',
    'Windows 7',
    '4.0',
    'RFC 1234',
    'V5.0.10',
  ])('takes %j for words that are still being typed, or mean something else', (typed) => {
    expect(parseQuery(typed).identifiers).toEqual([]);
  });

  it('stand between other words', () => {
    const { identifiers, terms } = parseQuery('Apache  CVE-2021-44228 対策 jvn 13199224');
    expect(identifiers).toEqual(['CVE-2021-44228', 'JVN13199224']);
    expect(terms.map(({ typed }) => typed)).toEqual(['Apache', 'CVE-2021-44228', '対策', 'jvn 13199224']);
  });

  it('do not take words before or after them', () => {
    expect(parseQuery('cve 2018 patch 13199224').identifiers).toEqual(['13199224']);
    expect(parseQuery('CVE-2018-16203 2019').terms.map(({ typed }) => typed)).toEqual([
      'CVE-2018-16203',
      '2019',
    ]);
  });

  it('have one key however they are written', () => {
    expect(toIdentifierKey('JVN#13199224')).toBe(toIdentifierKey('JVN13199224'));
    expect(toIdentifierKey('cve-2018-16203')).toBe(toIdentifierKey('CVE-2018-16203'));
  });
});

describe('terms of a query', () => {
  it.each([
    ['Cybozu Garoon', ['cybozu', 'garoon']],
    ['"Cybozu Garoon"', ['cybozu garoon']],
    ['“Cybozu Garoon”', ['cybozu garoon']],
    ['「Cybozu Garoon」', ['cybozu garoon']],
    ['無線LANルータ', ['無線lanルータ']],
    ['OS コマンド', ['os', 'コマンド']],
    ['OSコマンド', ['osコマンド']],
    ['FileZen の脆弱性', ['filezen', '脆弱性']],
    ['サイボウズ における 脆弱性', ['サイボウズ', '脆弱性']],
    ['はてな', ['はてな']],
    ['サーバー', ['サーバ']],
    ['メーカー', ['メーカ']],
    ['フロー', ['フロー']],
    ['buffer overflow', ['buffer overflow']],
    ['stack buffer overflow', ['stack buffer overflow']],
    ['overflow buffer', ['overflow', 'buffer']],
    ['"unclosed', ['unclosed']],
    ['同じ 同じ', ['同じ']],
    ['の', ['の']],
    ['の 脆弱', ['脆弱']],
    ['.*', []],
    ['   ', []],
    ['(a|b)+$', ['a b']],
    ['<img src=x onerror=alert(1)>', ['img', 'src x', 'onerror alert 1']],
    ['〓', ['〓']],
    ['C++', ['cplusplus']],
  ])('%j', (typed, phrases) => {
    expect(phrasesOf(typed)).toEqual(phrases);
  });

  it('has eight of many words', () => {
    expect(parseQuery('ab cd ef gh ij kl mn op qr st').terms).toHaveLength(8);
  });

  it.each([
    ['さいぼうず', 'サイボウズ'],
    ['サイボウズ', 'さいぼうず'],
    ['でる', 'デル'],
    ['えれこむ', 'エレコム'],
  ])('looks for %s as %s too', (typed, other) => {
    expect(parseQuery(typed).terms[0]?.alternatives).toContain(foldText(other));
  });

  it.each([['デル'], ['漏えい'], ['さくらインターネット']])('does not write %s in other kana', (typed) => {
    expect(parseQuery(typed).terms[0]?.alternatives).toHaveLength(1);
  });
});

describe('synonyms of a query', () => {
  it.each([
    ['XSS', 'クロスサイトスクリプティング'],
    ['クロスサイト・スクリプティング', 'XSS'],
    ['cross site scripting', 'クロスサイトスクリプティング'],
    ['denial of service', 'サービス運用妨害'],
    ['ＤｏＳ', 'サービス拒否'],
    ['"SQL injection"', 'SQLインジェクション'],
    ['SQL インジェクション', 'SQL injection'],
    ['ディレクトリ・トラバーサル', 'path traversal'],
    ['情報漏洩', 'information disclosure'],
    ['バッファーオーバーフロー', 'buffer overflow'],
  ])('%s means %s', (typed, synonym) => {
    const [term, ...others] = parseQuery(typed).terms;
    expect(others).toEqual([]);
    expect(term?.synonyms).toContain(synonym);
    expect(term?.alternatives).toContain(foldText(synonym));
  });

  it.each(['XSSer', 'xs', 'MS-DOS', 'クロスサイト', 'buffer', 'DoSarrest', 'ACEサーバ'])(
    '%s is no such term',
    (typed) => {
      expect(parseQuery(typed).terms.flatMap(({ synonyms }) => synonyms)).toEqual([]);
    },
  );

  it('never name the typed term itself', () => {
    expect(parseQuery('XSS').terms[0]?.synonyms).not.toContain('XSS');
  });
});

describe('a query too short to search', () => {
  it.each(['', ' ', 'a', 'Z', '7', 'ア', 'あ', 'ー', '-', '"', 'a b', '.*'])('%j', (typed) => {
    expect(isTooShort(parseQuery(typed))).toBe(true);
  });

  it.each(['ab', '漏', '〓', 'キー', 'F5', '5G', 'a 漏', 'Windows 7'])('is not %j', (typed) => {
    expect(isTooShort(parseQuery(typed))).toBe(false);
  });
});

describe('any query', () => {
  const queries = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.string({ unit: 'grapheme' }),
    fc.string({
      unit: fc.constantFrom(...Array.from('cve jvn#-0123456789 "「」サーバの脆弱性 ab cwe icsa')),
      maxLength: 60,
    }),
  );

  it('is understood without an error, within its limits', () => {
    fc.assert(
      fc.property(queries, (typed) => {
        const { text, terms, identifiers } = parseQuery(typed);
        expect(text.length).toBeLessThanOrEqual(200);
        expect(terms.length).toBeLessThanOrEqual(8);
        expect(identifiers.every((it) => /^[A-Z0-9-]+$/.test(it))).toBe(true);
        for (const { alternatives } of terms) {
          expect(alternatives.length).toBeGreaterThan(0);
          for (const phrase of alternatives) expect([phrase, foldText(phrase)]).toEqual([phrase, phrase]);
        }
      }),
      { numRuns: 1000 },
    );
  });

  it('means the same when its tidy text is typed', () => {
    fc.assert(
      fc.property(queries, (typed) => {
        const { text, terms } = parseQuery(typed);
        expect(parseQuery(text).terms).toEqual(terms);
      }),
    );
  });

  it('takes no longer the longer it is', () => {
    const hostile = [
      'a',
      ' ',
      '"',
      '1 ',
      'cve-2018-',
      '(a+)+',
      'ー',
      '漏え',
      'cve 1 ',
      'jvn # ',
      '\uD800',
      '﷽',
      '-1',
    ];
    const start = performance.now();
    for (const piece of hostile) parseQuery(piece.repeat(10_000));
    expect(performance.now() - start).toBeLessThan(3000);
  });
});
