import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { keyOfTerm, shardOfKey, stubOf } from './term-key.ts';

describe('the file of a term', () => {
  it('is that of every beginning by which the term is looked up', () => {
    for (const word of ['abc12345', 'jvn13199224', '13199224']) {
      expect(keyOfTerm(stubOf(word))).toBe(keyOfTerm(word.slice(0, 4)));
      expect(keyOfTerm(stubOf(word))).toBe(keyOfTerm(word.slice(0, 6)));
      expect(keyOfTerm(word)).toBe(keyOfTerm(word.slice(0, 7)));
    }
    expect(keyOfTerm('認証回')).toBe(keyOfTerm('認証'));
    expect(keyOfTerm('𠮷野家')).toBe(keyOfTerm('𠮷野'));
    expect(keyOfTerm('vulnerability')).toBe(keyOfTerm('vuln'));
  });

  it('is one of two halves when there are twice as many files', () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 1000 }), (key, count) => {
        expect(Math.floor(shardOfKey(key, 2 * count) / 2)).toBe(shardOfKey(key, count));
      }),
    );
  });

  it('spreads keys evenly', () => {
    const counts = new Uint32Array(16);
    for (let i = 0; i < 16_000; i += 1) {
      const file = shardOfKey(String.fromCharCode(0x4e00 + (i % 128), 0x4e00 + Math.floor(i / 128)), 16);
      counts[file] = (counts[file] ?? 0) + 1;
    }
    expect(Math.min(...counts)).toBeGreaterThan(800);
    expect(Math.max(...counts)).toBeLessThan(1200);
  });
});
