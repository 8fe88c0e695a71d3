import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { summarise } from './summary.ts';

describe('summarise', () => {
  it('keeps a short text whole and folds its blanks', () => {
    expect(summarise('一行目です。\n二行目です。', 'ja')).toBe('一行目です。 二行目です。');
  });

  it('stops after the last whole sentence that fits', () => {
    const sentence = `${'脆弱性'.repeat(15)}です。`;
    expect(summarise(sentence.repeat(4), 'ja')).toBe(sentence.repeat(2));
    const english = 'This is a sentence about a product that has a vulnerability. ';
    expect(summarise(english.repeat(4), 'en')).toBe(english.trim());
  });

  it('does not take a version or an abbreviation for the end of a sentence', () => {
    const text = `Product 2.0 by Alpha Inc. Limited has ${'a very long description '.repeat(8)}`;
    expect(summarise(text, 'en')).toMatch(
      /^Product 2\.0 by Alpha Inc\. Limited has .* (?:a|very|long|description)…$/u,
    );
    expect(summarise(text, 'en').length).toBeGreaterThan(100);
  });

  it('cuts between words when not even one sentence fits', () => {
    const summary = summarise('vulnerability '.repeat(30), 'en');
    expect(summary).toMatch(/^(?:vulnerability )+vulnerability…$/u);
  });

  it('never exceeds 120 characters and never splits a character', () => {
    fc.assert(
      fc.property(
        fc.string({ unit: 'grapheme', maxLength: 400 }),
        fc.constantFrom('ja' as const, 'en' as const),
        (text, language) => {
          const summary = summarise(text, language);
          expect(summary.length).toBeLessThanOrEqual(120);
          expect(summary.isWellFormed()).toBe(true);
        },
      ),
    );
  });
});
