import type { SpokenText } from '#domain/language.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { VersionQuestion } from './version-tables.ts';
import type { FeedLink, Head, ListRow } from './view.ts';

/*
 * What the list of vendors and the page of one vendor show.
 */

/** One vendor as the list of vendors shows it. */
export interface ListedVendor {
  slug: string;
  name: SpokenText;
  otherName?: SpokenText;
  address: string;
  count: number;
  latestOn: string;
  /** Where it receives reports, the most direct way first. */
  contact?: { kind: 'url' | 'email' | 'securityTxt'; address: string };
  /** Words by which it is found beside those that it shows: its reading and its other names. */
  found: string;
}

/** A name that a vendor bore earlier, at its own place in the list. */
export interface FormerName {
  name: SpokenText;
  now: SpokenText;
  address: string;
}

export interface VendorsView {
  kind: 'vendors';
  head: Head;
  total: number;
  filterable: boolean;
  searchAddress: string;
  /** Every letter of the index, those under which nothing stands without an anchor. */
  letters: readonly { label: string; anchor?: string }[];
  groups: readonly {
    /** A row of the kana table, a letter, `0-9`, or `#` for everything else. */
    label: string;
    anchor: string;
    vendors: readonly (ListedVendor | FormerName)[];
    /** How many of them are vendors and no former names. */
    count: number;
  }[];
}

export interface VendorView {
  kind: 'vendor';
  head: Head;
  slug: string;
  name: SpokenText;
  otherName?: SpokenText;
  reading?: SpokenText;
  aliases: readonly SpokenText[];
  formerNames: readonly SpokenText[];
  url?: string;
  psirt?: { url?: string; email?: string; securityTxt?: string; pgp?: string };
  counts: readonly { status: VendorStatus | null; count: number }[];
  /** `feed`: its own, where it has one. */
  products: readonly { name: SpokenText; count: number; feed?: FeedLink }[];
  advisories: readonly { row: ListRow; status?: VendorStatus }[];
  /** True where there are so many rows that narrowing them helps. */
  filterable: { products: boolean; advisories: boolean };
  /** True when the vendor’s status is “not affected” wherever it is named. */
  onlyNotAffected: boolean;
  feed: FeedLink;
  /** Present when an advisory states a range of its products: the file that answers “is my version affected?”. */
  versions?: { address: string } & VersionQuestion;
}
