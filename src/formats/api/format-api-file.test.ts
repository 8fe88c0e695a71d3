import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatApiFile } from './format-api-file.ts';

describe('formatApiFile', () => {
  it('puts members and the elements of lists on lines of their own', () => {
    expect(formatApiFile({ a: 1, list: [{ b: 'x' }, { c: [2] }], none: [], absent: undefined })).toBe(
      '{\n"a": 1,\n"list": [\n{"b":"x"},\n{"c":[2]}\n],\n"none": []\n}\n',
    );
    expect(formatApiFile([{ a: 1 }, { a: 2 }])).toBe('[\n{"a":1},\n{"a":2}\n]\n');
  });

  it('is JSON of the same value, whatever that holds', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (value) => {
        expect(JSON.parse(formatApiFile(value))).toEqual(JSON.parse(JSON.stringify(value)));
      }),
    );
  });
});
