import type { Language } from '#domain/language.ts';
import type { View } from './view.ts';

/** A page that the site has: where it stands, in which language, and how to compute what it shows. */
export interface PlannedPage {
  kind: 'page';
  /** Site path with a trailing slash, or `/404.html`. */
  address: string;
  language: Language;
  /** Pure and repeatable; called once to take the fingerprint and, if the page changed, to render it. */
  view: () => View;
}

/** A file for machines, produced by a plain function. */
export interface PlannedFile {
  kind: 'file';
  /** Site path of the file. */
  address: string;
  /** Media type, for servers that ask; static hosts choose their own. */
  type: string;
  render: () => string;
  /**
   * Everything that the bytes depend on beside the engine itself, as text that is much cheaper to get than the bytes.
   * While it stays the same the file need not be rendered again. Absent where rendering is as cheap.
   */
  basis?: () => string;
}

export type Planned = PlannedPage | PlannedFile;
