import { describe, expect, it } from 'vitest';
import { cleanText } from './xml-text.ts';

describe('cleanText', () => {
  it('takes out what XML 1.0 forbids and nothing else', () => {
    expect(cleanText('a\u0000b\u001fc\ud800d\udc00e\ufffef\uffffg')).toBe('abcdefg');
    expect(cleanText('\t\n 脆弱性 \u{1F600} \u0085 ]]>')).toBe('\t\n 脆弱性 \u{1F600} \u0085 ]]>');
  });

  it('writes line ends as XML reads them', () => {
    expect(cleanText('a\r\nb\rc\nd')).toBe('a\nb\nc\nd');
  });
});
