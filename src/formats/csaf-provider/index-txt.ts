import { formatRelativePath, type ListedDocument } from './provider-tree.ts';

/** `index.txt`: every document of the directory, one a line (CSAF 2.0 §7.1.12). A blank line would be an error. */
export function renderIndexTxt(documents: readonly ListedDocument[]): string {
  return documents.map((document) => `${formatRelativePath(document)}\n`).join('');
}
