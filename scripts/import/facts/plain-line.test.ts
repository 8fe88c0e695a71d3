import { describe, expect, it } from 'vitest';
import { firstSentence, toLine } from './plain-line.ts';

describe('a line', () => {
  it('has no breaks and nothing that may not be published', () => {
    expect(toLine(' a\n\tb\u0000\u202e ')).toBe('a b');
  });

  it.each([
    ['Lamp 1.2.3 reads files. It should not.', 'Lamp 1.2.3 reads files'],
    ['Lamp (e.g. Lamp Pro) reads files. It should not.', 'Lamp (e.g. Lamp Pro) reads files'],
    ['Lamp には問題があります。読めます。', 'Lamp には問題があります'],
    ['One\n\nTwo', 'One'],
    ['', ''],
  ])('that is the first sentence of “%s”', (text, sentence) => {
    expect(firstSentence(text)).toBe(sentence);
  });

  it('of a title ends with a word', () => {
    const title = firstSentence('word '.repeat(200));
    expect(title.length).toBeLessThanOrEqual(256);
    expect(title.endsWith('word…')).toBe(true);
  });
});
