import type { Language } from '#domain/language.ts';
import type { VendorFacts } from '#domain/vendor.ts';
import { isLanguage, parseContentPath } from '#catalog/content-path.ts';
import { parseFile, type ParsedFile, type ParsedKind } from '#catalog/parse-file.ts';
import { ruleByKind } from '#lint/rules.ts';
import type { ReadContext, Reading, Refusal, SourceFile } from '../format.ts';
import { refuseFile } from '../unread-file.ts';

/** One file of a content directory, parsed by the gate through which the site itself reads it. */
export interface ShelfFile<Kind extends ParsedKind> {
  readonly path: string;
  readonly slug: string;
  readonly language: Language;
  readonly text: string;
  readonly parsed: ParsedFile<Kind>;
}

/** A content directory of another site. */
export interface Shelf {
  readonly advisories: readonly ShelfFile<'advisory'>[];
  /** By the slug of the advisory. */
  readonly translations: ReadonlyMap<string, readonly ShelfFile<'translation'>[]>;
  readonly vendors: ReadonlyMap<string, VendorFacts>;
  readonly redirects: readonly (readonly [from: string, to: string])[];
  /** What became of all files that are no advisories. */
  readonly readings: readonly Reading[];
}

/** A path as the content directory above it and the path below that; `undefined` for what stands in none. */
export function splitPath(path: string): { root: string; below: string } | undefined {
  const { root = '', below = '' } =
    /^(?<root>.*\/)?(?<below>(?:advisories|vendors)\/.+|(?:site|redirects)\.yaml)$/u.exec(path)?.groups ?? {};
  const kind = parseContentPath(below)?.kind;
  return kind === undefined || kind === 'image' ? undefined : { root, below };
}

export function openShelf(files: readonly SourceFile[], context: ReadContext): Shelf {
  const named = files.flatMap((file) => {
    const place = parseContentPath(splitPath(file.path)?.below ?? '');
    return place === undefined ? [] : [{ file, place }];
  });
  const site = named.flatMap(({ file, place }) =>
    place.kind === 'site' ? parse('site', file, '', 'ja') : [],
  )[0];
  const first = site?.parsed.facts?.languages[0] ?? context.languages[0] ?? 'ja';
  const shelf: Filling = {
    ...{ advisories: [], redirects: [], readings: [] },
    ...{ translations: new Map(), vendors: new Map() },
  };
  for (const { file, place } of named) {
    if (place.kind === 'advisory') shelf.advisories.push(parse('advisory', file, place.slug, first));
    else if (place.kind === 'translation') shelveTranslation(shelf, file, place.slug, place.language);
    else if (place.kind === 'vendor') shelveVendor(shelf, parse('vendor', file, place.slug, first));
    else if (place.kind === 'redirects') shelveRedirects(shelf, parse('redirects', file, '', first));
  }
  refuseOrphans(shelf);
  return shelf;
}

interface Filling {
  readonly advisories: ShelfFile<'advisory'>[];
  readonly translations: Map<string, ShelfFile<'translation'>[]>;
  readonly vendors: Map<string, VendorFacts>;
  readonly redirects: [string, string][];
  readonly readings: Reading[];
}

function parse<Kind extends ParsedKind>(
  kind: Kind,
  { path, text }: SourceFile,
  slug: string,
  language: Language,
): ShelfFile<Kind> {
  const parsed = parseFile({ kind, file: path, slug, language }, new TextEncoder().encode(text));
  return { path, slug, language, text, parsed };
}

function shelveTranslation(shelf: Filling, file: SourceFile, slug: string, language: string): void {
  if (!isLanguage(language)) {
    refuse(shelf, file.path, { why: 'language', what: language });
    return;
  }
  const translation = parse('translation', file, slug, language);
  const refusal = refusalOf(translation);
  if (refusal !== undefined) refuse(shelf, file.path, refusal);
  else shelf.translations.set(slug, [...(shelf.translations.get(slug) ?? []), translation]);
}

function shelveVendor(shelf: Filling, file: ShelfFile<'vendor'>): void {
  const refusal = refusalOf(file);
  if (refusal !== undefined) refuse(shelf, file.path, refusal);
  else if (file.parsed.facts !== undefined) shelf.vendors.set(file.slug, file.parsed.facts);
}

function shelveRedirects(shelf: Filling, file: ShelfFile<'redirects'>): void {
  const refusal = refusalOf(file);
  if (refusal !== undefined) refuse(shelf, file.path, refusal);
  else shelf.redirects.push(...Object.entries(file.parsed.facts ?? {}));
}

function refuseOrphans(shelf: Filling): void {
  const slugs = new Set(shelf.advisories.map(({ slug }) => slug));
  for (const [slug, translations] of shelf.translations) {
    if (slugs.has(slug)) continue;
    for (const { path } of translations) refuse(shelf, path, { why: 'missing', what: `${slug}.md` });
  }
}

function refuse({ readings }: Filling, path: string, refusal: Refusal): void {
  readings.push(refuseFile(path, refusal));
}

/** The first finding for which the check of the other site would fail, or `undefined` for a sound file. */
export function refusalOf({ parsed }: ShelfFile<ParsedKind>): Refusal | undefined {
  for (const { kind, line, column } of parsed.problems) {
    const { code, severity } = ruleByKind(kind);
    if (severity === 'error') return { why: 'unreadable', at: `${line}:${column}`, what: `${code} ${kind}` };
  }
  return undefined;
}
