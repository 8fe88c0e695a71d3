import { crc32, deflateSync } from 'node:zlib';

/** A picture as a canvas gives it: four bytes (red, green, blue, alpha) for each pixel, row by row. */
export interface Pixels {
  width: number;
  height: number;
  rgba: Uint8Array;
}

const SIGNATURE = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a);

/**
 * Writes an opaque picture as PNG with a palette of at most 256 colours (PNG specification, third edition, colour
 * type 3). Flat drawings keep their looks and take a small part of the bytes; transparency is ignored.
 */
export function encodeIndexedPng({ width, height, rgba }: Pixels): Buffer {
  const { palette, places } = indexColours(rgba);
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  // Eight bits per pixel, colour type 3; compression, filter method and interlacing are 0.
  header.set([8, 3], 8);
  const rows = Buffer.alloc((width + 1) * height);
  for (let y = 0; y < height; y += 1) {
    rows.set(places.subarray(y * width, (y + 1) * width), y * (width + 1) + 1);
  }
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', header),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

type Colour = readonly [red: number, green: number, blue: number];

/** The colours by how often they occur, the commonest 256 of them, and the place of each pixel's nearest one. */
function indexColours(rgba: Uint8Array): { palette: Colour[]; places: Uint8Array } {
  const counts = new Map<number, number>();
  const keys = new Uint32Array(rgba.length / 4);
  for (let pixel = 0; pixel < keys.length; pixel += 1) {
    const [red = 0, green = 0, blue = 0] = rgba.subarray(pixel * 4, pixel * 4 + 3);
    const key = red * 0x10000 + green * 0x100 + blue;
    keys[pixel] = key;
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  const common = [...counts].toSorted(([a, m], [b, n]) => n - m || a - b).slice(0, 256);
  const palette = common.map(([key]) => toColour(key));
  const placeOf = new Map([...counts.keys()].map((key) => [key, findNearest(palette, toColour(key))]));
  return { palette, places: Uint8Array.from(keys, (key) => placeOf.get(key) ?? 0) };
}

function toColour(key: number): Colour {
  return [key >> 16, (key >> 8) & 0xff, key & 0xff];
}

function findNearest(palette: readonly Colour[], [red, green, blue]: Colour): number {
  const distances = palette.map(([r, g, b]) => (r - red) ** 2 + (g - green) ** 2 + (b - blue) ** 2);
  return distances.indexOf(Math.min(...distances));
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
