import { openDocument } from '#formats/foreign/foreign-document.ts';
import type { Reading, Refusal, SourceFile } from '../format.ts';
import { isXmlProblem, readXml, type XmlDocument } from './xml/read-xml.ts';

const WEB_PAGE = /^\s*(?:<\?xml[^>]{0,200}\?>\s*)?<(?:!doctype\s+html|html)\b/iu;

/** The XML of a file, or why there is none. A web page is no broken XML but something else. */
export function openXmlFile({ text }: SourceFile): XmlDocument | { readonly refusal: Refusal } {
  const plain = text.replace(/^\uFEFF/u, '');
  if (WEB_PAGE.test(plain.slice(0, 1000))) return { refusal: { why: 'other-format', what: 'html' } };
  const document = readXml(plain);
  return isXmlProblem(document) ? { refusal: { why: 'syntax', ...document } } : document;
}

/** A file from which nothing can be read at all. */
export function refuseFile({ path }: Pick<SourceFile, 'path'>, refusal: Refusal): Reading {
  return { path, name: path, document: openDocument(null), refusal };
}
