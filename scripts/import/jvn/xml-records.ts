import { openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, Refusal, SourceFile } from '../format.ts';
import { passOver, refuseFile } from '../unread-file.ts';
import { element, elements } from './elements.ts';
import { findClosedLabel } from './read-label.ts';
import type { Read } from './read-vulinfo.ts';
import { isXmlProblem, readXml, type XmlDocument } from './xml/read-xml.ts';

const WEB_PAGE = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b/iu;

/** The XML of a file, or why there is none. A web page is no broken XML but something else. */
export function openXmlFile({ text }: SourceFile): XmlDocument | { readonly refusal: Refusal } {
  const plain = text.replace(/^\uFEFF/u, '');
  if (WEB_PAGE.test(plain.slice(0, 1000))) return { refusal: { why: 'other-format', what: 'html' } };
  const document = readXml(plain);
  return isXmlProblem(document) ? { refusal: { why: 'syntax', ...document } } : document;
}

/** A format of XML files with one kind of root. */
export function xmlFormat(
  accepts: Format['accepts'],
  root: string,
  readRoot: (file: SourceFile, document: XmlDocument, context: ReadContext) => Iterable<Reading>,
): Format {
  return {
    accepts,
    *read(files, context) {
      for (const file of files) {
        const document = openXmlFile(file);
        if ('refusal' in document) yield refuseFile(file.path, document.refusal);
        else if (document.name === root) yield* readRoot(file, document, context);
        else yield refuseFile(file.path, { why: 'other-format', what: document.name });
      }
    },
  };
}

/** How the records below a root are read. */
interface RecordReader {
  /** The name of the elements that are records. */
  readonly element: string;
  readonly nameOf: (record: Place) => string | undefined;
  readonly read: (record: Place, root: Place) => Read;
}

/** The records of a document, of which none is read where its label restricts it. */
export function* readRecords(
  { path }: SourceFile,
  { value }: XmlDocument,
  { element: records, nameOf, read }: RecordReader,
): Generator<Reading> {
  const root = openDocument(value);
  const closed = findClosedLabel(root);
  const found = elements(root, records);
  if (found.length === 0) yield skipAnswer(path, root);
  for (const { value: record } of found) {
    const document = openDocument(record);
    const told = closed === undefined ? read(document, root) : { refusal: closed };
    yield { path, name: nameOf(document) ?? path, document, ...told };
  }
}

/** An answer without a record, such as one that only says that nothing was found. */
export function skipAnswer(path: string, root: Place): Reading {
  const method = element(root, 'status:Status', '@method').value;
  return passOver(path, { why: 'not-an-advisory', ...(typeof method === 'string' && { what: method }) });
}

/** The first of some places that holds a text: what a document says of its language. */
export function firstTag(places: readonly Place[]): string | undefined {
  return places.map(({ value }) => value).find((tag) => typeof tag === 'string');
}
