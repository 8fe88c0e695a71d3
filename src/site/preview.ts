import type { Advisory, Catalog } from '#catalog/catalog.ts';
import type { Severity } from '#domain/finding.ts';
import { firstLanguage, type Language, type SpokenText } from '#domain/language.ts';
import { draftsAddress, findingsAddress } from './addresses.ts';
import type { Head, View } from './view.ts';

/*
 * What the preview for authors (`npm run dev`) adds to pages, as plain data. No build makes any of it.
 */

/** A finding of `check` in the words of a page's language. */
export interface PreviewFinding {
  code: string;
  severity: Severity;
  /** Path below the content directory; line and column count from 1. */
  file: string;
  line: number;
  column: number;
  what: string;
  remedy: string;
}

/** What the author bar of one page says. */
export interface Preview {
  /** The content files that this page shows, the most telling one first. */
  sources: readonly string[];
  /** The moment of publication, RFC 3339, on the page of an advisory under embargo. */
  embargo?: string;
  /** What is wrong with those files. */
  findings: readonly PreviewFinding[];
  /** Errors of other files, on account of which all pages stay as they were. */
  blocking: readonly PreviewFinding[];
  /** Set when there are errors: pages show the content as it was before them. */
  held: boolean;
  /** Findings of other files. */
  elsewhere: number;
  /** False while the newest change has yet to be checked. */
  checked: boolean;
  /** Why the content could not be read at all. */
  failure?: string;
  drafts: { address: string; count: number };
  findingsAddress: string;
}

/** An advisory under embargo in the list of them. */
export interface DraftRow {
  id: string;
  title: SpokenText;
  address: string;
  publishedAt: string;
  file: string;
  /** Languages in which it is written. */
  languages: readonly Language[];
  state: 'ready' | 'warnings' | 'errors';
  findings: number;
}

/** All advisories under embargo, the next one to be published first. */
export interface DraftsView {
  kind: 'drafts';
  head: Head;
  rows: readonly DraftRow[];
}

/** All findings, by file. */
export interface FindingsView {
  kind: 'findings';
  head: Head;
  errors: number;
  warnings: number;
  files: readonly { file: string; findings: readonly PreviewFinding[] }[];
}

/** A page that exists in the preview only. */
export type PreviewView = DraftsView | FindingsView;

/** What is known about the content as it stands on disk now, which may be newer than what pages show. */
export interface ContentState {
  findings: readonly PreviewFinding[];
  checked: boolean;
  failure?: string;
}

/** The author bar of one page. */
export function buildPreview(
  catalog: Catalog,
  language: Language,
  view: View | PreviewView,
  { findings, checked, failure }: ContentState,
): Preview {
  const sources = sourcesOf(catalog, language, view);
  const isOwn = ({ file }: PreviewFinding): boolean => sources.includes(file);
  const others = findings.filter((finding) => !isOwn(finding));
  const embargoed = view.kind === 'advisory' ? findEmbargoed(catalog, view.slug) : undefined;
  return {
    sources,
    ...(embargoed && { embargo: embargoed.facts.publishedAt }),
    findings: findings.filter(isOwn),
    blocking: others.filter(({ severity }) => severity === 'error'),
    held: checked && findings.some(({ severity }) => severity === 'error'),
    elsewhere: others.length,
    checked,
    ...(failure !== undefined && { failure }),
    drafts: { address: draftsAddress(catalog.site, language), count: catalog.embargoed.length },
    findingsAddress: findingsAddress(catalog.site, language),
  };
}

function findEmbargoed(catalog: Catalog, slug: string): Advisory | undefined {
  return catalog.embargoed.find((advisory) => advisory.slug === slug);
}

/** Lists are made of all content, so only the site itself can be called their source. */
function sourcesOf(catalog: Catalog, language: Language, view: View | PreviewView): string[] {
  switch (view.kind) {
    case 'advisory': {
      const advisory = catalog.advisoryBySlug.get(view.slug) ?? findEmbargoed(catalog, view.slug);
      const text = advisory?.texts[language]?.file;
      return [...new Set([text, originalFile(catalog, advisory)])].filter((file) => file !== undefined);
    }
    case 'vendor':
      return [`vendors/${view.slug}.yaml`];
    case 'about':
      return [`pages/${language}/${view.slug}.mdx`];
    case 'drafts':
    case 'findings':
    case 'not-found':
      return [];
    default:
      return ['site.yaml'];
  }
}

/** The file in which an advisory's facts and its first text stand. */
export function originalFile({ site }: Catalog, advisory: Advisory | undefined): string | undefined {
  return advisory?.texts[firstLanguage(site)]?.file;
}
