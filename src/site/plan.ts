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
  /**
   * Everything that the view depends on beside the engine itself, as text that is much cheaper to get than the view.
   * While it stays the same the view need not be computed again. Absent where it is as cheap.
   */
  basis?: () => string;
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
  /** True for a file that the coordinator may replace by one of the same path in `public/`. */
  yields?: true;
}

export type HashName = 'sha256' | 'sha512';

/** A file that is no text and holds planned files, such as an archive; made when all of those stand in their places. */
export interface PlannedBinary {
  kind: 'binary';
  address: string;
  type: string;
  render: (read: ReadPublished) => Uint8Array;
  /** As that of a `PlannedFile`, from what is known of the files that it holds. */
  basis: (published: Published) => string;
}

/** The bytes of a planned file by its address. */
type ReadPublished = (address: string) => Uint8Array;

/**
 * A file about other planned files, made when the bytes of all of those are known. It may also tell about listings that
 * stand before it in the plan.
 */
export interface PlannedListing {
  kind: 'listing';
  address: string;
  type: string;
  render: (published: Published) => string;
}

/**
 * What is known of a planned file, binary or listing by its address: SHA-256 of its bytes in lower-case hex, and their number.
 * @throws for any other address: a programmer error
 */
export type Published = (address: string) => { sha256: string; size: number };

export type Planned = PlannedPage | PlannedFile | PlannedBinary | PlannedListing;
