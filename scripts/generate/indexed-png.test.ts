import { inflateSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { encodeIndexedPng } from './indexed-png.ts';

describe('encodeIndexedPng', () => {
  it('writes each pixel as the place of its colour in the palette, commonest first', () => {
    const [red, blue] = [[255, 0, 0, 255] as const, [0, 0, 255, 255] as const];
    const png = encodeIndexedPng({
      width: 3,
      height: 2,
      rgba: Uint8Array.from([red, blue, red, red, red, blue].flat()),
    });
    expect(png.subarray(1, 4).toString('latin1')).toBe('PNG');
    const chunks = readChunks(png);
    expect([...chunks.keys()]).toEqual(['IHDR', 'PLTE', 'IDAT', 'IEND']);
    expect(chunks.get('IHDR')).toEqual(Buffer.from([0, 0, 0, 3, 0, 0, 0, 2, 8, 3, 0, 0, 0]));
    expect(chunks.get('PLTE')).toEqual(Buffer.from([255, 0, 0, 0, 0, 255]));
    expect(inflateSync(chunks.get('IDAT') ?? '')).toEqual(Buffer.from([0, 0, 1, 0, 0, 0, 0, 1]));
  });

  it('gives the nearest of the 256 commonest colours to all others', () => {
    const rgba = Uint8Array.from(
      Array.from({ length: 600 }, (_, i) => [i % 300 < 256 ? i % 300 : 255, 0, 0, 255]).flat(),
    );
    const palette = readChunks(encodeIndexedPng({ width: 600, height: 1, rgba })).get('PLTE');
    expect(palette).toHaveLength(256 * 3);
    const many = Uint8Array.from(Array.from({ length: 400 }, (_, i) => [i % 256, i >> 8, 0, 255]).flat());
    expect(readChunks(encodeIndexedPng({ width: 400, height: 1, rgba: many })).get('PLTE')).toHaveLength(
      256 * 3,
    );
  });
});

/** The chunks of a PNG by type. */
function readChunks(png: Buffer): Map<string, Buffer> {
  const chunks = new Map<string, Buffer>();
  for (let at = 8; at < png.length;) {
    const length = png.readUInt32BE(at);
    chunks.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += 12 + length;
  }
  return chunks;
}
