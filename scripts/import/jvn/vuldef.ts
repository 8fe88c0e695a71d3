import { openDocument, type Place } from '#formats/foreign/foreign-document.ts';
import type { Format, ReadContext, Reading, SourceFile } from '../format.ts';
import { element, elements, elementText } from './elements.ts';
import { findClosedLabel } from './read-label.ts';
import { readVulinfo } from './read-vulinfo.ts';
import { openXmlFile, refuseFile } from './open-file.ts';
import type { XmlDocument } from './xml/read-xml.ts';

/** VULDEF, versions 1 to 3, as files and as the detail feeds of JVN iPedia; each `Vulinfo` is a record. */
export const vuldef: Format = {
  accepts: (path) => /\.(?:xml|rdf)$/iu.test(path),
  *read(files, context) {
    for (const file of files) {
      const document = openXmlFile(file);
      if ('refusal' in document) yield refuseFile(file, document.refusal);
      else if (document.name === 'VULDEF-Document') yield* readVuldef(file, document, context);
      else yield refuseFile(file, { why: 'other-format', what: document.name });
    }
  },
};

/** The records of a document whose root is `VULDEF-Document`. */
export function* readVuldef(
  file: Pick<SourceFile, 'path'>,
  { value }: XmlDocument,
  { timezone }: ReadContext,
): Generator<Reading> {
  const root = openDocument(value);
  const closed = findClosedLabel(root);
  const records = elements(root, 'Vulinfo');
  if (records.length === 0) yield skipAnswer(file, root);
  for (const { value: record } of records) {
    const document = openDocument(record);
    const name = elementText(document, 'VulinfoID') ?? file.path;
    const read =
      closed === undefined
        ? readVulinfo(document, { language: languageOf(root, record), zone: timezone })
        : { refusal: closed };
    yield { path: file.path, name, document, ...read };
  }
}

/** The language of a record, of the document around it, or of the question that the document answers. */
function languageOf(root: Place, record: unknown): string | undefined {
  const tags = [
    element(openDocument(record), '@xml:lang'),
    element(root, '@xml:lang'),
    element(root, 'status:Status', '@lang'),
  ];
  return tags.map(({ value }) => value).find((tag) => typeof tag === 'string');
}

/** An answer without a record, such as one that only says that nothing was found. */
export function skipAnswer(file: Pick<SourceFile, 'path'>, root: Place): Reading {
  const method = element(root, 'status:Status', '@method').value;
  return {
    ...{ path: file.path, name: file.path, document: openDocument(null) },
    skipped: { why: 'not-an-advisory', ...(typeof method === 'string' && { what: method }) },
  };
}
