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

/**
 * Reads a whole content directory: the one door from disk for the site, the checks and the command line.
 * Nothing is thrown for what stands in a file; every problem becomes a value with its place.
 * @param folder the content directory of the contract (§1)
 * @throws when the folder itself cannot be read
 */
export function loadContent(folder: string, options: LoadOptions = {}): Content {
  const cache =
    options.cacheDir === undefined ? NO_CACHE : loadParseCache(options.cacheDir, loadParserDigest());
  const reader = new ContentReader(folder, cache);
  const tree = loadTree(folder);
  const site = tree.files.includes('site.yaml') ? reader.readSite() : undefined;
  if (!tree.files.includes('site.yaml')) reader.report('site-missing', 'site.yaml');
  for (const file of tree.strange) reader.report('not-a-file', file);
  for (const file of tree.files) reader.read(file, site);
  cache.save();
  return { ...(site ? { site } : {}), ...reader.content(), source: (file) => loadSource(folder, file) };
}

/** Collects a content directory file by file. */
class ContentReader {
  readonly #folder: string;
  readonly #cache: ParseCache;
  readonly #advisories: AdvisoryFile[] = [];
  readonly #translations: TranslationFile[] = [];
  readonly #vendors: VendorFile[] = [];
  readonly #pages: PageFile[] = [];
  readonly #images: ImageFile[] = [];
  readonly #redirects: Redirect[] = [];
  readonly #problems: ContentProblem[] = [];

  constructor(folder: string, cache: ParseCache) {
    this.#folder = folder;
    this.#cache = cache;
  }

  content(): Omit<Content, 'site' | 'source'> {
    return {
      advisories: this.#advisories,
      translations: this.#translations,
      vendors: this.#vendors,
      pages: this.#pages,
      images: this.#images,
      redirects: this.#redirects,
      problems: this.#problems,
    };
  }

  report(kind: string, file: string, params: ContentProblem['params'] = {}): void {
    this.#problems.push({ kind, file, line: 1, column: 1, path: [], params });
  }

  readSite(): Site | undefined {
    return this.#parse({ kind: 'site', file: 'site.yaml', slug: '', language: 'ja' }).facts;
  }

  read(file: string, site: Site | undefined): void {
    const place = parseContentPath(file);
    if (place === undefined) {
      if (!isNote(file)) this.report('unexpected-file', file);
    } else {
      this.#readAs(file, place, site?.languages[0] ?? 'ja');
    }
  }

  #readAs(file: string, place: ContentPath, first: Language): void {
    switch (place.kind) {
      case 'site':
        return;
      case 'redirects':
        this.#readRedirects(file, first);
        return;
      case 'vendor': {
        const { digest, facts } = this.#parse({ kind: 'vendor', file, slug: place.slug, language: first });
        this.#vendors.push({ ...place, file, digest, ...(facts && { facts }) });
        return;
      }
      case 'image':
        this.#images.push({ ...place, file, digest: this.#digest(file) });
        return;
      case 'advisory': {
        const { digest, facts, body } = this.#parse({
          kind: 'advisory',
          file,
          slug: place.slug,
          language: first,
        });
        this.#advisories.push({ ...place, file, digest, ...(facts && { facts }), ...(body && { body }) });
        return;
      }
      default:
        this.#readInLanguage(file, place);
    }
  }

  #readInLanguage(file: string, place: Extract<ContentPath, { language: string }>): void {
    const { language } = place;
    if (!isLanguage(language)) {
      this.report('unknown-language', file, { language });
      return;
    }
    if (place.kind === 'page') {
      const { digest, facts } = this.#parse({ kind: 'page', file, slug: place.slug, language });
      this.#pages.push({ ...place, language, file, digest, ...(facts && { facts }) });
      return;
    }
    const { digest, facts, body } = this.#parse({ kind: 'translation', file, slug: place.slug, language });
    this.#translations.push({
      ...place,
      language,
      file,
      digest,
      ...(facts && { words: facts }),
      ...(body && { body }),
    });
  }

  #readRedirects(file: string, language: Language): void {
    const { facts = {} } = this.#parse({ kind: 'redirects', file, slug: '', language });
    for (const [from, to] of Object.entries(facts)) this.#redirects.push({ from, to });
  }

  #parse<Kind extends ParsedKind>(request: ParseRequest<Kind>): ParsedFile<Kind> & { digest: string } {
    const { file } = request;
    const full = path.join(this.#folder, file);
    const size = loadSize(full);
    if (size > MAX_SOURCE_BYTES) {
      this.report('file-too-large', file, { bytes: size, limit: MAX_SOURCE_BYTES });
      return { problems: [], digest: '' };
    }
    const bytes = readFileSync(full);
    const digest = digestOf(bytes);
    const key = `${request.kind}/${request.language}/${digest}`;
    let parsed = this.#cache.recall(file, key) as ParsedFile<Kind> | undefined;
    if (parsed === undefined) {
      parsed = parseFile(request, bytes);
      this.#cache.remember(file, key, parsed);
    }
    this.#problems.push(...parsed.problems);
    return { ...parsed, digest };
  }

  #digest(file: string): string {
    return digestOf(readFileSync(path.join(this.#folder, file)));
  }
}

/** A README or a licence beside the content is for people, not for the site. */
function isNote(file: string): boolean {
  return /(?:^|\/)(?:README(?:\.\w+)?|LICENSE(?:\.\w+)?)$/.test(file);
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
