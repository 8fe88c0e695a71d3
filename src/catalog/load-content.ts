import { createHash, hash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { compareText } from '#domain/compare-text.ts';
import type { Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { Redirect } from './catalog.ts';
import type {
  AdvisoryFile,
  Content,
  ContentProblem,
  ExploitsFile,
  ImageFile,
  PageFile,
  StatisticsFile,
  TranslationFile,
  UnreachableFile,
  VendorFile,
} from './content.ts';
import { concealProblem } from './conceal-problem.ts';
import { type ContentPath, isLanguage, parseContentPath, UNREACHABLE } from './content-path.ts';
import { loadParseCache, NO_CACHE, type ParseCache } from './parse-cache.ts';
import type { ParsedFile, ParsedKind, ParseRequest } from './parse-file.ts';
import { loadSize, loadTree } from './read-tree.ts';
import { parseRemembered } from './remembered-parse.ts';
import { decodeSource, MAX_SOURCE_BYTES } from './source.ts';

export interface LoadOptions {
  /** Where parsed files are remembered between runs. Nothing is remembered without it. */
  cacheDir?: string;
  /**
   * A private folder of entries that takes the place of `unreachable/` in the content directory, with the same names. What it holds
   * is remembered nowhere, and no message names a file that is out of place there.
   */
  unreachableDir?: string;
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
export function openContent(folder: string, options: LoadOptions = {}): OpenContent {
  const { cacheDir, unreachableDir } = options;
  const locate = (file: string): string => path.join(folder, file);
  let cache = cacheDir === undefined ? NO_CACHE : loadParseCache(cacheDir, loadCodeDigest(PARSER_ROOMS));
  let known = new Map<string, Reading>();
  let spoken: Language | undefined;
  return {
    read(changed = []) {
      // Forgotten first: when this reading fails half-way, the next one must still read them.
      for (const file of changed) known.delete(file);
      const tree = loadTree(folder);
      const site = tree.files.includes(SITE_FILE)
        ? (known.get(SITE_FILE) ?? readFile({ locate, cache }, SITE_FILE, 'ja'))
        : { problems: [problem('site-missing', SITE_FILE)] };
      const language = site.site?.languages[0] ?? 'ja';
      // Headings are read in the language of the file, which is the site's first one for originals.
      const isSpoken = spoken === undefined || spoken === language;
      const readings = new Map([[SITE_FILE, site]]);
      for (const file of tree.files.filter((name) => name !== SITE_FILE)) {
        readings.set(
          file,
          (isSpoken ? known.get(file) : undefined) ?? readFile({ locate, cache }, file, language),
        );
      }
      const hidden = unreachableDir === undefined ? [] : readHidden(unreachableDir, language);
      cache.save();
      // Saving again after a few files would make it forget all others.
      cache = NO_CACHE;
      [known, spoken] = [readings, language];
      const shown = [...readings]
        .filter(([file]) => unreachableDir === undefined || !file.startsWith(UNREACHABLE))
        .map(([, reading]) => reading);
      const isUnread = unreachableDir !== undefined && [...readings.keys()].some(isLeft);
      return toContent(
        (file) => loadSource(placeIn(folder, unreachableDir, file)),
        [...shown, ...hidden, ...(isUnread ? [UNREAD] : [])],
        tree.strange,
      );
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
  entry?:
    | AdvisoryFile
    | TranslationFile
    | VendorFile
    | UnreachableFile
    | PageFile
    | ImageFile
    | StatisticsFile
    | ExploitsFile;
  problems: readonly ContentProblem[];
}

const UNREAD: Reading = { problems: [problem('unreachable-not-read', UNREACHABLE)] };

/** Reads a private folder of entries. A file out of place is told without its name, which may be a developer’s. */
function readHidden(folder: string, language: Language): Reading[] {
  const { files, strange } = loadTree(folder);
  const shelf = { locate: (file: string) => placeIn(folder, folder, file), cache: NO_CACHE };
  const readings = files.map((name) => {
    const file = UNREACHABLE + name;
    return isEntry(file) || isNote(file) ? readFile(shelf, file, language) : OUT_OF_PLACE;
  });
  return [...readings, ...strange.map(() => OUT_OF_PLACE)];
}

const OUT_OF_PLACE: Reading = { problems: [problem('unexpected-file', UNREACHABLE)] };

/** Whether a file would be an entry if it were read, under whatever name. */
function isLeft(file: string): boolean {
  return file.startsWith(UNREACHABLE) && !isNote(file);
}

function isEntry(file: string): boolean {
  return parseContentPath(file)?.kind === 'unreachable';
}

/** Where a file of the content stands on disk. */
function placeIn(folder: string, unreachableDir: string | undefined, file: string): string {
  return unreachableDir !== undefined && file.startsWith(UNREACHABLE)
    ? path.join(unreachableDir, file.slice(UNREACHABLE.length))
    : path.join(folder, file);
}

function toContent(
  source: Content['source'],
  readings: readonly Reading[],
  strange: readonly string[],
): Content {
  const site = readings.find((reading) => reading.site !== undefined)?.site;
  const entries = readings.flatMap(({ entry }) => entry ?? []);
  const ofKind = <Kind extends (typeof entries)[number]['kind']>(kind: Kind) =>
    entries.filter((entry): entry is Extract<typeof entry, { kind: Kind }> => entry.kind === kind);
  const [exploits] = ofKind('exploits');
  return {
    ...(site && { site }),
    advisories: ofKind('advisory'),
    translations: ofKind('translation'),
    vendors: ofKind('vendor'),
    unreachable: ofKind('unreachable'),
    pages: ofKind('page'),
    images: ofKind('image'),
    statistics: ofKind('statistics').toSorted((a, b) => compareText(a.quarter, b.quarter)),
    ...(exploits && { exploits }),
    redirects: readings.flatMap(({ redirects }) => redirects ?? []),
    problems: [
      ...readings.flatMap(({ problems }) => problems),
      ...strange.map((file) => misplaced('not-a-file', file)),
    ],
    source,
  };
}

function problem(kind: string, file: string, params: ContentProblem['params'] = {}): ContentProblem {
  return { kind, file, line: 1, column: 1, path: [], params };
}

/** A file that has no place. Among entries its name may be a developer’s, so the folder is told. */
function misplaced(kind: string, file: string): ContentProblem {
  return problem(kind, file.startsWith(UNREACHABLE) ? UNREACHABLE : file);
}

/** Where files are read from, and what remembers how they were parsed. */
interface Shelf {
  locate: (file: string) => string;
  cache: ParseCache;
}

/** @param first the site's first language, in which originals are written */
function readFile(shelf: Shelf, file: string, first: Language): Reading {
  const place = parseContentPath(file);
  if (place === undefined) {
    const isExpected = file === IMPORT_LEDGER || isNote(file) || isPublicKey(shelf, file);
    return { problems: isExpected ? [] : [misplaced('unexpected-file', file)] };
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
    case 'unreachable': {
      // Remembered nowhere: a name that is taken off the list must not live on in a cache.
      const request = { kind: 'unreachable', file, slug: place.slug, language } as const;
      const { digest, facts, problems } = parse({ ...shelf, cache: NO_CACHE }, request);
      const entry = { ...place, file, digest, ...(facts && { facts }) };
      return { entry, problems: problems.map(concealProblem) };
    }
    case 'statistics':
    case 'exploits':
      return readNumbers(shelf, file, place, language);
    case 'image':
      return {
        entry: { ...place, file, digest: digestOf(readFileSync(shelf.locate(file))) },
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

function readNumbers(
  shelf: Shelf,
  file: string,
  place: Extract<ContentPath, { kind: 'statistics' | 'exploits' }>,
  language: Language,
): Reading {
  if (place.kind === 'exploits') {
    const { digest, facts, problems } = parse(shelf, { kind: 'exploits', file, slug: '', language });
    return { entry: { ...place, file, digest, ...(facts && { facts }) }, problems };
  }
  const { digest, facts, problems } = parse(shelf, { kind: 'statistics', file, slug: '', language });
  return { entry: { ...place, file, digest, ...(facts && { facts }) }, problems };
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
  { locate, cache }: Shelf,
  request: ParseRequest<Kind>,
): ParsedFile<Kind> & { digest: string } {
  const { file } = request;
  const full = locate(file);
  const size = loadSize(full);
  if (size > MAX_SOURCE_BYTES) {
    const params = { bytes: size, limit: MAX_SOURCE_BYTES };
    return { problems: [problem('file-too-large', file, params)], digest: '' };
  }
  const bytes = readFileSync(full);
  const digest = digestOf(bytes);
  return { ...parseRemembered(cache, request, bytes, digest), digest };
}

/** A README or a licence beside the content is for people, not for the site. */
function isNote(file: string): boolean {
  return /(?:^|\/)(?:README(?:\.\w+)?|LICENSE(?:\.\w+)?)$/.test(file);
}

/** The key that `csaf.publicKey` of site.yaml may name. One that holds a secret is out of place, and so it is told. */
function isPublicKey({ locate }: Shelf, file: string): boolean {
  if (!file.endsWith('.asc')) return false;
  const source = loadSource(locate(file));
  return source.startsWith('-----BEGIN PGP PUBLIC KEY BLOCK-----') && !source.includes('PRIVATE KEY');
}

function digestOf(bytes: Uint8Array): string {
  return hash('sha256', bytes);
}

function loadSource(file: string): string {
  const decoded = decodeSource(readFileSync(file));
  return decoded.ok ? decoded.source : '';
}

/** The rooms of the source that turn bytes into facts and markup: when they change, nothing remembered is used. */
const PARSER_ROOMS = ['domain', 'markdown', 'catalog'];

/** Digest of the code in rooms of the source, and of the packages that it may use. Hex SHA-256. */
export function loadCodeDigest(rooms: readonly string[]): string {
  const src = path.resolve(import.meta.dirname, '..');
  const digest = createHash('sha256');
  for (const room of rooms) {
    const code = loadTree(path.join(src, room)).files.filter((file) => /(?<!\.test)\.ts$/.test(file));
    for (const file of code) digest.update(file).update(readFileSync(path.join(src, room, file)));
  }
  digest.update(readFileSync(path.resolve(src, '../package-lock.json')));
  return digest.digest('hex');
}
