import { describe, expect, it } from 'vitest';
import { toSorted } from './sorted.ts';

describe('toSorted', () => {
  it('orders keys at every depth and keeps the order of lists', () => {
    const value = toSorted({ b: [{ d: 1, c: 2 }], a: { z: 0, Z: false } });
    expect(JSON.stringify(value)).toBe('{"a":{"Z":false,"z":0},"b":[{"c":2,"d":1}]}');
  });

  it('leaves out what is empty, also when only empty things were in it', () => {
    expect(toSorted({ a: '', b: [], c: { d: undefined, e: [{}] }, f: ['', 'g'], h: 0 })).toEqual({
      f: ['g'],
      h: 0,
    });
  });
});
