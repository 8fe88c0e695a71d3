import { openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, SourceFile } from '../format.ts';
import { element, elementText } from './elements.ts';
import { readVulinfo } from './read-vulinfo.ts';
import type { XmlDocument } from './xml/read-xml.ts';
import { firstTag, readRecords, xmlFormat } from './xml-records.ts';

/** VULDEF, versions 1 to 3, as files and as the detail feeds of JVN iPedia; each `Vulinfo` is a record. */
export const vuldef: Format = xmlFormat(
  (path) => /\.(?:xml|rdf)$/iu.test(path),
  'VULDEF-Document',
  readVuldef,
);

/** The records of a document whose root is `VULDEF-Document`. */
export function readVuldef(
  file: SourceFile,
  document: XmlDocument,
  { timezone }: ReadContext,
): Iterable<Reading> {
  return readRecords(file, document, {
    element: 'Vulinfo',
    nameOf: (record) => elementText(record, 'VulinfoID'),
    read: (record, root) => readVulinfo(record, { language: languageOf(root, record), zone: timezone }),
  });
}

/** The language of a record, of the document around it, or of the question that the document answers. */
function languageOf(root: Place, { value }: Place): string | undefined {
  return firstTag([
    // Whether it was asked for its language is no business of the record's account.
    element(openDocument(value), '@xml:lang'),
    element(root, '@xml:lang'),
    element(root, 'status:Status', '@lang'),
  ]);
}
