import { drop, items, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { ProductTree } from './read-product-tree.ts';

export type ProductStatus = 'affected' | 'fixed' | 'not-affected' | 'investigating' | 'unknown';

/** What a document says of one product and one vulnerability. */
export interface Standing {
  /** The place of the vulnerability in the document's list. */
  readonly vulnerability: number;
  readonly status: ProductStatus;
  /** How a single version is meant: itself, it and all later ones, it and all earlier ones. */
  readonly operator: '=' | '>=' | '<=';
  readonly place: Place;
}

/** The lists of `product_status` (CSAF 2.0 §3.2.3.9; `unknown` is of 2.1). */
const LISTS: readonly (readonly [name: string, status: ProductStatus, operator: Standing['operator']])[] = [
  ['known_affected', 'affected', '='],
  ['first_affected', 'affected', '>='],
  ['last_affected', 'affected', '<='],
  ['fixed', 'fixed', '='],
  ['first_fixed', 'fixed', '='],
  ['recommended', 'fixed', '='],
  ['known_not_affected', 'not-affected', '='],
  ['under_investigation', 'investigating', '='],
  ['unknown', 'unknown', '='],
];

/** Of each product of the tree what is said about it. A product that the tree does not hold is lost. */
export function readStatuses(
  vulnerabilities: readonly Place[],
  tree: ProductTree,
): ReadonlyMap<string, readonly Standing[]> {
  const standings = new Map<string, Standing[]>();
  for (const [vulnerability, parent] of vulnerabilities.entries()) {
    for (const [list, status, operator] of LISTS) {
      for (const place of items(member(parent, 'product_status'), list)) {
        const id = text(place) ?? '';
        const standing = { vulnerability, status, operator, place };
        const known = standings.get(id);
        const product = tree.products.get(id);
        if (known) known.push(standing);
        else if (product) standings.set(id, [standing]);
        if (product) retell(place, product.fullName === '' ? product.name : product.fullName);
        else drop(place, 'unreadable');
      }
    }
  }
  return standings;
}
