import type { Family } from './site.ts';

/** An advisory's identifier as printed, for example `JVN#13199224`. Made only by `parseAdvisoryId`. */
export type AdvisoryId = string & { readonly __brand: 'AdvisoryId' };

/** The identifier as it stands in addresses and file names: `JVN13199224`. */
export type AdvisorySlug = string & { readonly __brand: 'AdvisorySlug' };

export interface ParsedAdvisoryId {
  id: AdvisoryId;
  slug: AdvisorySlug;
  family: Family;
}

/**
 * Recognises an identifier of one of the site's families, or answers `undefined`.
 * The longest matching prefix wins, so `JVNVU#…` is never mistaken for `JVN…`.
 */
export function parseAdvisoryId(text: string, families: readonly Family[]): ParsedAdvisoryId | undefined {
  const family = families
    .filter(({ prefix }) => text.startsWith(prefix))
    .toSorted((a, b) => b.prefix.length - a.prefix.length)
    .find(({ prefix, pattern }) => new RegExp(`^(?:${pattern})$`, 'u').test(text.slice(prefix.length)));
  if (family === undefined) return undefined;
  return { id: text as AdvisoryId, slug: toSlug(text), family };
}

/** The slug of an identifier: the same letters and digits without `#`; other signs become a hyphen (`RHSA-2024-1234`). */
export function toSlug(id: string): AdvisorySlug {
  return id.replaceAll('#', '').replaceAll(/[^A-Za-z0-9_-]+/g, '-') as AdvisorySlug;
}
