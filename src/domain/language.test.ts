import { describe, expect, it } from 'vitest';
import { localize, localizedTextSchema } from './language.ts';

describe('localize', () => {
  it('takes plain text as the first language of the site', () => {
    expect(localize('公開', 'en', ['ja', 'en'])).toEqual({ text: '公開', language: 'ja' });
  });

  it('prefers the wanted language and otherwise says which one it gives', () => {
    expect(localize({ ja: '公開', en: 'Published' }, 'en', ['ja', 'en'])).toEqual({
      text: 'Published',
      language: 'en',
    });
    expect(localize({ ja: '公開' }, 'en', ['ja', 'en'])).toEqual({ text: '公開', language: 'ja' });
    expect(localize({ en: 'Published' }, 'ja', ['ja'])).toEqual({ text: 'Published', language: 'en' });
  });

  it('never meets a text without a language', () => {
    expect(localizedTextSchema.safeParse({}).success).toBe(false);
    expect(localizedTextSchema.safeParse({ ja: ' ' }).success).toBe(false);
  });
});
