import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import type { Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { Redirect } from './catalog.ts';
import type {
  AdvisoryFile,
  Content,
  ContentProblem,
  ImageFile,
  PageFile,
  TranslationFile,
  VendorFile,
} from './content.ts';
import { type ContentPath, isLanguage, parseContentPath } from './content-path.ts';
import { loadParseCache, NO_CACHE, type ParseCache } from './parse-cache.ts';
import { parseFile, type ParsedFile, type ParsedKind, type ParseRequest } from './parse-file.ts';
import { loadSize, loadTree } from './read-tree.ts';
import { decodeSource, MAX_SOURCE_BYTES } from './source.ts';

export interface LoadOptions {
  /** Where parsed files are remembered between runs. Nothing is remembered without it. */
  cacheDir?: string;
}

/** A content directory that is read again and again while its authors write. */
export interface OpenContent {
  /**
   * Reads what is new or changed; everything else is as it was read before, down to the same objects.
   * @param changed paths below the folder of the files that were written since the last reading
   * @throws when the folder itself cannot be read
   */
  read: (changed?: Iterable<string>) => Content;
}

/**
 * Reads a whole content directory: the one door from disk for the site, the checks and the command line.
 * Nothing is thrown for what stands in a file; every problem becomes a value with its place.
 * @param folder the content directory of the contract (§1)
 * @throws when the folder itself cannot be read
 */
export function loadContent(folder: string, options: LoadOptions = {}): Content {
  return openContent(folder, options).read();
}

/** Opens a content directory for several readings. The memory on disk serves the first one only. */
export function openContent(folder: string, { cacheDir }: LoadOptions = {}): OpenContent {
  let cache = cacheDir === undefined ? NO_CACHE : loadParseCache(cacheDir, loadParserDigest());
  let known = new Map<string, Reading>();
  let spoken: Language | undefined;
  return {
    read(changed = []) {
      // Forgotten first: when this reading fails half-way, the next one must still read them.
      for (const file of changed) known.delete(file);
      const tree = loadTree(folder);
      const site = tree.files.includes(SITE_FILE)
        ? (known.get(SITE_FILE) ?? readFile({ folder, cache }, SITE_FILE, 'ja'))
        : { problems: [problem('site-missing', SITE_FILE)] };
      const language = site.site?.languages[0] ?? 'ja';
      // Headings are read in the language of the file, which is the site's first one for originals.
      const isSpoken = spoken === undefined || spoken === language;
      const readings = new Map([[SITE_FILE, site]]);
      for (const file of tree.files.filter((name) => name !== SITE_FILE)) {
        readings.set(
          file,
          (isSpoken ? known.get(file) : undefined) ?? readFile({ folder, cache }, file, language),
        );
      }
      cache.save();
      // Saving again after a few files would make it forget all others.
      cache = NO_CACHE;
      [known, spoken] = [readings, language];
      return toContent(folder, [...readings.values()], tree.strange);
    },
  };
}

const SITE_FILE = 'site.yaml';
/** What was imported and how it was written then: for the next import, not for the site. */
export const IMPORT_LEDGER = 'imports.jsonl';

/** What one file gave. */
interface Reading {
  site?: Site;
  redirects?: readonly Redirect[];
  entry?: AdvisoryFile | TranslationFile | VendorFile | PageFile | ImageFile;
  problems: readonly ContentProblem[];
}

function toContent(folder: string, readings: readonly Reading[], strange: readonly string[]): Content {
  const site = readings.find((reading) => reading.site !== undefined)?.site;
  const entries = readings.flatMap(({ entry }) => entry ?? []);
  const ofKind = <Kind extends (typeof entries)[number]['kind']>(kind: Kind) =>
    entries.filter((entry): entry is Extract<typeof entry, { kind: Kind }> => entry.kind === kind);
  return {
    ...(site && { site }),
    advisories: ofKind('advisory'),
    translations: ofKind('translation'),
    vendors: ofKind('vendor'),
    pages: ofKind('page'),
    images: ofKind('image'),
    redirects: readings.flatMap(({ redirects }) => redirects ?? []),
    problems: [
      ...readings.flatMap(({ problems }) => problems),
      ...strange.map((file) => problem('not-a-file', file)),
    ],
    source: (file) => loadSource(folder, file),
  };
}

function problem(kind: string, file: string, params: ContentProblem['params'] = {}): ContentProblem {
  return { kind, file, line: 1, column: 1, path: [], params };
}

/** Where files are read from, and what remembers how they were parsed. */
interface Shelf {
  folder: string;
  cache: ParseCache;
}

/** @param first the site's first language, in which originals are written */
function readFile(shelf: Shelf, file: string, first: Language): Reading {
  const place = parseContentPath(file);
  if (place === undefined) {
    const isExpected = file === IMPORT_LEDGER || isNote(file) || isPublicKey(shelf.folder, file);
    return { problems: isExpected ? [] : [problem('unexpected-file', file)] };
  }
  return readAs(shelf, file, place, first);
}

function readAs(shelf: Shelf, file: string, place: ContentPath, language: Language): Reading {
  switch (place.kind) {
    case 'site': {
      const { facts, problems } = parse(shelf, { kind: 'site', file, slug: '', language });
      return { ...(facts && { site: facts }), problems };
    }
    case 'redirects': {
      const { facts = {}, problems } = parse(shelf, { kind: 'redirects', file, slug: '', language });
      return { redirects: Object.entries(facts).map(([from, to]) => ({ from, to })), problems };
    }
    case 'vendor': {
      const { digest, facts, problems } = parse(shelf, { kind: 'vendor', file, slug: place.slug, language });
      return { entry: { ...place, file, digest, ...(facts && { facts }) }, problems };
    }
    case 'image':
      return {
        entry: { ...place, file, digest: digestOf(readFileSync(path.join(shelf.folder, file))) },
        problems: [],
      };
    case 'advisory': {
      const { digest, facts, body, problems } = parse(shelf, {
        kind: 'advisory',
        file,
        slug: place.slug,
        language,
      });
      return { entry: { ...place, file, digest, ...(facts && { facts }), ...(body && { body }) }, problems };
    }
    default:
      return readInLanguage(shelf, file, place);
  }
}

function readInLanguage(
  shelf: Shelf,
  file: string,
  place: Extract<ContentPath, { language: string }>,
): Reading {
  const { language, slug } = place;
  if (!isLanguage(language)) return { problems: [problem('unknown-language', file, { language })] };
  if (place.kind === 'page') {
    const { digest, facts, problems } = parse(shelf, { kind: 'page', file, slug, language });
    return { entry: { ...place, language, file, digest, ...(facts && { facts }) }, problems };
  }
  const { digest, facts, body, problems } = parse(shelf, { kind: 'translation', file, slug, language });
  const words = { ...(facts && { words: facts }), ...(body && { body }) };
  return { entry: { ...place, language, file, digest, ...words }, problems };
}

function parse<Kind extends ParsedKind>(
  { folder, cache }: Shelf,
  request: ParseRequest<Kind>,
): ParsedFile<Kind> & { digest: string } {
  const { file } = request;
  const full = path.join(folder, file);
  const size = loadSize(full);
  if (size > MAX_SOURCE_BYTES) {
    const params = { bytes: size, limit: MAX_SOURCE_BYTES };
    return { problems: [problem('file-too-large', file, params)], digest: '' };
  }
  const bytes = readFileSync(full);
  const digest = digestOf(bytes);
  const key = `${request.kind}/${request.language}/${digest}`;
  let parsed = cache.recall(file, key) as ParsedFile<Kind> | undefined;
  if (parsed === undefined) {
    parsed = parseFile(request, bytes);
    cache.remember(file, key, parsed);
  }
  return { ...parsed, digest };
}

/** A README or a licence beside the content is for people, not for the site. */
function isNote(file: string): boolean {
  return /(?:^|\/)(?:README(?:\.\w+)?|LICENSE(?:\.\w+)?)$/.test(file);
}

/** The key that `csaf.publicKey` of site.yaml may name. One that holds a secret is out of place, and so it is told. */
function isPublicKey(folder: string, file: string): boolean {
  if (!file.endsWith('.asc')) return false;
  const source = loadSource(folder, file);
  return source.startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----') && !source.includes('PRIVATE KEY');
}

function digestOf(bytes: Uint8Array): string {
  return createHash('sha256').update(bytes).digest('hex');
}

function loadSource(folder: string, file: string): string {
  const decoded = decodeSource(readFileSync(path.join(folder, file)));
  return decoded.ok ? decoded.source : '';
}

/** Digest of the code that turns bytes into facts and markup: when it changes, nothing remembered is used. */
function loadParserDigest(): string {
  const src = path.resolve(import.meta.dirname, '..');
  const hash = createHash('sha256');
  for (const room of ['domain', 'markdown', 'catalog']) {
    const code = loadTree(path.join(src, room)).files.filter((file) => /(?<!\.test)\.ts$/.test(file));
    for (const file of code) hash.update(file).update(readFileSync(path.join(src, room, file)));
  }
  hash.update(readFileSync(path.resolve(src, '../package-lock.json')));
  return hash.digest('hex');
}
