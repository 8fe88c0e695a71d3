import { items, member, type Place, retell, texts } from '#formats/foreign/foreign-document.ts';
import { FOREIGN_WORDS } from './foreign-words.ts';
import { listProductLines } from './product-lines.ts';
import type { ProductTree, TreeProduct } from './read-product-tree.ts';
import type { ProductStatus, Standing } from './read-statuses.ts';
import type { Reading } from './reading.ts';

type Standings = ReadonlyMap<string, readonly Standing[]>;

interface Said {
  readonly product: TreeProduct;
  readonly status: ProductStatus;
  /** The vulnerabilities for which it is said; empty when it is all of them, or when they have no names. */
  readonly cves: string;
  /** Why it is not affected, in the words of VEX; empty where nothing is said. */
  readonly reason: string;
}

/** Why products are not affected, by the number of the vulnerability and the product's id. */
type Reasons = ReadonlyMap<string, string>;

const TOLD: readonly ProductStatus[] = ['fixed', 'not-affected', 'investigating', 'unknown'];

/**
 * Products that are no affected product of the advisory, in words: those in which everything is fixed, those that are
 * not affected, and those of which it is not known.
 */
export function listOtherProducts(
  tree: ProductTree,
  standings: Standings,
  cves: readonly (string | undefined)[],
  reading: Reading,
): string {
  const reasons = readReasons(tree, standings, reading);
  const said = [...standings].flatMap(([id, own]) => {
    const product = tree.products.get(id);
    return product === undefined ? [] : saidOf(id, product, own, { cves, reasons, reading });
  });
  const isPlural = new Set([...tree.products.values()].map(({ vendor }) => vendor)).size > 1;
  const words = FOREIGN_WORDS[reading.language];
  return TOLD.flatMap((status) => {
    const own = said.filter((each) => each.status === status);
    const groups = Map.groupBy(own, (each) => JSON.stringify([each.cves, each.reason]));
    return [...groups.values()].map((group) => {
      const [{ cves: named, reason }] = group as [Said, ...Said[]];
      const lines = listProductLines(
        group.map(({ product }) => product),
        isPlural,
        reading,
      );
      return [words.listHead(status, named, reason), '', ...lines.map((line) => `- ${line}`)].join('\n');
    });
  }).join('\n\n');
}

function saidOf(
  id: string,
  product: TreeProduct,
  standings: readonly Standing[],
  around: {
    readonly cves: readonly (string | undefined)[];
    readonly reasons: Reasons;
    readonly reading: Reading;
  },
): Said[] {
  const { cves, reasons, reading } = around;
  return TOLD.flatMap((status) => {
    if (status === 'fixed' && product.version !== undefined) return [];
    const own = standings.filter((each) => each.status === status).map((each) => each.vulnerability);
    const groups = Map.groupBy(new Set(own), (place) =>
      status === 'not-affected' ? (reasons.get(`${place} ${id}`) ?? '') : '',
    );
    return [...groups].map(([reason, places]) => {
      const named = places.flatMap((place) => cves[place] ?? []);
      const isNamed = places.length < cves.length && named.length === places.length;
      return { product, status, reason, cves: isNamed ? named.join(reading.words.comma) : '' };
    });
  });
}

/** Flags (CSAF 2.0 §3.2.3.5) of products that are not affected. */
function readReasons({ groups }: ProductTree, standings: Standings, { document }: Reading): Reasons {
  const reasons = new Map<string, string>();
  for (const [index, vulnerability] of items(document, 'vulnerabilities').entries()) {
    for (const flag of items(vulnerability, 'flags')) {
      const { value: label } = member(flag, 'label');
      if (typeof label !== 'string' || label.trim() === '') continue;
      const ids = [
        ...texts(flag, 'product_ids'),
        ...texts(flag, 'group_ids').flatMap((group) => groups.get(group) ?? []),
      ].filter((id) => isNotAffected(standings.get(id), index));
      for (const id of ids) reasons.set(`${index} ${id}`, label.replaceAll('_', ' '));
      if (ids.length > 0) accountForFlag(flag, label.replaceAll('_', ' '));
    }
  }
  return reasons;
}

function isNotAffected(standings: readonly Standing[] | undefined, vulnerability: number): boolean {
  return (
    standings?.some((each) => each.vulnerability === vulnerability && each.status === 'not-affected') === true
  );
}

function accountForFlag(flag: Place, reason: string): void {
  retell(member(flag, 'label'), reason);
  for (const key of ['product_ids', 'group_ids']) {
    if (member(flag, key).value !== undefined) retell(member(flag, key), reason);
  }
}
