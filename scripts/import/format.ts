import type { Language } from '#domain/language.ts';
import type { Place } from '#formats/foreign/foreign-document.ts';
import type { Draft } from './draft.ts';

/** One file of the source, decoded. */
export interface SourceFile {
  /** As a person would type it; members of an archive stand behind `!/`, for example `all.zip!/GO-2021-0052.json`. */
  readonly path: string;
  readonly text: string;
  /** How it was encoded, where that was not UTF-8. */
  readonly encoding?: string;
}

/**
 * Why no advisory is made of something.
 *
 * - `link`, `access`, `size`, `archive`, `encoding`: the file itself: a symbolic link, not readable, too large, a broken
 *   or boundless archive, no encoding that is known
 * - `syntax`: the file is not JSON, XML, YAML … at all
 * - `other-format`: it is something else than the format that was named
 * - `not-an-advisory`: it belongs to the format but holds no advisory, such as a list or metadata
 * - `missing`, `unreadable`: a value without which there is no advisory is not there, or is not what the format wants
 * - `language`: it is in neither Japanese nor English
 * - `label`: its distribution is restricted
 * - `unpublished`: it is a draft, reserved or rejected
 * - `version`: a version of the format that is not read
 * - `twice`: another record of this import has the same identifier
 * - `family`: site.yaml has no family for the identifier
 * - `invalid`: what came out would not pass `npm run check`
 */
export const REFUSALS = [
  'link',
  'access',
  'size',
  'archive',
  'encoding',
  'syntax',
  'other-format',
  'not-an-advisory',
  'missing',
  'unreadable',
  'language',
  'label',
  'unpublished',
  'version',
  'twice',
  'family',
  'invalid',
] as const;

export interface Refusal {
  readonly why: (typeof REFUSALS)[number];
  /** JSON pointer of the value, or `line:column` in the file. */
  readonly at?: string;
  /** What stands there or what was expected, in a few words that are the same in all languages. */
  readonly what?: string;
}

/** What became of one record of the source. */
export type Reading = {
  /** The file it came from. */
  readonly path: string;
  /** Its identifier, or something by which a person finds it. */
  readonly name: string;
  /** The record as it was read, with an account of what became of each value. */
  readonly document: Place;
} & (
  | { readonly draft: Draft }
  | { readonly refusal: Refusal }
  /** Passed over without making the import fail: nothing that should have become an advisory. */
  | { readonly skipped: Refusal }
);

export interface ReadContext {
  /** Languages of the site into which is imported, first one first; empty when there is no site yet. */
  readonly languages: readonly Language[];
  /** The zone in which days are counted, for example Asia/Tokyo. */
  readonly timezone: string;
  /** The moment of the import (RFC 3339): what is to be published later stays where it is. */
  readonly now?: string;
}

/** A foreign format: how its files become drafts. Nothing here touches a disk, and nothing throws for what a file holds. */
export interface Format {
  /** Whether a file may hold records; all others are told as passed over. */
  readonly accepts: (path: string) => boolean;
  /** Files that are read together, from all accepted ones; without it each for itself. */
  readonly group?: (paths: readonly string[]) => readonly (readonly string[])[];
  readonly read: (files: readonly SourceFile[], context: ReadContext) => Iterable<Reading>;
}
