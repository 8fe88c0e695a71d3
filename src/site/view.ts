import type { AffectedProduct, Credit, TimelineEntry } from '#domain/advisory.ts';
import type { Cvss } from '#domain/cvss.ts';
import type { Language, SpokenText } from '#domain/language.ts';
import type { Change } from '#domain/revision.ts';
import type { SectionId } from '#domain/section.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';

/*
 * A view is everything that one page shows, as plain data: it can be hashed (is the page still the same?),
 * handed to a worker and tested without markup. Addresses are site paths; days are YYYY-MM-DD; instants RFC 3339.
 */

export interface Link {
  label: string;
  address: string;
}

/** What stands on every page of one language: computed once, part of every page's fingerprint. */
export interface Frame {
  /** The site's address without a trailing slash, for canonical links and feeds. */
  url: string;
  language: Language;
  languages: readonly Language[];
  timezone: string;
  title: string;
  description: string;
  notice?: SpokenText;
  publisher: { name: string; contact: string };
  licence?: { name: string; url?: string };
  repository?: string;
  /** What identifiers of the first family start with, for examples: `JVN#`. */
  idPrefix: string;
  homeAddress: string;
  searchAddress: string;
  /** The main menu. */
  menu: readonly Link[];
  /** Policy and help pages, in their order. */
  about: readonly Link[];
  /** Feeds of the whole site, offered on every page. */
  feeds: readonly FeedLink[];
  /** The page on how to report a vulnerability, where the content has one. */
  reportAddress?: string;
  /** When and from what the site was built, as JSON. */
  buildRecordAddress: string;
}

export interface FeedLink {
  title: string;
  address: string;
  type: 'application/rss+xml' | 'application/atom+xml' | 'application/feed+json';
}

/** What the head of a document and the page frame need to know about the page itself. */
export interface Head {
  /** Where the page stands; with the frame's `url` in front it is the canonical link. */
  address: string;
  /**
   * What the page is called, without the site's name; the layout adds ` | <site title>`, on the home page the site's
   * title stands alone. Lists use it as their `h1`.
   */
  title: string;
  description: string;
  /** The same page in each language that has it, itself included; empty when it has no other language. */
  alternates: readonly { language: Language; address: string }[];
  /**
   * Where the language switch leads, for every other language of the site: to the same page, or, when the page has no
   * version in that language (`samePage: false`), to the nearest list there.
   */
  switchTo: readonly { language: Language; address: string; samePage: boolean }[];
  /** Feeds of this very page, beside those of the whole site in the frame. */
  feeds: readonly FeedLink[];
  /** The entry of the main menu under which the page stands, when its trail does not pass through that entry. */
  menuAddress?: string;
  /** Path from home to this page, the page itself last. Empty on home and on “not found”. */
  trail: readonly Link[];
  robots?: 'noindex';
  /** What chat tools and networks show beside a shared link; sizes in pixels. */
  picture: { address: string; alt: string; width: number; height: number };
  /** Present when the page is an advisory: its publication and its last change. */
  article?: { publishedAt: string; updatedAt: string };
}

/** One advisory as a list shows it. */
export interface AdvisoryRow {
  id: string;
  title: SpokenText;
  address: string;
  publishedOn: string;
  /** Only when later than the publication. */
  updatedOn?: string;
  score?: Pick<Cvss, 'version' | 'score' | 'severity'>;
  urgent: boolean;
  withdrawn: boolean;
  /** False means that no fix is stated for every product, not that none exists; a withdrawn advisory states none. */
  fixAvailable: boolean;
  vendors: readonly SpokenText[];
  /** Vendors beyond those named. */
  moreVendors: number;
}

export interface RowGroup {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  period: string;
  rows: readonly AdvisoryRow[];
}

export interface YearLink {
  year: number;
  count: number;
  address: string;
  current: boolean;
}

export interface HomeView {
  kind: 'home';
  head: Head;
  urgent: readonly AdvisoryRow[];
  newest: readonly RowGroup[];
  updated: readonly { row: AdvisoryRow; at: string; summary: SpokenText; changes: readonly Change[] }[];
  years: readonly YearLink[];
  total: number;
  /** The list of all advisories. */
  advisoriesAddress: string;
}

/**
 * All advisories or one family; the latest twelve months or one year, always grouped by month.
 * A year stands on one page whatever its size; splitting one of more than 1 500 rows needs a `part` here and an address.
 */
export interface IndexView {
  kind: 'index';
  head: Head;
  family?: { name: SpokenText; description?: SpokenText; prefix: string; address: string };
  /** Absent for the latest twelve months. */
  year?: number;
  groups: readonly RowGroup[];
  count: number;
  /** Strip of years, newest first, of the same family or of all. */
  years: readonly YearLink[];
  latestAddress: string;
  families: readonly (Link & { current: boolean })[];
}

export interface ProductView {
  anchor: string;
  vendor: { name: SpokenText; address: string };
  product: SpokenText;
  /** Affected versions as phrases of the page's language. */
  ranges: readonly string[];
  fixed: AffectedProduct['fixed'];
  note?: SpokenText;
  cves: readonly string[];
  cpe?: string;
  purl?: string;
}

export interface VulnerabilityView {
  anchor: string;
  cve?: string;
  cveUrl?: string;
  title?: SpokenText;
  weaknesses: readonly { id: string; name?: SpokenText; url: string }[];
  scores: readonly (Cvss & { calculatorUrl: string })[];
}

export interface VendorRowView {
  anchor: string;
  name: SpokenText;
  address: string;
  status?: VendorStatus;
  statusOn?: string;
  exceptions: readonly { cve: string; status: VendorStatus }[];
  notices: readonly { url: string; label: SpokenText }[];
  statement?: SpokenText;
  addendum?: SpokenText;
}

export interface RevisionView {
  /** Counted from 1. */
  number: number;
  at: string;
  summary: SpokenText;
  changes: readonly Change[];
}

/** Prose of one section, already safe to set as markup. */
export interface SectionView {
  id: SectionId | null;
  heading: string;
  html: string;
}

export interface AdvisoryView {
  kind: 'advisory';
  head: Head;
  id: string;
  slug: string;
  title: string;
  summary: string;
  family: SpokenText;
  urgentReason?: SpokenText | null;
  withdrawal?: { at: string; reason: SpokenText };
  publishedAt: string;
  updatedAt: string;
  revision: number;
  /** Present when this text is a translation. */
  translation?: { revision: number; originalAddress: string; behind: boolean };
  /** Set in the preview for authors only. */
  embargoed?: boolean;
  worst?: Cvss;
  cves: readonly { id: string; url: string }[];
  /** False means that no fix is stated for every product, not that none exists; a withdrawn advisory states none. */
  fixAvailable: boolean;
  /** Prose by fixed section; rendered ones (affected, vendors …) may have prose as well. */
  sections: readonly SectionView[];
  products: readonly ProductView[];
  vulnerabilities: readonly VulnerabilityView[];
  vendors: readonly VendorRowView[];
  vendorCounts: readonly { status: VendorStatus | null; count: number }[];
  references: readonly { title: SpokenText; url: string; publisher?: SpokenText; language?: string }[];
  credits: readonly {
    name?: SpokenText;
    affiliation?: SpokenText;
    role: Credit['role'];
  }[];
  route?: 'partnership' | 'developer' | 'direct' | 'overseas';
  /** Related ids; with an address when it is an advisory of this site. */
  related: readonly { id: string; address?: string; title?: SpokenText; withdrawn?: boolean }[];
  timeline: readonly { on: string; event: TimelineEntry['event']; note?: SpokenText }[];
  /** Newest first. */
  revisions: readonly RevisionView[];
  /** Where the source file and its history can be read, when the site names its repository. */
  historyUrl?: string;
}

export interface VendorsView {
  kind: 'vendors';
  head: Head;
  total: number;
  groups: readonly {
    label: string;
    anchor: string;
    vendors: readonly {
      slug: string;
      name: SpokenText;
      otherName?: SpokenText;
      address: string;
      count: number;
      latestOn: string;
    }[];
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
  products: readonly { name: SpokenText; count: number }[];
  advisories: readonly { row: AdvisoryRow; status?: VendorStatus }[];
  feed: FeedLink;
}

export interface SearchView {
  kind: 'search';
  head: Head;
  years: readonly YearLink[];
  families: readonly (Link & { path: string })[];
  vendorsAddress: string;
  advisoriesAddress: string;
  /** The folder of the search index. */
  indexAddress: string;
}

export interface FeedsView {
  kind: 'feeds';
  head: Head;
  groups: readonly {
    id: 'all' | 'updated' | 'urgent' | 'years' | 'vendors';
    rows: readonly { label: string; feeds: readonly FeedLink[] }[];
  }[];
}

export interface AboutView {
  kind: 'about';
  head: Head;
  slug: string;
  title: string;
  description: string;
  updatedOn: string;
  /** Present when this text is a translation and older than its original. */
  behind?: { originalOn: string; originalAddress: string };
  /** What changed from version to version, newest first; version 1 is the first. */
  changes: readonly { version: number; on: string; summary: string }[];
  families: readonly { prefix: string; name: SpokenText; description?: SpokenText; address: string }[];
  /** Clocks of the coordination process in days, for pages that name them. */
  timers: { publicationTarget: number; websiteTarget: number; vendorSilence: number; urgent: number };
  publisher: { name: string; contact: string; securityPolicyUrl?: string };
}

export interface NotFoundView {
  kind: 'not-found';
  head: Head;
  years: readonly YearLink[];
  vendorsAddress: string;
  advisoriesAddress: string;
}

export type View =
  | HomeView
  | IndexView
  | AdvisoryView
  | VendorsView
  | VendorView
  | SearchView
  | FeedsView
  | AboutView
  | NotFoundView;

export type ViewKind = View['kind'];
export type ViewOf<Kind extends ViewKind> = Extract<View, { kind: Kind }>;
