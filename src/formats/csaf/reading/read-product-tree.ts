import { items, member, type Place, retell, text, texts } from '#formats/foreign/foreign-document.ts';
import { readPackage } from './read-package.ts';
import type { Reading } from './reading.ts';

/** A product of a CSAF product tree (CSAF 2.0 §3.2.2, 3.1.2, 3.1.3), wherever in the tree it stood. */
export interface TreeProduct {
  /** The name of the innermost vendor above it. */
  readonly vendor: string;
  /** The product's name without vendor and version. */
  readonly name: string;
  /** Its whole name, as readers see it. */
  readonly fullName: string;
  readonly version: { readonly text: string; readonly isRange: boolean; readonly place: Place } | undefined;
  /** The kind of processor for which it is built. */
  readonly architecture: string | undefined;
  /** Of what it is a part or where it is installed, in the publisher's words: “as a component of” a product. */
  readonly host: { readonly words: string; readonly name: string } | undefined;
  /** Its `product_identification_helper`, not read yet. */
  readonly helper: Place;
  /** Its `full_product_name_t`. */
  readonly place: Place;
  /** Where it was made of others, its part and what that stands in. */
  readonly made?: readonly [part: TreeProduct, whole: TreeProduct];
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
  readonly architecture: string | undefined;
}

type Products = Map<string, TreeProduct>;

const DEEPEST_BRANCH = 30;

/** @param publisher the vendor of products that have none above them */
export function readProductTree({ document, isOwn }: Reading, publisher: string): ProductTree {
  const products: Products = new Map();
  const tree = member(document, 'product_tree');
  const trunk: Above = { vendor: publisher, names: [], version: undefined, architecture: undefined };
  for (const branch of items(tree, 'branches')) readBranch(branch, trunk, { products, isOwn, depth: 0 });
  for (const place of items(tree, 'full_product_names')) addProduct(place, trunk, products);
  for (const place of items(tree, 'relationships')) {
    const whole = text(place, 'relates_to_product_reference');
    readRelation(place, [text(place, 'product_reference'), whole], trunk, products);
  }
  for (const place of items(tree, 'product_paths')) {
    const steps = items(place, 'subpaths').map((step) => text(step, 'next_product_reference'));
    readRelation(place, [text(place, 'beginning_product_reference'), ...steps], trunk, products);
  }
  const groups = items(tree, 'product_groups').map((group) => {
    const id = text(group, 'group_id') ?? '';
    return [id, texts(group, 'product_ids')] as const;
  });
  return { products, groups: new Map(groups) };
}

/** An id is told as the name of its product; a product of which nothing is said is told nowhere. */
export function accountForProducts(
  { products }: ProductTree,
  standings: ReadonlyMap<string, readonly unknown[]>,
): void {
  for (const [id, { place, name, fullName, made }] of products) {
    if (!standings.has(id)) continue;
    retell(member(place, 'product_id'), name);
    if (fullName !== name) retell(member(place, 'name'), name);
    if (made !== undefined) accountForParts(...made);
  }
}

/** A part is told by its name and version, and what it stands in by its whole name. */
function accountForParts(part: TreeProduct, whole: TreeProduct): void {
  const called = part.version === undefined ? part.name : `${part.name} ${part.version.text}`;
  for (const place of [member(part.place, 'product_id'), member(part.place, 'name')]) retell(place, called);
  if (part.version && part.version.text !== part.version.place.value) retell(part.version.place, called);
  retell(member(whole.place, 'product_id'), whole.fullName);
}

function readBranch(
  branch: Place,
  above: Above,
  around: { readonly products: Products; readonly isOwn: boolean; readonly depth: number },
): void {
  if (around.depth >= DEEPEST_BRANCH) return;
  const here = extend(branch, above, around.isOwn);
  const product = member(branch, 'product');
  if (product.value !== undefined) addProduct(product, here, around.products);
  const below = { ...around, depth: around.depth + 1 };
  for (const each of items(branch, 'branches')) readBranch(each, here, below);
}

/** What a branch adds to the branches above it, by its category (CSAF 2.0 §3.1.2.2). */
function extend(branch: Place, above: Above, isOwn: boolean): Above {
  const name = text(branch, 'name') ?? '';
  const category = text(branch, 'category');
  if (name === '') return above;
  if (category === 'vendor') return { ...above, vendor: name };
  if (category === 'architecture' && !isOwn) return { ...above, architecture: name };
  if (category === 'product_version' || category === 'product_version_range') {
    const isRange = category === 'product_version_range';
    return { ...above, version: { text: name, isRange, place: member(branch, 'name') } };
  }
  return { ...above, names: [...above.names, name] };
}

function addProduct(place: Place, above: Above, products: Products): void {
  const id = text(place, 'product_id');
  const fullName = text(place, 'name');
  const helper = member(place, 'product_identification_helper');
  if (id === undefined || products.has(id)) return;
  products.set(id, {
    ...{ vendor: above.vendor, architecture: above.architecture, host: undefined },
    ...nameProduct(fullName ?? above.version?.text ?? id, above, helper),
    ...{ fullName: fullName ?? '', helper, place },
  });
}

/**
 * A version right below its vendor has the product's name in its own: a package can be told apart, anything else
 * cannot. A family is no part of the name of a product that is called by the name of its branch alone.
 */
function nameProduct(
  fullName: string,
  { names, version, architecture }: Above,
  helper: Place,
): Pick<TreeProduct, 'name' | 'version'> {
  const name = version === undefined && names.at(-1) === fullName ? fullName : joinNames(names);
  if (name !== '') return { name, version };
  const { value: purl } = member(helper, 'purl');
  const told = typeof purl === 'string' ? purl : texts(helper, 'purls')[0];
  const read = version?.isRange === false ? readPackage(version.text, architecture, told) : undefined;
  if (version === undefined || read === undefined) return { name: fullName, version: undefined };
  return { name: read.name, version: { ...version, text: read.version } };
}

/** Family, product and what qualifies it as one name; a part that the next one repeats is left out. */
function joinNames(names: readonly string[]): string {
  return names
    .filter((name, place) => !(names[place + 1] ?? '').toLowerCase().includes(name.toLowerCase()))
    .join(' ');
}

/** “A installed on B”: A with what it stands in, where the name says just that; else a product by its own name. */
function readRelation(
  place: Place,
  [first, ...others]: readonly (string | undefined)[],
  trunk: Above,
  products: Products,
): void {
  const product = member(place, 'full_product_name');
  const part = products.get(first ?? '');
  const whole = products.get(others[0] ?? '');
  const id = text(product, 'product_id') ?? '';
  const isNew = !products.has(id);
  addProduct(product, { ...trunk, vendor: part?.vendor ?? whole?.vendor ?? trunk.vendor }, products);
  const added = products.get(id);
  if (!isNew || !part || !whole || !added) return;
  const host = readHost(added.fullName, part, whole);
  const helper = added.helper.value === undefined ? part.helper : added.helper;
  if (host === undefined) return;
  retellReferences(place, part, { ...host, whole });
  products.set(id, {
    ...part,
    ...{ fullName: added.fullName, place: added.place, helper, host },
    made: [part, whole],
  });
}

/** What a relationship or path says in ids stands in the row of the part, in words. */
function retellReferences(
  place: Place,
  part: TreeProduct,
  { words, whole, name }: { readonly words: string; readonly whole: TreeProduct; readonly name: string },
): void {
  const told: readonly (readonly [place: Place, after: string])[] = [
    [member(place, 'product_reference'), part.name],
    [member(place, 'beginning_product_reference'), part.name],
    [member(place, 'relates_to_product_reference'), whole.fullName],
    [member(place, 'category'), words],
    [member(place, 'subpaths'), `${words} ${name}`],
  ];
  for (const [each, after] of told) if (each.value !== undefined) retell(each, after);
}

function readHost(fullName: string, part: TreeProduct, whole: TreeProduct): TreeProduct['host'] {
  const start = part.fullName.replace(/\.rpm$/u, '');
  const rest = fullName.startsWith(start) ? fullName.slice(start.length) : '';
  const place = whole.fullName === '' || start === '' ? -1 : rest.indexOf(whole.fullName);
  const words = rest.slice(0, Math.max(place, 0)).trim();
  return words === '' ? undefined : { words, name: rest.slice(place).trim() };
}
