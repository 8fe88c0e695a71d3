import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { nearest } from './nearest.ts';

const keys = [
  'id',
  'title',
  'publishedAt',
  'state',
  'vulnerabilities',
  'affected',
  'vendors',
  'cve',
  'cvss',
  'cwe',
];

describe('nearest', () => {
  it.each([
    ['titel', 'title'],
    ['Title', 'title'],
    ['ｔｉｔｌｅ', 'title'],
    ['publishedat', 'publishedAt'],
    ['published', 'publishedAt'],
    ['vulnerabilites', 'vulnerabilities'],
    ['vendor', 'vendors'],
    ['afected', 'affected'],
    ['cvs', 'cvss'],
    ['ID', 'id'],
    ['sttae', 'state'],
  ])('takes %j for %j', (word, expected) => {
    expect(nearest(word, keys)).toBe(expected);
  });

  it.each(['', ' ', 'xx', 'ie', 'severity', 'credits', 'x'.repeat(65)])(
    'has no idea what %j means',
    (word) => {
      expect(nearest(word, keys)).toBeUndefined();
    },
  );

  it('prefers the fewest errors, and the first candidate among equals', () => {
    expect(nearest('abcdex', ['abcdyy', 'abcdey'])).toBe('abcdey');
    expect(nearest('cat', ['bat', 'hat'])).toBe('bat');
  });

  it('forgives one swap of neighbours as one error', () => {
    expect(nearest('tiem', ['time'])).toBe('time');
    expect(nearest('tmei', ['time'])).toBeUndefined();
  });

  it('finds any candidate again after one letter was left out', () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[a-z]{4,20}$/), fc.nat(19), (word, place) => {
        const index = place % word.length;
        expect(nearest(word.slice(0, index) + word.slice(index + 1), [word])).toBe(word);
      }),
      { seed: 8 },
    );
  });
});
