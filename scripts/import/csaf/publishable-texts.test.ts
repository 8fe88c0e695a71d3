import { describe, expect, it } from 'vitest';
import { makePublishable } from './publishable-texts.ts';

describe('texts of a JSON value', () => {
  it('lose what may not be published, wherever they stand', () => {
    const value = {
      a: ['x\u0000y', 'one\r\ntwo', { b: 'left \u202Eright' }],
      c: '\uD800',
      d: 'é\tñ\n',
      e: 1,
    };
    makePublishable(value);
    expect(value).toEqual({ a: ['xy', 'one\ntwo', { b: 'left right' }], c: '\uFFFD', d: 'é\tñ\n', e: 1 });
  });

  it('are found at any depth', () => {
    const innermost = { text: 'a\u0007' };
    let deep: unknown = innermost;
    for (let depth = 0; depth < 100_000; depth += 1) deep = [deep];
    makePublishable(deep);
    expect(innermost.text).toBe('a');
  });

  it('never touch the prototype', () => {
    const value: unknown = JSON.parse('{"__proto__": "a\\u0007"}');
    makePublishable(value);
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
  });
});
