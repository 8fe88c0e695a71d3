import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { askRanges, complementOf, edgeOf, formatSpan, type VersionSpan } from './version-span.ts';

const edge = fc.record({ version: fc.nat(9).map((n) => `${n}.0`), inclusive: fc.boolean() });
const span: fc.Arbitrary<VersionSpan> = fc.record({ lower: edge, upper: edge }, { requiredKeys: [] });

/** Spans that hold something. */
const filled = fc.array(
  span.filter((each) => formatSpan(each) !== undefined),
  { maxLength: 5 },
);

describe('a span of versions', () => {
  it('and its complement hold every version exactly once', () => {
    fc.assert(
      fc.property(filled, fc.nat(99), (spans, tenths) => {
        const version = `${Math.floor(tenths / 10)}.${tenths % 10}`;
        const inSpans = askRanges(spans.map((each) => formatSpan(each) ?? ''))(version);
        const inGaps = askRanges(complementOf(spans).map((each) => formatSpan(each) ?? ''))(version);
        expect(inGaps).toBe(!inSpans);
      }),
      { numRuns: 1000 },
    );
  });

  it('ends where a series ends', () => {
    expect(edgeOf('5.4.*', true, 'upper')).toEqual({ version: '5.5', inclusive: false });
    expect(edgeOf('5.4.x', true, 'lower')).toEqual({ version: '5.4', inclusive: true });
    expect(edgeOf('5.4', true, 'upper')).toEqual({ version: '5.4', inclusive: true });
  });

  it('is none where it holds nothing or has no versions for bounds', () => {
    const open = (version: string) => ({ version, inclusive: false });
    expect(formatSpan({ lower: open('2'), upper: open('1') })).toBeUndefined();
    expect(formatSpan({ upper: open('8.0 U2b') })).toBeUndefined();
  });
});
