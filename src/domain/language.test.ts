import { describe, expect, it } from 'vitest';
import { localize, localizedTextSchema, splitByLanguage } from './language.ts';

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

  it('calls no text Japanese that has neither kana nor kanji', () => {
    expect(localize('PgpoolAdmin', 'en', ['ja', 'en'])).toEqual({ text: 'PgpoolAdmin', language: 'en' });
    expect(localize({ ja: 'Gamma KK' }, 'en', ['ja', 'en'])).toEqual({ text: 'Gamma KK', language: 'en' });
    expect(localize('PgpoolAdmin', 'ja', ['ja', 'en']).language).toBe('ja');
  });

  it('calls plain text with kana or kanji Japanese on a site whose first language is English', () => {
    expect(localize('架空 Gateway', 'en', ['en', 'ja']).language).toBe('ja');
    expect(localize('架空 Gateway', 'ja', ['en', 'ja']).language).toBe('ja');
    expect(localize('Withdrawn as a duplicate.', 'ja', ['en', 'ja']).language).toBe('en');
  });

  it('never meets a text without a language', () => {
    expect(localizedTextSchema.safeParse({}).success).toBe(false);
    expect(localizedTextSchema.safeParse({ ja: ' ' }).success).toBe(false);
  });
});

describe('splitByLanguage', () => {
  const cut = (text: string, language: 'ja' | 'en') =>
    splitByLanguage({ text, language }).map((piece) => `${piece.language}:${piece.text}`);

  it('finds Japanese names inside English text, with their own marks', () => {
    expect(cut('References: added “既知の「脆弱性」、XSS の修正”, “B”', 'en')).toEqual([
      'en:References: added “',
      'ja:既知の「脆弱性」、',
      'en:XSS ',
      'ja:の修正',
      'en:”, “B”',
    ]);
  });

  it('leaves Japanese text, Latin text and lone marks whole', () => {
    expect(cut('PgpoolAdmin の脆弱性', 'ja')).toEqual(['ja:PgpoolAdmin の脆弱性']);
    expect(cut('Gateway（Ａ）、B', 'en')).toEqual(['en:Gateway（Ａ）、B']);
    expect(cut('', 'en')).toEqual(['en:']);
  });
});
