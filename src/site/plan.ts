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
  /**
   * Digests that are published beside the file, each under its address and `.sha256` or `.sha512`, in the form that
   * `sha256sum --check` reads (CSAF 2.0 §7.1.18).
   */
  hashes?: readonly HashName[];
}

export type HashName = 'sha256' | 'sha512';

/** A file that is no text, such as an archive. */
export interface PlannedBinary {
  kind: 'binary';
  address: string;
  type: string;
  render: () => Uint8Array;
  /** As that of a `PlannedFile`. */
  basis: () => string;
}

/** A file about other planned files, made when the bytes of all of those are known. */
export interface PlannedListing {
  kind: 'listing';
  address: string;
  type: string;
  render: (published: Published) => string;
}

/**
 * What is known of a planned file or binary by its address: SHA-256 of its bytes in lower-case hex, and their number.
 * @throws for any other address: a programmer error
 */
export type Published = (address: string) => { sha256: string; size: number };

export type Planned = PlannedPage | PlannedFile | PlannedBinary | PlannedListing;
