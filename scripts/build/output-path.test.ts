import { describe, expect, it } from 'vitest';
import { assertDistinct, foldersOf, toOutputPath } from './output-path.ts';

describe('toOutputPath', () => {
  it.each([
    ['/', 'index.html'],
    ['/jp/JVN13199224/', 'jp/JVN13199224/index.html'],
    ['/404.html', '404.html'],
    ['/.well-known/security.txt', '.well-known/security.txt'],
    ['/redirect/%E6%97%A5/', 'redirect/日/index.html'],
  ])('puts %s at %s', (address, path) => {
    expect(toOutputPath(address)).toBe(path);
  });

  it.each(['a/', '/../x', '/a/../b/', '/a//b/', '/a/%2e%2e/b', '/a%2Fb/', '/a\\b', '/a:b', '/a%00', '/./x'])(
    'refuses %s, which could leave the folder or mean two things',
    (address) => {
      expect(() => toOutputPath(address)).toThrow('cannot become a file');
    },
  );
});

describe('assertDistinct', () => {
  it('refuses names that only some file systems tell apart', () => {
    expect(() => {
      assertDistinct([
        { path: 'a/X.html', claimant: '/a/X.html' },
        { path: 'A/x.html', claimant: 'public/A/x.html' },
      ]);
    }).toThrow('/a/X.html and public/A/x.html claim a/X.html');
  });

  it('accepts files beside and inside one folder', () => {
    expect(() => {
      assertDistinct(['a/index.html', 'a/b/index.html', 'ab'].map((path) => ({ path, claimant: path })));
    }).not.toThrow();
  });
});

describe('foldersOf', () => {
  it('gives the folders above a path, outermost first', () => {
    expect(foldersOf('a/b/c.html')).toEqual(['a', 'a/b']);
    expect(foldersOf('c.html')).toEqual([]);
  });
});
