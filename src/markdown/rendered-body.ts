import type { SectionId } from '#domain/section.ts';

/** A 1-based place in the file; columns count UTF-16 code units. */
export interface MarkdownPlace {
  readonly line: number;
  readonly column: number;
}

export type MarkdownProblemKind =
  | 'raw-html'
  | 'unsafe-link'
  | 'unsafe-image'
  | 'image-without-text'
  | 'unknown-directive'
  | 'directive-attribute'
  | 'unknown-section'
  | 'duplicate-section'
  | 'text-before-sections'
  | 'heading-level'
  | 'unused-footnote'
  | 'control-character'
  | 'too-deep'
  | 'too-complex'
  | 'too-many-references'
  | 'too-many-problems';

export interface MarkdownProblem extends MarkdownPlace {
  readonly kind: MarkdownProblemKind;
  readonly params: Readonly<Record<string, string | number>>;
}

export interface RenderedSection {
  /** Null for a heading outside the vocabulary, for a repeated section and for text before the first heading. */
  readonly id: SectionId | null;
  /** The heading as plain text; empty for text before the first heading. */
  readonly heading: string;
  /** Safe markup of the section without its heading. It holds no heading above `h3`. */
  readonly html: string;
  /** The section's words without markup, one block a line; fit for summaries and search. */
  readonly text: string;
  readonly line: number;
}

/** Something in prose, outside code, that a rule may want to look at. */
export interface Mention extends MarkdownPlace {
  readonly kind: 'cve' | 'account';
  /** As written: `CVE-2018-16203`, `@name`. */
  readonly text: string;
}

/** A rendered advisory body: plain data, so that it can be kept under the digest of its file. */
export interface RenderedBody {
  readonly sections: readonly RenderedSection[];
  readonly problems: readonly MarkdownProblem[];
  /** Every link that was rendered, bare addresses included. */
  readonly links: readonly (MarkdownPlace & { readonly url: string })[];
  /** Every image that was rendered, as a path below the advisory's own folder. */
  readonly images: readonly (MarkdownPlace & { readonly path: string })[];
  readonly mentions: readonly Mention[];
}
