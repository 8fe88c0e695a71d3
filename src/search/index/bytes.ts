/** A file of the index that is not what it says it is: cut off, replaced by another page, or of another version. */
export class CorruptIndexError extends Error {}

const CHECKSUM_BYTES = 4;

const FIRST_CHUNK = 256;
const LARGEST_CHUNK = 1 << 18;

/**
 * Grows as it is written to. Whole numbers are stored as varints: seven bits a byte, lowest first. What is finished stays
 * where it was written, because millions of small buffers would cost more than all that they hold.
 */
export class ByteWriter {
  #bytes = new Uint8Array(FIRST_CHUNK);
  /** Where that begins which is not finished yet, and where it ends. */
  #start = 0;
  #end = 0;

  get length(): number {
    return this.#end - this.#start;
  }

  byte(value: number): void {
    this.#reserve(1);
    this.#bytes[this.#end++] = value;
  }

  /** @param value a whole number from 0 below 2^31 */
  varint(value: number): void {
    let rest = value;
    while (rest > 0x7f) {
      this.byte((rest & 0x7f) | 0x80);
      rest >>>= 7;
    }
    this.byte(rest);
  }

  bytes(value: Uint8Array): void {
    this.#reserve(value.length);
    this.#bytes.set(value, this.#end);
    this.#end += value.length;
  }

  /** UTF-8 behind its length in bytes. */
  text(value: string): void {
    const bytes = new TextEncoder().encode(value);
    this.varint(bytes.length);
    this.bytes(bytes);
  }

  /** What was written since the last time; it is never written over. */
  finish(): Uint8Array {
    const written = this.#bytes.subarray(this.#start, this.#end);
    this.#start = this.#end;
    return written;
  }

  #reserve(count: number): void {
    if (this.#end + count <= this.#bytes.length) return;
    const usual = Math.min(this.#bytes.length * 2, LARGEST_CHUNK);
    const larger = new Uint8Array(Math.max(usual, this.length * 2, this.length + count));
    larger.set(this.#bytes.subarray(this.#start, this.#end));
    this.#end = this.length;
    this.#start = 0;
    this.#bytes = larger;
  }
}

/** Reads what `ByteWriter` wrote, and never beyond its end. */
export class ByteReader {
  readonly #bytes: Uint8Array;
  #at = 0;

  constructor(bytes: Uint8Array) {
    this.#bytes = bytes;
  }

  get done(): boolean {
    return this.#at >= this.#bytes.length;
  }

  byte(): number {
    const value = this.#bytes[this.#at++];
    if (value === undefined) throw new CorruptIndexError('A file of the index ends too early.');
    return value;
  }

  varint(): number {
    let value = 0;
    for (let shift = 0; shift <= 28; shift += 7) {
      const byte = this.byte();
      value |= (byte & 0x7f) << shift;
      if (byte < 0x80) return value >>> 0;
    }
    throw new CorruptIndexError('A number in the index has no end.');
  }

  bytes(count: number): Uint8Array {
    const end = this.#at + count;
    if (end > this.#bytes.length) throw new CorruptIndexError('A file of the index ends too early.');
    const part = this.#bytes.subarray(this.#at, end);
    this.#at = end;
    return part;
  }

  text(): string {
    return new TextDecoder().decode(this.bytes(this.varint()));
  }

  /** Everything that is left. */
  rest(): Uint8Array {
    return this.bytes(this.#bytes.length - this.#at);
  }
}

/** The bytes with a checksum behind them, so that a reader notices a file that is damaged or no index file at all. */
export function sealBytes(content: Uint8Array): Uint8Array {
  const sealed = new Uint8Array(content.length + CHECKSUM_BYTES);
  sealed.set(content);
  new DataView(sealed.buffer).setUint32(content.length, checksum(content), true);
  return sealed;
}

/** The bytes without their checksum. @throws {CorruptIndexError} when it is not theirs */
export function openSealed(sealed: Uint8Array): Uint8Array {
  const end = sealed.length - CHECKSUM_BYTES;
  if (end < 0) throw new CorruptIndexError('A file of the index is too short.');
  const content = sealed.subarray(0, end);
  const view = new DataView(sealed.buffer, sealed.byteOffset, sealed.byteLength);
  if (view.getUint32(end, true) !== checksum(content)) {
    throw new CorruptIndexError('A file of the index does not have its checksum.');
  }
  return content;
}

/** FNV-1a, 32 bits (http://www.isthe.com/chongo/tech/comp/fnv/). */
function checksum(bytes: Uint8Array): number {
  let hash = 0x811c9dc5;
  // An iterator would take several times as long, and this is done to every byte of an index.
  for (let at = 0, end = bytes.length; at < end; at += 1)
    hash = Math.imul(hash ^ (bytes[at] ?? 0), 0x01000193);
  return hash >>> 0;
}
