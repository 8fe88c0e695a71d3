import type { Batch, BatchRecord } from './build-batch.ts';
import { ByteReader, ByteWriter, openSealed, sealBytes } from './bytes.ts';

/** A batch as it is kept between builds: everything but the words of its records. */
export type KeptBatch = Omit<Batch, 'words'>;

export function encodeBatch({ records, terms }: KeptBatch): Uint8Array {
  const writer = new ByteWriter();
  writer.text(JSON.stringify(records));
  writer.text(JSON.stringify(terms.map(({ term }) => term)));
  for (const { places, count, last, payload } of terms) {
    writer.byte(places);
    writer.varint(count);
    writer.varint(last);
    writer.varint(payload.length);
  }
  for (const { payload } of terms) writer.bytes(payload);
  return sealBytes(writer.finish());
}

/** @throws {CorruptIndexError} */
export function decodeBatch(bytes: Uint8Array): KeptBatch {
  const reader = new ByteReader(openSealed(bytes));
  const records = JSON.parse(reader.text()) as BatchRecord[];
  const terms = JSON.parse(reader.text()) as string[];
  const heads = terms.map((term) => ({
    term,
    places: reader.byte(),
    count: reader.varint(),
    last: reader.varint(),
    length: reader.varint(),
  }));
  return {
    records,
    terms: heads.map(({ length, ...head }) => ({ ...head, payload: reader.bytes(length) })),
  };
}
