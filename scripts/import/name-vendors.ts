import type { Draft } from './draft.ts';
import type { VendorBook } from './vendors/vendor-book.ts';

/** The draft with slugs in place of its vendors’ names, and no two rows of one vendor. */
export function nameVendors(draft: Draft, book: VendorBook): Draft {
  const { affected = [], vendors = [] } = draft.facts;
  const more = new Map(draft.vendors?.map((vendor) => [vendor.name, vendor]));
  return {
    ...draft,
    facts: {
      ...draft.facts,
      affected: affected.map((product) => ({
        ...product,
        vendor: book.slugOf(product.vendor, more.get(product.vendor)),
      })),
      vendors: book.rowsOf(vendors, draft.vendors),
    },
  };
}
