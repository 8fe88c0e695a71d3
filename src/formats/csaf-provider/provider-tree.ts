import type { Language } from '#domain/language.ts';

/** A version of CSAF in which documents are provided, each in a tree of folders of its own. */
export type CsafVersion = '2.0' | '2.1';

/** What the versions call documents that everybody may see. */
export const PUBLIC_LABELS = { '2.0': 'WHITE', '2.1': 'CLEAR' } as const satisfies Record<
  CsafVersion,
  string
>;

/** Where the files of one tree stand; absolute URLs, that of the directory with a slash at its end. */
export interface ProviderUrls {
  metadata: string;
  directory: string;
  feed: string;
  service: string;
  category: string;
}

/** A CSAF document as the provider lists it. Lists of these have the latest release first. */
export interface ListedDocument {
  /** `/document/tracking/id`. */
  trackingId: string;
  /** The whole advisory, or only its statuses for tools. */
  view: 'advisory' | 'vex';
  title: string;
  language: Language;
  /** May be empty. */
  readonly summary: string;
  /** Its folder: the year of the first release in UTC (CSAF 2.0 §7.1.11). */
  year: number;
  fileName: string;
  /** Site path. */
  address: string;
  /** Instants in UTC. */
  initialReleaseDate: string;
  currentReleaseDate: string;
}

/** The endings of what stands beside every document (CSAF 2.0 §7.1.18). */
export const HASH_ENDINGS = ['.sha256', '.sha512'] as const;

/** The ending of a detached OpenPGP signature in ASCII armour (CSAF 2.0 §7.1.19). */
export const SIGNATURE_ENDING = '.asc';

/** A document below the directory: `2018/jvn_13199224.json`. */
export function formatRelativePath({ year, fileName }: Pick<ListedDocument, 'year' | 'fileName'>): string {
  return `${year}/${fileName}`;
}
