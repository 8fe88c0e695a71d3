import { describe, expect, it } from 'vitest';
import { clock, languageOf, parseSiteUrl } from './environment.ts';
import { UsageError } from './usage-error.ts';

describe('the clock', () => {
  it('stands still at SOURCE_DATE_EPOCH', () => {
    expect(clock('1790000000')()).toBe('2026-09-21T14:13:20Z');
    expect(clock('0')()).toBe('1970-01-01T00:00:00Z');
  });

  it('reads the wall clock once, in whole seconds', () => {
    let reads = 0;
    const now = clock(undefined, () => {
      reads++;
      return 1_790_000_000_999;
    });
    expect([now(), now()]).toEqual(['2026-09-21T14:13:20Z', '2026-09-21T14:13:20Z']);
    expect(reads).toBe(1);
  });

  it.each(['x', '-1', '1.5', '1e9', '2026-01-01', '999999999999', ' 1'])('refuses %s', (text) => {
    expect(() => clock(text)).toThrow(UsageError);
  });
});

describe('SITE_URL', () => {
  it('loses its trailing slash', () => {
    expect(parseSiteUrl('https://jvn.example/')).toBe('https://jvn.example');
    expect(parseSiteUrl('')).toBeUndefined();
  });

  it.each([
    'jvn.example',
    'ftp://jvn.example',
    'https://jvn.example/path',
    'https://u@jvn.example',
    'https://x/?q',
  ])('refuses %s', (text) => {
    expect(() => parseSiteUrl(text)).toThrow(UsageError);
  });
});

describe('the language of messages', () => {
  it.each([
    [{ LANG: 'ja_JP.UTF-8' }, 'ja'],
    [{ LANG: 'en_US.UTF-8' }, 'en'],
    [{ LANG: 'ja_JP.UTF-8', LC_ALL: 'C' }, 'en'],
    [{ LANG: 'C', LC_MESSAGES: 'ja' }, 'ja'],
    [{ LANG: 'jam_JM' }, 'en'],
    [{}, 'en'],
  ])('follows the locale %o', (env, language) => {
    expect(languageOf(env)).toBe(language);
  });
});
