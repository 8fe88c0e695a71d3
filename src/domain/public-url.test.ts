import { describe, expect, it } from 'vitest';
import { parseOrigin, parsePublicUrl } from './public-url.ts';

describe('parsePublicUrl', () => {
  it.each([
    ['https://www.example.com/advisory?id=1#top', 'www.example.com'],
    ['http://example.org', 'example.org'],
    ['https://日本語.jp/', 'xn--wgv71a119e.jp'],
    ['https://8.8.8.8/', '8.8.8.8'],
    ['https://172.15.0.1/', '172.15.0.1'],
    ['https://172.32.0.1/', '172.32.0.1'],
    ['https://[2001:4860:4860::8888]/', '[2001:4860:4860::8888]'],
    ['https://internal.example.com/', 'internal.example.com'],
    ['https://example.com:8443/', 'example.com'],
  ])('accepts %s', (text, host) => {
    expect(parsePublicUrl(text)).toEqual({ href: new URL(text).href, host });
  });

  it.each([
    ['http://localhost:4321/', 'localhost'],
    ['http://LOCALHOST./', 'localhost.'],
    ['http://a.localhost/', 'a.localhost'],
    ['http://intranet/', 'intranet'],
    ['http://printer.local/', 'printer.local'],
    ['http://wiki.corp.internal/', 'wiki.corp.internal'],
    ['http://router.home.arpa/', 'router.home.arpa'],
    ['http://10.1.2.3/', '10.1.2.3'],
    ['http://172.16.0.1/', '172.16.0.1'],
    ['http://172.31.255.255/', '172.31.255.255'],
    ['http://192.168.1.1/', '192.168.1.1'],
    ['http://169.254.169.254/latest', '169.254.169.254'],
    ['http://100.64.0.1/', '100.64.0.1'],
    ['http://0.0.0.0/', '0.0.0.0'],
    ['http://127.1/', '127.0.0.1'],
    ['http://2130706433/', '127.0.0.1'],
    ['http://0x7f000001/', '127.0.0.1'],
    ['http://0177.0.0.1/', '127.0.0.1'],
    ['http://0x0a.1/', '10.0.0.1'],
    ['http://１２７.０.０.１/', '127.0.0.1'],
    ['http://239.0.0.1/', '239.0.0.1'],
    ['http://[::1]/', '[::1]'],
    ['http://[::]/', '[::]'],
    ['http://[fd00::1]/', '[fd00::1]'],
    ['http://[fe80::1]/', '[fe80::1]'],
    ['http://[ff02::1]/', '[ff02::1]'],
    ['http://[::ffff:192.168.0.1]/', '[::ffff:c0a8:1]'],
    ['http://[::ffff:7f00:1]/', '[::ffff:7f00:1]'],
    ['http://[64:ff9b::10.0.0.1]/', '[64:ff9b::a00:1]'],
  ])('refuses %s as private', (text, host) => {
    expect(parsePublicUrl(text)).toEqual({ problem: 'private-host', text, host });
  });

  it('accepts a public IPv4 address in IPv6 clothes', () => {
    expect(parsePublicUrl('http://[::ffff:8.8.8.8]/')).toHaveProperty('href');
  });

  it.each([
    ['javascript:alert(1)', 'not-web'],
    ['ftp://example.com/', 'not-web'],
    ['data:text/html,x', 'not-web'],
    ['mailto:a@example.com', 'not-web'],
    ['/advisory', 'malformed'],
    ['example.com', 'malformed'],
    ['https:example.com', 'malformed'],
    ['https:///example.com', 'malformed'],
    ['https://exa mple.com/', 'malformed'],
    [' https://example.com/', 'malformed'],
    ['https://example.com/a\nb', 'malformed'],
    ['https://example.com/\u202Efdp', 'malformed'],
    ['https:\\\\example.com', 'malformed'],
    ['https://256.1.1.1/', 'malformed'],
    ['', 'malformed'],
    ['https://www.example.com@10.0.0.1/', 'credentials'],
    ['https://user:secret@example.com/', 'credentials'],
  ])('refuses %j as %s', (text, problem) => {
    expect(parsePublicUrl(text)).toEqual({ problem, text });
  });
});

describe('parseOrigin', () => {
  it.each([
    ['https://notes.example', 'https://notes.example'],
    ['http://Notes.example:8080/', 'http://notes.example:8080'],
  ])('reads %s', (text, origin) => {
    expect(parseOrigin(text)).toBe(origin);
  });

  it.each([
    'notes.example',
    'ftp://notes.example',
    'https://notes.example/path',
    'https://notes.example//',
    'https://notes.example?q',
    'https://notes.example/#',
    'https://user@notes.example',
    'https://:secret@notes.example',
    String.raw`https://notes.example\path`,
    'https://256.1.1.1',
  ])('refuses %s', (text) => {
    expect(parseOrigin(text)).toBeUndefined();
  });
});
