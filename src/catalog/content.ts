import type { AboutPageFacts } from '#domain/about-page.ts';
import type { AdvisoryFacts, TranslationFacts } from '#domain/advisory.ts';
import type { ExploitHistory } from '#domain/exploit-history.ts';
import type { Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { LedgerFacts } from '#domain/statistics-ledger.ts';
import type { UnreachableFacts } from '#domain/unreachable.ts';
import type { VendorFacts } from '#domain/vendor.ts';
import type { RenderedBody } from '#markdown/rendered-body.ts';
import type { Redirect } from './catalog.ts';

/**
 * A problem met while a file was read, before any rule ran: bytes that are no text, broken YAML, a value that
 * the schema refuses, Markdown that may not be rendered. `kind` chooses the finding's code in `src/lint`.
 */
export interface ContentProblem {
  kind: string;
  file: string;
  line: number;
  column: number;
  path: readonly (string | number)[];
  params: Readonly<Record<string, string | number>>;
}

/** What every content file has, whatever it holds. */
interface ContentFile {
  /** Path below the content directory, with `/`. */
  file: string;
  /** SHA-256 of the bytes, hex. */
  digest: string;
}

/** An advisory's original: `advisories/<year>/<slug>.md`. `facts` is absent when the file has problems. */
export interface AdvisoryFile extends ContentFile {
  kind: 'advisory';
  slug: string;
  yearFolder: string;
  facts?: AdvisoryFacts;
  body?: RenderedBody;
}

/** A translation: `advisories/<year>/<slug>.<lang>.md`. */
export interface TranslationFile extends ContentFile {
  kind: 'translation';
  slug: string;
  yearFolder: string;
  language: Language;
  words?: TranslationFacts;
  body?: RenderedBody;
}

/** A vendor: `vendors/<slug>.yaml`. */
export interface VendorFile extends ContentFile {
  kind: 'vendor';
  slug: string;
  facts?: VendorFacts;
}

/** An entry of the list of developers who could not be reached: `unreachable/<slug>.yaml`. */
export interface UnreachableFile extends ContentFile {
  kind: 'unreachable';
  slug: string;
  facts?: UnreachableFacts;
}

/** The numbers of one quarter: `statistics/<year>-Q<n>.yaml`. */
export interface StatisticsFile extends ContentFile {
  kind: 'statistics';
  quarter: string;
  facts?: LedgerFacts;
}

/** Documented times to exploit: `statistics/exploits.yaml`. */
export interface ExploitsFile extends ContentFile {
  kind: 'exploits';
  facts?: ExploitHistory;
}

/** A trusted page: `pages/<lang>/<slug>.mdx`. */
export interface PageFile extends ContentFile {
  kind: 'page';
  slug: string;
  language: Language;
  facts?: AboutPageFacts;
}

/** A picture of an advisory: `advisories/<year>/<slug>/<name>`; published below the advisory's address. */
export interface ImageFile extends ContentFile {
  kind: 'image';
  slug: string;
  yearFolder: string;
  name: string;
}

/** Everything that stands in a content directory, file by file, with the problems met on the way. */
export interface Content {
  /** Absent when `site.yaml` itself is unusable; `problems` then says why. */
  site?: Site;
  advisories: readonly AdvisoryFile[];
  translations: readonly TranslationFile[];
  vendors: readonly VendorFile[];
  unreachable: readonly UnreachableFile[];
  pages: readonly PageFile[];
  images: readonly ImageFile[];
  /** In the order of their quarters. */
  statistics: readonly StatisticsFile[];
  exploits?: ExploitsFile;
  redirects: readonly Redirect[];
  problems: readonly ContentProblem[];
  /** The source text of a file, for rules that must point at a place. Reads from disk when asked. */
  source: (file: string) => string;
}
