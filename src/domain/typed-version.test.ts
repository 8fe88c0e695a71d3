import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseTypedVersion } from './typed-version.ts';

describe('a version as readers type it', () => {
  it.each([
    ['4.0', '4.0'],
    ['  4.0 ', '4.0'],
    ['４．０．１', '4.0.1'],
    ['v1.2', '1.2'],
    ['Ver.4.0', '4.0'],
    ['Ver. 4.0', '4.0'],
    ['バージョン 4.0', '4.0'],
    ['Version: 4.0-rc1', '4.0-rc1'],
    ['=4.0', '4.0'],
    ['R12.1', 'R12.1'],
    ['4.0 SP1', '4.0-SP1'],
    ['4.0 beta 2', '4.0-beta2'],
    ['1:2.0~rc1+b1', '1:2.0~rc1+b1'],
  ])('“%s” is %s', (text, version) => {
    expect(parseTypedVersion(text)).toEqual({ version });
  });

  it.each([
    ['', 'empty'],
    [' 　 ', 'empty'],
    ['4.0 以前', 'words'],
    ['4.0 and earlier', 'words'],
    ['最新版', 'words'],
    ['latest', 'words'],
    ['PgpoolAdmin 4.0', 'words'],
    ['>=4.0', 'range'],
    ['*', 'range'],
    ['4.x', 'range'],
    ['^4.0', 'range'],
    ['4.0, 4.1', 'several'],
    ['4.0 4.1', 'several'],
    ['<script>', 'words'],
    ['😀', 'unreadable'],
    ['4.0(12)', 'unreadable'],
    ['9'.repeat(101), 'unreadable'],
    ['9'.repeat(10_000), 'unreadable'],
  ])('“%.20s” is none: %s', (text, problem) => {
    expect(parseTypedVersion(text)).toEqual({ problem });
  });

  it('answers whatever is typed', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), (text) => {
        const typed = parseTypedVersion(text);
        expect('version' in typed ? typed.version.length : typed.problem.length).toBeGreaterThan(0);
      }),
    );
  });
});
