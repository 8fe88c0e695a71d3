import type { Cvss } from '#domain/cvss.ts';
import type { Language, SpokenText } from '#domain/language.ts';
import type { Change } from '#domain/revision.ts';
import type { FeedSelection } from './addresses.ts';
import type { ArchiveContent } from './exports/export-addresses.ts';
import type { FormatName } from './exports/planned-format.ts';
import type { AboutView } from './about-view.ts';
import type { AdvisoryView } from './advisory-view.ts';
import type { ExploitTimesView, StatisticsView } from './statistics-views.ts';
import type { OfferedFile } from './views/file-views.ts';
import type { UnreachableView } from './unreachable-view.ts';
import type { VendorsView, VendorView } from './vendor-views.ts';

/*
 * A view is everything that one page shows, as plain data: it can be hashed (is the page still the same?),
 * handed to a worker and tested without markup. Addresses are site paths; days are YYYY-MM-DD; instants RFC 3339.
 */

export type { AboutView } from './about-view.ts';

export type {
  AdvisoryView,
  ProductView,
  RevisionView,
  SectionView,
  VendorRowView,
  VulnerabilityView,
} from './advisory-view.ts';

export type { FormerName, ListedVendor, VendorsView, VendorView } from './vendor-views.ts';

export type {
  ChartView,
  ExploitTimesView,
  FigureView,
  SourceView,
  StatisticsView,
} from './statistics-views.ts';

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
  /** Policy and help pages, in their order, down to the lead of each chapter. */
  about: readonly Link[];
  /** Feeds of the whole site, offered on every page. */
  feeds: readonly FeedLink[];
  /** The page on how to report a vulnerability, where the content has one. */
  reportAddress?: string;
  /** Urgent advisories that every page points to, newest first. */
  urgent: readonly { id: string; title: SpokenText; address: string; on: string }[];
  /** The list of developers who could not be reached. */
  unreachable: Link;
  /** When and from what the site was built, as JSON. */
  buildRecordAddress: string;
}

export interface FeedLink {
  title: string;
  address: string;
  type:
    | 'application/rss+xml'
    | 'application/atom+xml'
    | 'application/feed+json'
    | 'application/rdf+xml'
    | 'text/calendar';
}

/** A file for machines that stands beside a page. */
export interface FileLink {
  title: string;
  address: string;
  /** The media type. */
  type: string;
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
  /** The same content for machines. */
  files: readonly FileLink[];
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

/** One advisory in a list that can be narrowed. */
export interface ListRow extends AdvisoryRow {
  /** The path of its family. */
  family: string;
  /** Words by which it is found beside those that it shows: its CVEs, its other vendors, its title in other languages. */
  found: string;
}

export interface RowGroup<Row extends AdvisoryRow = AdvisoryRow> {
  /** `YYYY-MM` or `YYYY-MM-DD`. */
  period: string;
  rows: readonly Row[];
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
  newest: readonly RowGroup[];
  updated: readonly { row: AdvisoryRow; at: string; summary: SpokenText; changes: readonly Change[] }[];
  years: readonly YearLink[];
  total: number;
  /** The list of all advisories. */
  advisoriesAddress: string;
  feedsAddress: string;
  vendorsAddress: string;
  /** The page for people who develop products, where the content has one. */
  developersAddress?: string;
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
  groups: readonly RowGroup<ListRow>[];
  count: number;
  /** True when there are so many rows that narrowing them helps. */
  filterable: boolean;
  /** Strip of years, newest first, of the same family or of all. */
  years: readonly YearLink[];
  /** The years before and after the page's own in which something was published. */
  older?: YearLink;
  newer?: YearLink;
  latestAddress: string;
  families: readonly (Link & { path: string; prefix: string; current: boolean })[];
  /** Files with the same list, for a year; the feed only where it has exactly these advisories, or alerts. */
  downloads?: { csvAddress?: string; feed?: FeedLink };
}

export interface SearchView {
  kind: 'search';
  head: Head;
  /** What was published last, shown while nothing is asked. */
  newest: readonly AdvisoryRow[];
  /** Ways to write the identifier of the newest advisory; empty when there is none. */
  spellings: readonly string[];
  /** What results can be narrowed by, with the values that the page can name, in the order in which they are shown. */
  facets: readonly {
    name: 'year' | 'severity' | 'family' | 'fix' | 'vendor' | 'status';
    values: readonly { value: string; label: string }[];
  }[];
  years: readonly YearLink[];
  families: readonly Link[];
  vendorsAddress: string;
  advisoriesAddress: string;
  /** The folder of the search index. */
  indexAddress: string;
  /** Search services of others that can be limited to this site. */
  elsewhere: readonly Link[];
}

interface FeedRow {
  label: string;
  feeds: readonly FeedLink[];
}

export interface FeedsView {
  kind: 'feeds';
  head: Head;
  /** Feeds of the whole site, one row for each selection. */
  site: readonly (FeedRow & { id: FeedSelection | 'jvnrss' | 'calendar' })[];
  /** The page on having them sent on by mail or to a chat, where the content has one. */
  notices?: Link;
  /** The formats in which single advisories are offered, and how many advisories each can hold; the newest is shown. */
  formats: readonly {
    format: FormatName;
    count: number;
    example?: { address: string; type: string };
  }[];
  /** How many advisories there are. */
  total: number;
  /** Files about many advisories. */
  files: readonly {
    group: 'csaf' | 'api';
    rows: readonly { id: OfferedFile; address: string; type: string }[];
  }[];
  /** Archives of all advisories of a year, newest first; `count` is how many each holds. */
  archives: readonly {
    content: ArchiveContent;
    years: readonly { year: number; count: number; address: string }[];
  }[];
  /** Feeds of parts of the site; a group without any is left out. */
  groups: readonly {
    id: 'years' | 'vendors' | 'products';
    /** `found`: words by which a row is found beside those that it shows. */
    rows: readonly (FeedRow & { found?: string })[];
    filterable: boolean;
  }[];
  /** The newest entries of the feed of everything. */
  latest: readonly { row: AdvisoryRow; at: string }[];
}

export interface NotFoundView {
  kind: 'not-found';
  head: Head;
  /** One block for every language of the site, the first one first. */
  blocks: readonly {
    language: Language;
    homeAddress: string;
    searchAddress: string;
    advisoriesAddress: string;
    vendorsAddress: string;
    years: readonly YearLink[];
  }[];
  /** How identifiers look, to recognise one in the address that was asked for. */
  families: readonly { prefix: string; pattern: string }[];
}

export type View =
  | HomeView
  | IndexView
  | AdvisoryView
  | VendorsView
  | VendorView
  | SearchView
  | FeedsView
  | UnreachableView
  | AboutView
  | StatisticsView
  | ExploitTimesView
  | NotFoundView;

export type ViewKind = View['kind'];
export type ViewOf<Kind extends ViewKind> = Extract<View, { kind: Kind }>;
