import type { Place } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, SourceFile } from '../format.ts';
import { element, elementText } from './elements.ts';
import { readItem } from './read-item.ts';
import type { XmlDocument } from './xml/read-xml.ts';
import { firstTag, readRecords, xmlFormat } from './xml-records.ts';

/** JVNRSS: RSS 1.0 with any generation of its security module (mod_sec); each `item` is a record. */
export const jvnrss: Format = xmlFormat((path) => /\.(?:rdf|xml|rss)$/iu.test(path), 'rdf:RDF', readJvnrss);

/** The records of a document whose root is `rdf:RDF`. */
export function readJvnrss(
  file: SourceFile,
  document: XmlDocument,
  { timezone }: ReadContext,
): Iterable<Reading> {
  return readRecords(file, document, {
    element: 'item',
    nameOf: (record) => elementText(record, 'sec:identifier') ?? elementText(record, 'link'),
    read: (record, root) => readItem(record, { language: languageOf(root), zone: timezone }),
  });
}

function languageOf(root: Place): string | undefined {
  return firstTag([
    element(root, '@xml:lang'),
    element(root, 'channel', 'dc:language'),
    element(root, 'status:Status', '@lang'),
  ]);
}
