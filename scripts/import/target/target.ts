import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { VendorFacts } from '#domain/vendor.ts';
import type { Site } from '#domain/site.ts';
import { parseFile } from '#catalog/parse-file.ts';
import { IMPORT_LEDGER } from '#catalog/load-content.ts';
import { loadTree } from '#catalog/read-tree.ts';
import { parseImportLedger, type ImportEntry } from './import-ledger.ts';

/** The content directory into which is imported, as it stands before. */
export interface Target {
  /** `undefined` for a new one, and for one whose site.yaml is not valid. */
  readonly site?: Site;
  /** Whether there is a site.yaml, valid or not. */
  readonly hasSite: boolean;
  readonly vendors: readonly { readonly slug: string; readonly facts: VendorFacts }[];
  readonly ledger: ReadonlyMap<string, ImportEntry>;
  /** A file’s text, or `undefined` where there is none. */
  readonly read: (path: string) => string | undefined;
}

/** The folder holds other things than content: most likely another one was meant. */
export class StrangeFolderError extends Error {}

/** @throws {LedgerError | StrangeFolderError} */
export function loadTarget(folder: string): Target {
  if (isStrange(folder)) throw new StrangeFolderError(folder);
  const read = (path: string): string | undefined => {
    const file = join(folder, path);
    return existsSync(file) ? readFileSync(file, 'utf8') : undefined;
  };
  const site = read('site.yaml');
  const facts = site === undefined ? undefined : parseSite(site);
  return {
    ...(facts !== undefined && { site: facts }),
    hasSite: site !== undefined,
    vendors: loadVendors(folder, read),
    ledger: parseImportLedger(read(IMPORT_LEDGER) ?? ''),
    read,
  };
}

/** Whether a folder without a site.yaml holds anything that version control does not bring along. */
function isStrange(folder: string): boolean {
  if (!existsSync(folder) || existsSync(join(folder, 'site.yaml'))) return false;
  return readdirSync(folder).some((name) => !/^(?:\.git.*|README.*|LICENSE.*|imports\.jsonl)$/u.test(name));
}

function parseSite(text: string): Site | undefined {
  const request = { kind: 'site', file: 'site.yaml', slug: '', language: 'en' } as const;
  return parseFile(request, Buffer.from(text)).facts;
}

function loadVendors(folder: string, read: Target['read']): Target['vendors'] {
  if (!existsSync(join(folder, 'vendors'))) return [];
  return loadTree(join(folder, 'vendors')).files.flatMap((name) => {
    const slug = /^([^/]+)\.yaml$/u.exec(name)?.[1];
    if (slug === undefined) return [];
    const file = `vendors/${name}`;
    const request = { kind: 'vendor', file, slug, language: 'en' } as const;
    const { facts } = parseFile(request, Buffer.from(read(file) ?? ''));
    return facts === undefined ? [] : [{ slug, facts }];
  });
}
