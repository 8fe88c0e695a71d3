import { isObject } from '#formats/foreign/outcome.ts';
import { openDocument } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, Refusal, SourceFile } from '../format.ts';
import { readCase } from './read-case.ts';
import { readNote } from './read-note.ts';

/**
 * Vulnerability notes of CERT/CC: its archive in its own layout (`vu_<number>/vu_<number>.json` with a file
 * `vendor_<record>.json` for each vendor beside it), the same with `{ report, vendors }` in one file, and cases of VINCE.
 */
export const vu: Format = {
  accepts: (path) => /\.json$/iu.test(path),
  group: groupByFolder,
  *read(files, context) {
    const parsed = files.map(parseFile);
    const [records, others] = [parsed.filter(isRecord), parsed.filter((file) => !isRecord(file))];
    for (const file of others) yield readWhole(file, context);
    yield* readRecords(records, context);
  },
};

interface ParsedFile {
  readonly path: string;
  readonly value: unknown;
  readonly isJson: boolean;
}

/** Files of the archive's layout belong together with those beside them. */
function groupByFolder(paths: readonly string[]): string[][] {
  const groups = Map.groupBy(paths, (path) => {
    const [, folder = '', name = ''] = /^(.*?)([^/]*)$/su.exec(path) ?? [];
    return /^(?:vu|vendor)_.*\.json$/iu.test(name) ? folder : path;
  });
  return [...groups.values()];
}

function parseFile({ path, text }: SourceFile): ParsedFile {
  try {
    return { path, value: JSON.parse(text) as unknown, isJson: true };
  } catch {
    return { path, value: undefined, isJson: false };
  }
}

/** Whether a file holds one record of the archive by itself, a report or a vendor’s. */
function isRecord({ value }: ParsedFile): boolean {
  return isObject(value) && ('VendorRecordID' in value || 'IDNumber' in value);
}

function* readRecords(records: readonly ParsedFile[], context: ReadContext): Iterable<Reading> {
  const isReport = ({ value }: ParsedFile) => isObject(value) && !('VendorRecordID' in value);
  const vendorsById = Map.groupBy(
    records.filter((record) => !isReport(record)),
    ({ value }) => idOf(value),
  );
  for (const { path, value } of records.filter(isReport)) {
    const id = idOf(value);
    const vendors = (vendorsById.get(id) ?? []).map((record) => record.value);
    vendorsById.delete(id);
    yield readWhole({ path, value: { report: value, vendors }, isJson: true }, context);
  }
  for (const [id, [first]] of vendorsById) {
    if (first === undefined) continue;
    yield {
      ...{
        path: first.path,
        name: id,
        document: openDocument({ vendors: vendorsById.get(id)?.map(({ value }) => value) }),
      },
      refusal: { why: 'missing', at: '/report', what: 'vu_*.json' },
    };
  }
}

function readWhole({ path, value, isJson }: ParsedFile, context: ReadContext): Reading {
  const document = openDocument(value);
  const name = nameOf(value) ?? path;
  const refuse = (why: Refusal['why'], what: string): Reading => ({
    path,
    name,
    document,
    refusal: { why, what },
  });
  if (!isJson) return refuse('syntax', 'JSON');
  if (!isObject(value)) return refuse('other-format', 'VU#');
  if (isObject(value['report'])) return { path, name, document, ...readNote(document, context) };
  if (isObject(value['get_case'])) return { path, name, document, ...readCase(document) };
  if (Array.isArray(value['get_cases'])) return refuse('not-an-advisory', 'get_cases');
  return refuse('other-format', isObject(value['document']) ? 'CSAF' : 'VU#');
}

function nameOf(value: unknown): string | undefined {
  if (!isObject(value)) return undefined;
  if (isObject(value['report'])) return idOf(value['report']);
  const found = value['get_case'];
  return isObject(found) && typeof found['vuid'] === 'string' ? `VU#${found['vuid']}` : undefined;
}

function idOf(value: unknown): string {
  return isObject(value) && typeof value['ID'] === 'string' ? value['ID'] : 'VU#?';
}
