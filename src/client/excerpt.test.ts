import { describe, expect, it } from 'vitest';
import { parseExcerpt } from './excerpt.ts';

describe('an excerpt', () => {
  it('is text with found words', () => {
    expect(parseExcerpt('前の<mark>脆弱性</mark>の後')).toEqual([
      { text: '前の', found: false },
      { text: '脆弱性', found: true },
      { text: 'の後', found: false },
    ]);
  });

  it('keeps every other markup as text', () => {
    expect(parseExcerpt('&lt;img onerror=x&gt; <b>bold</b>')).toEqual([
      { text: '<img onerror=x> <b>bold</b>', found: false },
    ]);
  });
});
