import type { AdvisoryFacts, TranslationFacts } from '#domain/advisory.ts';
import type { AdvisoryId, AdvisorySlug } from '#domain/advisory-id.ts';
import type { ExploitHistory } from '#domain/exploit-history.ts';
import type { Language } from '#domain/language.ts';
import type { Family, Site } from '#domain/site.ts';
import type { Ledger } from '#domain/statistics-ledger.ts';
import type { UnreachableFacts } from '#domain/unreachable.ts';
import type { VendorFacts } from '#domain/vendor.ts';
import type { RenderedBody } from '#markdown/rendered-body.ts';

/** The prose of an advisory in one language. */
export interface AdvisoryText {
  language: Language;
  title: string;
  body: RenderedBody;
  /** The revision (counted from 1) that this text tells; a translation may lag behind its original. */
  revision: number;
  /** A translation's own words; absent on the original. */
  words?: Pick<TranslationFacts, 'statements' | 'addenda'>;
  /** The file below the content directory, with `/`. */
  file: string;
}

/** One advisory with everything that can be said about it without looking at another one. */
export interface Advisory {
  id: AdvisoryId;
  slug: AdvisorySlug;
  family: Family;
  facts: AdvisoryFacts;
  /** The publication day and year in the site's zone. */
  publishedOn: string;
  year: number;
  /** The moment of the newest revision whose time has come, or of the withdrawal, as written. */
  updatedAt: string;
  updatedOn: string;
  /** Texts by language; the site's first language is always there. */
  texts: Partial<Record<Language, AdvisoryText>>;
  /** SHA-256 over the sources of all its files, hex: equal digests mean equal advisories. */
  digest: string;
}

/** A vendor with its slug. */
export interface Vendor {
  slug: string;
  facts: VendorFacts;
}

/** A policy or help page, compiled by Astro from MDX; only what lists and menus need stands here. */
export interface AboutPage {
  slug: string;
  language: Language;
  title: string;
  description: string;
  /** Calendar day of the last change, `YYYY-MM-DD`. */
  updatedOn: string;
  order: number;
  /** The slug of the page above it. */
  partOf?: string | undefined;
  /** Versions of the page, oldest first. */
  changes: readonly { on: string; summary: string }[];
}

/** A retired address and where it leads now, both as site paths. */
export interface Redirect {
  from: string;
  to: string;
}

/**
 * All public content, joined and ordered. Built by `buildCatalog` for one moment, `now`:
 * an advisory whose `publishedAt` lies after it is in `embargoed` and nowhere else.
 */
export interface Catalog {
  site: Site;
  /** The build's moment, RFC 3339 in UTC. */
  now: string;
  /** Published and withdrawn advisories, newest first, then by id. */
  advisories: readonly Advisory[];
  /** Advisories whose moment has not come. Only the preview for authors may show them, marked. */
  embargoed: readonly Advisory[];
  advisoryBySlug: ReadonlyMap<string, Advisory>;
  /** Vendors in the order of their reading; those named by no public advisory included. */
  vendors: readonly Vendor[];
  vendorBySlug: ReadonlyMap<string, Vendor>;
  /** Public advisories by vendor slug, newest first. */
  advisoriesByVendor: ReadonlyMap<string, readonly Advisory[]>;
  pages: readonly AboutPage[];
  redirects: readonly Redirect[];
  /** Entries of the list of developers who could not be reached, answered ones included, by their number. */
  unreachable: readonly UnreachableFacts[];
  /** What quarterly reports say, oldest first. */
  ledgers: readonly Ledger[];
  /** Documented times to exploit. */
  exploits?: ExploitHistory;
}
