import { openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, SourceFile } from '../format.ts';
import { element, elements, elementText } from './elements.ts';
import { readItem } from './read-item.ts';
import { findClosedLabel } from './read-label.ts';
import { openXmlFile, refuseFile } from './open-file.ts';
import { skipAnswer } from './vuldef.ts';
import type { XmlDocument } from './xml/read-xml.ts';

/** JVNRSS: RSS 1.0 with any generation of its security module (mod_sec); each `item` is a record. */
export const jvnrss: Format = {
  accepts: (path) => /\.(?:rdf|xml|rss)$/iu.test(path),
  *read(files, context) {
    for (const file of files) {
      const document = openXmlFile(file);
      if ('refusal' in document) yield refuseFile(file, document.refusal);
      else if (document.name === 'rdf:RDF') yield* readJvnrss(file, document, context);
      else yield refuseFile(file, { why: 'other-format', what: document.name });
    }
  },
};

/** The records of a document whose root is `rdf:RDF`. */
export function* readJvnrss(
  file: Pick<SourceFile, 'path'>,
  { value }: XmlDocument,
  { timezone }: ReadContext,
): Generator<Reading> {
  const root = openDocument(value);
  const closed = findClosedLabel(root);
  const records = elements(root, 'item');
  if (records.length === 0) yield skipAnswer(file, root);
  for (const { value: record } of records) {
    const document = openDocument(record);
    const name = elementText(document, 'sec:identifier') ?? elementText(document, 'link') ?? file.path;
    const read =
      closed === undefined
        ? readItem(document, { language: languageOf(root), zone: timezone })
        : { refusal: closed };
    yield { path: file.path, name, document, ...read };
  }
}

function languageOf(root: Place): string | undefined {
  const places = [
    element(root, '@xml:lang'),
    element(root, 'channel', 'dc:language'),
    element(root, 'status:Status', '@lang'),
  ];
  return places.map(({ value }) => value).find((tag) => typeof tag === 'string');
}
