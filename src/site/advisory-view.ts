import type { AffectedProduct, Credit, TimelineEntry, VendorRow } from '#domain/advisory.ts';
import type { Cvss } from '#domain/cvss.ts';
import type { Language, SpokenText } from '#domain/language.ts';
import type { Change } from '#domain/revision.ts';
import type { SectionId } from '#domain/section.ts';
import type { SolutionAction } from '#domain/solution-action.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';
import type { VersionTable } from '#domain/version-table.ts';
import type { FormatName } from './exports/planned-format.ts';
import type { FigureView } from './statistics-views.ts';
import type { Head } from './view.ts';

/* What the page of one advisory shows. The conventions of `view.ts` hold here too. */

export interface ProductView {
  anchor: string;
  vendor: { slug: string; name: SpokenText; address: string };
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
  /** Each score with the sentences that say in plain words what it rests on. */
  scores: readonly (Cvss & { calculatorUrl: string; reasons: readonly string[] })[];
}

export interface VendorRowView {
  anchor: string;
  name: SpokenText;
  address: string;
  status?: VendorStatus;
  /** The day on which the row was last changed. */
  statusOn?: string;
  /** The days on which the vendor was told and answered, where the row was changed later. */
  notifiedOn?: string;
  answeredOn?: string;
  exceptions: readonly { cve: string; status: VendorStatus }[];
  /** This vendor's rows among the affected products, and how many of them name a fixed version. */
  products?: { count: number; fixed: number; anchor: string };
  notices: readonly { url: string; label: SpokenText }[];
  justification?: NonNullable<VendorRow['justification']>;
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

/**
 * What the advisory lets its readers do, told from its data and never beyond it.
 * - `fixed`: every affected product names a fixed version, or the timeline says that a fix was released
 * - `partly-fixed`: some products name one
 * - `update`, `workaround`, `stop`: no fixed version is named, and this is what the solution tells readers to do first
 * - `stated`: there is a solution in words that fall into none of these
 * - `none`: there is no word about a solution
 */
export interface RemedyView {
  kind: 'fixed' | 'partly-fixed' | SolutionAction | 'stated' | 'none';
  /** Affected products that name a fixed version, and all of them. */
  fixedProducts: number;
  products: number;
}

/** A text to copy as it stands. */
/** One format; each file has its language or, when it holds all of them or none, its name. */
export interface FormatView {
  format: FormatName;
  files: readonly { address: string; type: string; language?: Language; name?: string }[];
}

export interface CopyView {
  kind: 'id' | 'address' | 'markdown' | 'citation';
  text: string;
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
  worst?: Cvss;
  cves: readonly { id: string; url: string }[];
  /** False means that no fix is stated for every product, not that none exists; a withdrawn advisory states none. */
  fixAvailable: boolean;
  remedy: RemedyView;
  /** The first day on which an attack was observed, when the timeline names one. */
  attackedOn?: string;
  /** Prose by fixed section; rendered ones (affected, vendors …) may have prose as well. */
  sections: readonly SectionView[];
  /** Present when a product states a range: what answers “is my version affected?”. */
  versions?: { table: VersionTable; example: string };
  /** Products of one vendor stand together. */
  products: readonly ProductView[];
  vulnerabilities: readonly VulnerabilityView[];
  vendors: readonly VendorRowView[];
  /** In the order of the table; with an anchor when the table is long and each answer has its own heading. */
  vendorCounts: readonly { status: VendorStatus | null; count: number; anchor?: string }[];
  references: readonly { title: SpokenText; url: string; publisher?: SpokenText; language?: string }[];
  credits: readonly {
    name?: SpokenText;
    affiliation?: SpokenText;
    role: Credit['role'];
  }[];
  /** The day on which publication without the developer was judged, and where that is explained. */
  judgement?: { on: string; address: string };
  route?: 'partnership' | 'developer' | 'direct' | 'overseas';
  /** Related ids; with an address when it is an advisory of this site. */
  related: readonly { id: string; address?: string; title?: SpokenText; withdrawn?: boolean }[];
  timeline: readonly { on: string; event: TimelineEntry['event']; note?: SpokenText }[];
  /** Days from the publication to exploits and attacks, where the timeline tells of one. */
  exploitTimes?: { figure: FigureView; summary: string };
  /** Newest first. */
  revisions: readonly RevisionView[];
  /** Where the source file and its history can be read, when the site names its repository. */
  historyUrl?: string;
  copies: readonly CopyView[];
  /** The formats for machines in which it is offered, each with its files. */
  formats: readonly FormatView[];
  /** Where the formats are explained. */
  feedsAddress: string;
  /** The affected products as tab-separated values with a line of headings; absent without products. */
  productsTsv?: string;
}
