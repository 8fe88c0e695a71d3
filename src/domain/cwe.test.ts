import { describe, expect, it } from 'vitest';
import { categoryNames, weaknessNames } from './cwe-names.ts';
import { cweName, cwePattern, cweUrl, isCweCategory, isCweId } from './cwe.ts';

describe('isCweId', () => {
  it.each(['CWE-79', 'CWE-1333', 'CWE-20'])('accepts %s', (id) => {
    expect(isCweId(id)).toBe(true);
  });

  it.each([
    'CWE-noinfo',
    'NVD-CWE-Other',
    'cwe-79',
    'CWE-079',
    'CWE-0',
    'CWE79',
    'CWE-79\n',
    'CWE-123456',
    '',
  ])('refuses %j', (id) => {
    expect(isCweId(id)).toBe(false);
  });
});

describe('cweUrl', () => {
  it('leads to the catalogue', () => {
    expect(cweUrl('CWE-79')).toBe('https://cwe.mitre.org/data/definitions/79.html');
  });
});

describe('cweName', () => {
  it('gives the name in the wanted language', () => {
    expect(cweName('CWE-352', 'ja')).toEqual({ text: 'クロスサイトリクエストフォージェリ', language: 'ja' });
    expect(cweName('CWE-352', 'en')).toEqual({ text: 'Cross-Site Request Forgery (CSRF)', language: 'en' });
    expect(cweName('CWE-264', 'ja')).toEqual({ text: '認可・権限・アクセス制御', language: 'ja' });
  });

  it('says that a name is English where no Japanese one is established', () => {
    expect(cweName('CWE-1392', 'ja')).toEqual({ text: 'Use of Default Credentials', language: 'en' });
  });

  it('has no name for an id outside the table', () => {
    expect(cweName('CWE-99999', 'en')).toBeUndefined();
  });
});

describe('isCweCategory', () => {
  it.each(['CWE-264', 'CWE-16', 'CWE-255', 'CWE-310', 'CWE-399'])('knows that %s is a category', (id) => {
    expect(isCweCategory(id)).toBe(true);
  });

  it.each(['CWE-79', 'CWE-284', 'CWE-99999'])('knows no category %s', (id) => {
    expect(isCweCategory(id)).toBe(false);
  });
});

describe('the tables of names', () => {
  it.each([
    ['weaknesses', weaknessNames],
    ['categories', categoryNames],
  ])('hold well-formed ids of %s in ascending order with distinct names', (_, table) => {
    const ids = [...table.keys()];
    expect(ids.filter((id) => !cwePattern.test(id))).toEqual([]);
    const numbers = ids.map((id) => Number(id.slice(4)));
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    expect(new Set([...table.values()].map(([en]) => en)).size).toBe(table.size);
    const japanese = [...table.values()].flatMap(([, ja]) => ja ?? []);
    expect(new Set(japanese).size).toBe(japanese.length);
  });

  it('share no id', () => {
    expect([...weaknessNames.keys()].filter((id) => categoryNames.has(id))).toEqual([]);
  });
});
