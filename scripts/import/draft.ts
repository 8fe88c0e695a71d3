import type { z } from 'zod';
import type { advisorySchema } from '#domain/advisory.ts';
import type { Language, LocalizedText } from '#domain/language.ts';
import type { SectionId } from '#domain/section.ts';

/**
 * An advisory as a foreign document tells it: front matter in which vendors still bear the names that the source
 * writes, and prose as Markdown. What is the same for all formats comes later: slugs, files, families, revisions.
 */
export interface Draft {
  /** Front matter as its schema takes it, but `vendor` is the vendor's name as written in the source. */
  readonly facts: DraftFacts;
  /** The language of the title, of the prose and of every text without one. */
  readonly language: Language;
  readonly prose: readonly DraftSection[];
  /** The same advisory in other languages, as far as the source has them. */
  readonly translations?: Readonly<Partial<Record<Language, DraftTranslation>>>;
  /** What the source tells of vendors, beside their names. */
  readonly vendors?: readonly DraftVendor[];
  /** Site paths at which the source showed it, such as `/vuls/id/257161`; they lead here from now on. */
  readonly retired?: readonly string[];
}

export type DraftFacts = z.input<typeof advisorySchema>;

export interface DraftSection {
  /** What the section is; without it the heading is the author's own. */
  readonly id?: SectionId;
  readonly heading?: string;
  /** Markdown without headings above the third level. Nothing in it may be raw HTML. */
  readonly markdown: string;
}

export interface DraftTranslation {
  readonly title: string;
  readonly prose: readonly DraftSection[];
}

export interface DraftVendor {
  /** As in `facts`. */
  readonly name: string;
  /** The name to be shown, where it differs by language. */
  readonly names?: LocalizedText;
  readonly aliases?: readonly string[];
  readonly url?: string;
  /** The name of its file, where the source has one. */
  readonly slug?: string;
}
