import { describe, expect, it } from 'vitest';
import { isSitePath } from './site-path.ts';

const ORIGIN = 'https://site.example';

describe('isSitePath', () => {
  it.each(['/', '/jp/JVN12345678/', '/en/search/?q=%20#top', '/jp/脆弱性/'])('takes %j', (address) => {
    expect(isSitePath(address)).toBe(true);
    expect(new URL(address, ORIGIN).origin).toBe(ORIGIN);
  });

  it.each([
    '',
    'javascript:alert(1)',
    'https://evil.example/',
    'jp/',
    '//evil.example/',
    '/\\evil.example',
    '/\t/evil.example/',
    '/\n/evil.example/',
    '/\r\n\\evil.example/',
    ' /jp/',
  ])('refuses %j', (address) => {
    expect(isSitePath(address)).toBe(false);
  });
});
