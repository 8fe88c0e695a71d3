import type { AffectedProduct } from '#domain/advisory.ts';
import { firstLanguage, localize } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { VendorStatus } from '#domain/vendor-status.ts';

/*
 * Anchors of rows are the same in every language, because people share links to them across languages.
 */

export function vendorAnchor(slug: string): string {
  return `vendor-${slug}`;
}

/** The rows of one answer in a long vendor table; `null` stands for vendors without a status. */
export function statusAnchor(status: VendorStatus | null): string {
  return `vendors-${status ?? 'unstated'}`;
}

/** The products of one vendor in a table of several vendors. */
export function vendorProductsAnchor(slug: string): string {
  return `products-${slug}`;
}

/** `cve-2018-16203`; a vulnerability without a CVE is numbered by its place. */
export function vulnerabilityAnchor(cve: string | undefined, index: number): string {
  return cve?.toLowerCase() ?? `vulnerability-${index + 1}`;
}

/**
 * One anchor per product name, letters and digits of any script kept, blanks and marks as hyphens.
 * The same name twice (two ranges of one product with different fixes) is numbered from the second on.
 * They are made of the names in the site's first language.
 */
export function productAnchors(
  affected: readonly Pick<AffectedProduct, 'product'>[],
  { languages }: Pick<Site, 'languages'>,
): string[] {
  const taken = new Set<string>();
  return affected.map(({ product }) => {
    const name = localize(product, firstLanguage({ languages }), languages).text;
    const base = `product-${name
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{M}\p{N}]+/gu, '-')
      .replace(/^-+|-+$/gu, '')}`;
    let anchor = base;
    for (let number = 2; taken.has(anchor); number += 1) anchor = `${base}-${number}`;
    taken.add(anchor);
    return anchor;
  });
}
