import { LANGUAGES, type Language } from '#domain/language.ts';

/** What a file of a content directory is, told by its path alone. */
export type ContentPath =
  | { kind: 'site' | 'redirects' }
  | { kind: 'advisory'; yearFolder: string; slug: string }
  | { kind: 'translation'; yearFolder: string; slug: string; language: string }
  | { kind: 'image'; yearFolder: string; slug: string; name: string }
  | { kind: 'vendor'; slug: string }
  | { kind: 'unreachable'; slug: string }
  | { kind: 'statistics'; quarter: string }
  | { kind: 'exploits' }
  | { kind: 'page'; slug: string; language: string };

/** Where entries of the list of unreachable developers stand in the content, wherever they are kept. */
export const UNREACHABLE = 'unreachable/';

type Reader = (groups: Record<string, string>) => ContentPath;

/** The content directory of the contract (§1), one line for each kind of file. */
const SHAPES: readonly (readonly [RegExp, Reader])[] = [
  [/^site\.yaml$/, () => ({ kind: 'site' })],
  [/^redirects\.yaml$/, () => ({ kind: 'redirects' })],
  [/^statistics\/(?<quarter>\d{4}-Q[1-4])\.yaml$/, ({ quarter = '' }) => ({ kind: 'statistics', quarter })],
  [/^statistics\/exploits\.yaml$/, () => ({ kind: 'exploits' })],
  [
    // An entry's number with - for #. Any other name may be a developer's, and what has no place is told without its name.
    /^unreachable\/(?<slug>[A-Z]{1,4}(?:-\d+)+)\.yaml$/,
    ({ slug = '' }) => ({ kind: 'unreachable', slug }),
  ],
  [/^vendors\/(?<slug>[^/]+)\.yaml$/, ({ slug = '' }) => ({ kind: 'vendor', slug })],
  [
    /^pages\/(?<language>[^/]+)\/(?<slug>[a-z0-9-]+)\.mdx$/,
    ({ language = '', slug = '' }) => ({ kind: 'page', slug, language }),
  ],
  [
    /^advisories\/(?<yearFolder>[^/]+)\/(?<slug>[^/.]+)\.(?<language>[^/.]+)\.md$/,
    ({ yearFolder = '', slug = '', language = '' }) => ({ kind: 'translation', yearFolder, slug, language }),
  ],
  [
    /^advisories\/(?<yearFolder>[^/]+)\/(?<slug>[^/.]+)\.md$/,
    ({ yearFolder = '', slug = '' }) => ({ kind: 'advisory', yearFolder, slug }),
  ],
  [
    /^advisories\/(?<yearFolder>[^/]+)\/(?<slug>[^/.]+)\/(?<name>[A-Za-z0-9_-]+\.(?:png|jpe?g|gif|webp|avif))$/,
    ({ yearFolder = '', slug = '', name = '' }) => ({ kind: 'image', yearFolder, slug, name }),
  ],
];

/**
 * Tells what a file is, or `undefined` when a content directory has no place for it.
 * No name of content begins with a dot, neither a file's nor a folder's.
 */
export function parseContentPath(file: string): ContentPath | undefined {
  if (/(?:^|\/)\./.test(file)) return undefined;
  for (const [shape, read] of SHAPES) {
    const match = shape.exec(file);
    if (match) return read(match.groups ?? {});
  }
  return undefined;
}

/** Narrows a file name's language part to a language that the engine speaks. */
export function isLanguage(tag: string): tag is Language {
  return (LANGUAGES as readonly string[]).includes(tag);
}
