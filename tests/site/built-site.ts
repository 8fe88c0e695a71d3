import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parseHTML } from 'linkedom';
import type { AdvisoryRecord } from '../../src/formats/record/advisory-record.ts';

/** One HTML file of a built site, parsed. */
export interface BuiltPage {
  /** Path below the site's folder, with `/`. */
  file: string;
  /** The address at which a static host answers with it. */
  address: string;
  html: string;
  document: Document;
}

/** All files below a folder, with `/`, sorted. */
export function listFiles(folder: string): string[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => path.relative(folder, path.join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .toSorted();
}

/** Every advisory of a built site as data: its `advisory.json`. */
export function readRecords(folder: string): AdvisoryRecord[] {
  return listFiles(folder)
    .filter((file) => /^(?!api\/)[^/]+\/[^/]+\/advisory\.json$/.test(file))
    .map((file) => JSON.parse(readFileSync(path.join(folder, file), 'utf8')) as AdvisoryRecord);
}

/** Every page of a built site; redirects and the folder pages of the CSAF provider have no frame and are left out. */
export function readPages(folder: string): BuiltPage[] {
  return readDocuments(folder).filter(
    ({ address, document }) => !isRedirect(document) && !address.startsWith('/.well-known/'),
  );
}

/** Every HTML file of a built site. */
export function readDocuments(folder: string): BuiltPage[] {
  return listFiles(folder)
    .filter((file) => file.endsWith('.html'))
    .map((file) => {
      const html = readFileSync(path.join(folder, file), 'utf8');
      const { document } = parseHTML(html);
      return { file, address: `/${file.replace(/(^|\/)index\.html$/, '$1')}`, html, document };
    });
}

export function isRedirect(document: Document): boolean {
  return document.querySelector('meta[http-equiv="refresh"]') !== null;
}

/** The values of an attribute over all elements that match. */
export function attributes(document: Document, selector: string, name: string): string[] {
  return [...document.querySelectorAll(selector)].map((element) => element.getAttribute(name) ?? '');
}
