import { openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import { isObject } from '#formats/foreign/outcome.ts';
import type { Format, Reading, SourceFile } from '../format.ts';
import { parseOsv } from './parse-osv.ts';
import { readOsvRecord } from './read-record.ts';
import { refuseFile } from '../unread-file.ts';

/** Records of OSV databases (OSV 1.0 to 1.7), JSON or YAML, one a file or a list of them. */
export const osvFormat: Format = {
  accepts: (path) => /\.(?:json|ya?ml)$/u.test(path),
  *read(files) {
    for (const file of files) yield* readFile(file);
  },
};

function* readFile({ path, text }: SourceFile): Generator<Reading> {
  const parsed = parseOsv(path, text);
  if ('refusal' in parsed) {
    yield refuseFile(path, parsed.refusal);
    return;
  }
  for (const record of listRecords(parsed.value)) {
    const document = openDocument(record);
    yield { path, name: nameOf(document) ?? path, document, ...readDocument(document) };
  }
}

/** Answers of the API of OSV.dev hold their records in `vulns`. */
function listRecords(value: unknown): readonly unknown[] {
  if (Array.isArray(value)) return value as readonly unknown[];
  const inside = isObject(value) ? value['vulns'] : undefined;
  return Array.isArray(inside) ? (inside as readonly unknown[]) : [value];
}

function readDocument(
  document: Place,
): ReturnType<typeof readOsvRecord> | Pick<Extract<Reading, { skipped: unknown }>, 'skipped'> {
  const { value } = document;
  const isEntry = isObject(value) && Object.keys(value).every((key) => key === 'id' || key === 'modified');
  if (isEntry && Object.hasOwn(value, 'id'))
    return { skipped: { why: 'not-an-advisory', what: 'id, modified' } };
  return readOsvRecord(document);
}

function nameOf({ value }: Place): string | undefined {
  const id = isObject(value) ? value['id'] : undefined;
  return typeof id === 'string' && id.trim() !== '' ? id : undefined;
}
