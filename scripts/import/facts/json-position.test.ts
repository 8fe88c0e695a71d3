import fc from 'fast-check';
import { expect, it } from 'vitest';
import { findJsonError } from './json-position.ts';

it.each([
  ['', '1:1'],
  ['{"a": ,}', '1:7'],
  ['{\n  "retMax": ,\n  "b": 1\n}', '2:13'],
  ['{"a": 1,}', '1:9'],
  ['[1 2]', '1:4'],
  ['[1, 2', '1:6'],
  ['[01]', '1:3'],
  ['{"a" 1}', '1:6'],
  ['{1: 2}', '1:2'],
  ['[1}', '1:3'],
  ['1 2', '1:3'],
  ['1,', '1:2'],
  ['["日本", tru]', '1:8'],
  ["{'a': 1}", '1:2'],
  ['["\t"]', '1:2'],
])('finds the error of %j at %s', (text, at) => {
  expect(findJsonError(text)).toBe(at);
});

it('looks at the whole of a text that is JSON, and stops before its end where it was cut', () => {
  fc.assert(
    fc.property(fc.json({ maxDepth: 4 }), fc.nat(), (json, place) => {
      const whole = `[${json}]`;
      expect(findJsonError(whole)).toBe(`1:${String(Array.from(whole).length + 1)}`);
      const cut = whole.slice(0, 1 + (place % (whole.length - 1)));
      const column = Number(findJsonError(cut).split(':')[1]);
      expect(column).toBeLessThanOrEqual(Array.from(cut).length + 1);
    }),
    { seed: 7 },
  );
});

it('is quick with a long text', () => {
  for (const text of ['['.repeat(1_000_000), `[${'"a",'.repeat(300_000)}`, '"'.repeat(1_000_000)]) {
    const start = performance.now();
    findJsonError(text);
    expect(performance.now() - start).toBeLessThan(3000);
  }
});
