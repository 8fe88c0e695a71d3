import { items, member, type Place, tell, text, texts } from '#formats/foreign/foreign-document.ts';

/** A product of a CSAF product tree (CSAF 2.0 §3.2.2, 3.1.2, 3.1.3), wherever in the tree it stood. */
export interface TreeProduct {
  /** The name of the innermost vendor above it. */
  readonly vendor: string;
  /** The product's name without vendor and version. */
  readonly name: string;
  /** Its whole name, as readers see it. */
  readonly fullName: string;
  readonly version: { readonly text: string; readonly isRange: boolean; readonly place: Place } | undefined;
  /** Its `product_identification_helper`, not read yet. */
  readonly helper: Place;
}

export interface ProductTree {
  readonly products: ReadonlyMap<string, TreeProduct>;
  /** The products of each group. */
  readonly groups: ReadonlyMap<string, readonly string[]>;
}

/** What stands above a branch. */
interface Above {
  readonly vendor: string;
  readonly names: readonly string[];
  readonly version: TreeProduct['version'];
}

const DEEPEST_BRANCH = 30;

/** @param publisher the vendor of products that have none above them */
export function readProductTree(document: Place, publisher: string): ProductTree {
  const products = new Map<string, TreeProduct>();
  const tree = member(document, 'product_tree');
  const trunk: Above = { vendor: publisher, names: [], version: undefined };
  for (const branch of items(tree, 'branches')) readBranch(branch, trunk, 0, products);
  for (const place of items(tree, 'full_product_names')) addProduct(place, trunk, products);
  for (const place of items(tree, 'relationships')) readRelationship(place, trunk, products);
  const groups = items(tree, 'product_groups').map((group) => {
    const id = text(group, 'group_id') ?? '';
    return [id, texts(group, 'product_ids')] as const;
  });
  return { products, groups: new Map(groups) };
}

function readBranch(branch: Place, above: Above, depth: number, products: Map<string, TreeProduct>): void {
  if (depth >= DEEPEST_BRANCH) return;
  const here = extend(branch, above);
  const product = member(branch, 'product');
  if (product.value !== undefined) addProduct(product, here, products);
  for (const each of items(branch, 'branches')) readBranch(each, here, depth + 1, products);
}

/** What a branch adds to the branches above it, by its category (CSAF 2.0 §3.1.2.2). */
function extend(branch: Place, above: Above): Above {
  const name = text(branch, 'name') ?? '';
  const category = text(branch, 'category');
  if (category === 'vendor') return { ...above, vendor: name === '' ? above.vendor : name };
  if (category === 'product_version' || category === 'product_version_range') {
    const version = {
      text: name,
      isRange: category === 'product_version_range',
      place: member(branch, 'name'),
    };
    return name === '' ? above : { ...above, version };
  }
  return { ...above, names: [...above.names, name] };
}

function addProduct(place: Place, above: Above, products: Map<string, TreeProduct>): void {
  const id = text(place, 'product_id');
  const fullName = text(place, 'name');
  if (id === undefined || products.has(id)) return;
  const name = joinNames(above.names);
  products.set(id, {
    vendor: above.vendor,
    // A version right below its vendor has the product's name in its own, so it cannot be told apart.
    name: name === '' ? (fullName ?? above.version?.text ?? id) : name,
    fullName: fullName ?? '',
    version: name === '' ? undefined : above.version,
    helper: member(place, 'product_identification_helper'),
  });
}

/** Family, product and what qualifies it as one name; a part that the next one repeats is left out. */
function joinNames(names: readonly string[]): string {
  const parts = names.filter((name) => name !== '');
  return parts
    .filter((name, place) => !(parts[place + 1] ?? '').toLowerCase().includes(name.toLowerCase()))
    .join(' ');
}

/** “A installed on B” is a product by its own name; its vendor is that of A. */
function readRelationship(place: Place, trunk: Above, products: Map<string, TreeProduct>): void {
  const product = member(place, 'full_product_name');
  const part = products.get(text(place, 'product_reference') ?? '');
  const whole = products.get(text(place, 'relates_to_product_reference') ?? '');
  tell(member(place, 'category'));
  addProduct(product, { ...trunk, vendor: part?.vendor ?? whole?.vendor ?? trunk.vendor }, products);
}
