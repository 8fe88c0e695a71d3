import { describe, expect, it } from 'vitest';
import { normalizeQuery, normalizeText } from './normalize.ts';
import { parseQuery, splitExact } from './query.ts';

describe('normalizeText', () => {
  it('makes half-width kana and full-width letters equal to their usual forms', () => {
    expect(normalizeText('ｻｲﾎﾞｳｽﾞ ＰｇｐｏｏｌＡｄｍｉｎ　４．０')).toBe('サイボウズ PgpoolAdmin 4.0');
  });

  it('writes every hyphen as the plain one, so that pasted identifiers match', () => {
    expect(normalizeText('CVE‑2018–16203')).toBe('CVE-2018-16203');
  });

  it('does not change text that is already normal', () => {
    expect(normalizeText('クロスサイトスクリプティング')).toBe('クロスサイトスクリプティング');
  });

  it('looks at the beginning of an endless query only', () => {
    expect(normalizeQuery('a'.repeat(100_000))).toHaveLength(200);
  });
});

describe('parseQuery', () => {
  it.each([
    ['cve 2018 16203', 'CVE-2018-16203'],
    ['ＣＶＥ－２０１８－１６２０３', 'CVE-2018-16203'],
    ['CVE-2018-16203', 'CVE-2018-16203'],
    ['JVN#13199224', 'JVN13199224'],
    ['jvn # 13199224', 'JVN13199224'],
    ['jvn13199224', 'JVN13199224'],
    ['JVNVU#90000001', 'JVNVU90000001'],
  ])('recognises %s', (typed, identifier) => {
    expect(parseQuery(typed)).toMatchObject({ identifiers: [identifier] });
  });

  it('keeps the other words around an identifier', () => {
    expect(parseQuery('Apache  CVE-2021-44228 対策')).toMatchObject({
      text: 'Apache CVE-2021-44228 対策',
      identifiers: ['CVE-2021-44228'],
    });
  });

  it('takes no word before a number for a part of it', () => {
    expect(parseQuery('cve 2018 patch 13199224').identifiers).toEqual(['13199224']);
  });
});

describe('splitExact', () => {
  const results = [
    { meta: { ids: 'JVN1 CVE-2018-1' } },
    { meta: {} },
    { meta: { ids: 'Note3 CVE-2018-16203' } },
    { meta: { ids: 'JVN4 CVE-2018-16203' } },
  ];

  it.each([
    ['CVE-2018-16203', ['Note3 CVE-2018-16203', 'JVN4 CVE-2018-16203'], ['JVN1 CVE-2018-1', undefined]],
    ['note#3', ['Note3 CVE-2018-16203'], ['JVN1 CVE-2018-1', undefined, 'JVN4 CVE-2018-16203']],
  ])('sets results about %s apart and keeps the order', (typed, wanted, rest) => {
    const { exact, others } = splitExact(results, parseQuery(typed));
    expect(exact.map(({ meta }) => meta.ids)).toEqual(wanted);
    expect(others.map(({ meta }) => meta.ids)).toEqual(rest);
  });
});
