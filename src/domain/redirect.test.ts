import { describe, expect, it } from 'vitest';
import { redirectsSchema } from './redirect.ts';

const accepts = (path: string): boolean => redirectsSchema.safeParse({ [path]: '/' }).success;

describe('a retired address', () => {
  it.each(['/', '/report/', '/report/all.html', '/a.b/c~d/', '/%E6%97%A5/', '/.well-known/x'])(
    'may be %s',
    (path) => {
      expect(accepts(path)).toBe(true);
    },
  );

  it.each([
    ...['report/', '//host/', '/../x/', '/a/../b/', '/x..y/', '/a//b/', '/./x/', '/a//'],
    ...['/%2e%2e/x/', '/..%2fx/', '/a%2Fb/', '/a%5Cb/', '/a%zz/', '/100%/', '/a%00/', '/a%3Ab/', '/%FF/'],
  ])('cannot be %s, which leads upwards or to no file', (path) => {
    expect(accepts(path)).toBe(false);
  });
});
