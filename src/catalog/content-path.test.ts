import { describe, expect, it } from 'vitest';
import { parseContentPath } from './content-path.ts';

describe('parseContentPath', () => {
  it.each([
    ['site.yaml', { kind: 'site' }],
    ['redirects.yaml', { kind: 'redirects' }],
    ['vendors/example-soft.yaml', { kind: 'vendor', slug: 'example-soft' }],
    ['unreachable/UR-2026-0001.yaml', { kind: 'unreachable', slug: 'UR-2026-0001' }],
    ['pages/ja/about.mdx', { kind: 'page', slug: 'about', language: 'ja' }],
    ['advisories/2026/XVN10000001.md', { kind: 'advisory', yearFolder: '2026', slug: 'XVN10000001' }],
    [
      'advisories/2026/XVN10000001.en.md',
      { kind: 'translation', yearFolder: '2026', slug: 'XVN10000001', language: 'en' },
    ],
    [
      'advisories/2026/XVN10000001/figure-1.png',
      { kind: 'image', yearFolder: '2026', slug: 'XVN10000001', name: 'figure-1.png' },
    ],
  ])('knows %s', (file, expected) => {
    expect(parseContentPath(file)).toEqual(expected);
  });

  it.each([
    'advisories/XVN10000001.md',
    'advisories/2026/XVN10000001.mdx',
    'advisories/2026/deep/XVN10000001.md',
    'advisories/2026/XVN10000001/figure.svg',
    'advisories/2026/XVN10000001/..%2fsecret.png',
    'vendors/example/soft.yaml',
    'vendors/example.yml',
    'pages/about.mdx',
    'pages/ja/about.md',
    'content/site.yaml',
    'site.yaml.bak',
    '.site.yaml',
    'advisories/2026/.XVN10000002.md',
    'advisories/..%2f/XVN10000002.md',
    'vendors/..%2f..yaml',
    'unreachable/zanzibar-softworks.yaml',
    'unreachable/zanzibar-softworks-2.yaml',
    'unreachable/ZANZIBAR-2.yaml',
    'unreachable/UR#2026#0001.yaml',
  ])('has no place for %s', (file) => {
    expect(parseContentPath(file)).toBeUndefined();
  });
});
