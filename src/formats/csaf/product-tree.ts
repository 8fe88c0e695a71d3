import type { CsafBranch, CsafProductTree } from './csaf-2.0.ts';
import type { CsafProduct } from './products.ts';

/** The product tree of some products: vendor, then product name, then version or range (CSAF 2.0 §3.2.2). */
export function buildProductTree(products: readonly CsafProduct[]): CsafProductTree {
  const distinct = new Map<string, CsafProduct>();
  for (const product of products) if (!distinct.has(product.id)) distinct.set(product.id, product);
  const vendors = Map.groupBy(distinct.values(), ({ path }) => path.slug);
  return {
    branches: [...vendors.values()].map((own) => ({
      category: 'vendor',
      name: own[0]?.path.vendor ?? '',
      branches: toNameBranches(own),
    })),
  };
}

/** A product without a version is the branch of its name; its versions then stand in a second branch of that name. */
function toNameBranches(products: readonly CsafProduct[]): CsafBranch[] {
  return [...Map.groupBy(products, ({ path }) => path.product)].flatMap(([name, own]): CsafBranch[] => {
    const whole = own.filter(({ path }) => path.version === undefined);
    const versions = own.flatMap((product) => {
      const { version } = product.path;
      return version ? [{ category: version.category, name: version.name, product: toProduct(product) }] : [];
    });
    return [
      ...whole.map((product) => ({ category: 'product_name' as const, name, product: toProduct(product) })),
      ...(versions.length > 0 ? [{ category: 'product_name' as const, name, branches: versions }] : []),
    ];
  });
}

function toProduct({ id, name, cpe, purl }: CsafProduct): NonNullable<CsafBranch['product']> {
  return { name, product_id: id, product_identification_helper: { cpe, purl } };
}
