import { type CsafVersion, formatRelativePath, type ListedDocument } from './provider-tree.ts';

/**
 * `changes.csv`: every document with the moment of its current release, the latest first, without a heading
 * (CSAF 2.0 §7.1.13). Version 2.0 quotes the fields, 2.1 does not; names and instants hold nothing that needs it.
 */
export function renderChangesCsv(version: CsafVersion, documents: readonly ListedDocument[]): string {
  const quote = version === '2.0' ? '"' : '';
  return documents
    .map((document) => [formatRelativePath(document), document.currentReleaseDate])
    .map((fields) => `${fields.map((field) => quote + field + quote).join(',')}\n`)
    .join('');
}
