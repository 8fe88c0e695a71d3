import type { RecordVulnerability } from '#formats/record/advisory-record.ts';
import { type Stance, stanceOfProduct, stanceOfVendor } from '#formats/record/positions.ts';
import type { CsafStatus } from './csaf-2.0.ts';
import type { CsafProduct, ProductRow } from './products.ts';

/** What is said about one product and one vulnerability, and by which row. */
export interface StatusEntry {
  product: CsafProduct;
  row: ProductRow;
  status: CsafStatus;
}

const STATUSES: Record<Stance, CsafStatus> = {
  affected: 'known_affected',
  'not-affected': 'known_not_affected',
  'under-investigation': 'under_investigation',
};

/** Where two rows contradict each other, the status that stands first here holds (CSAF 2.0 §6.1.6). */
const PRECEDENCE: readonly CsafStatus[] = [
  'known_affected',
  'under_investigation',
  'fixed',
  'known_not_affected',
];

/** The status of every product for one vulnerability, each product once. What fixes an affected product is fixed. */
export function listStatuses(rows: readonly ProductRow[], vulnerability: RecordVulnerability): StatusEntry[] {
  const products = rows.flatMap(({ product }) => product ?? []);
  const entries = rows.flatMap((row) => {
    const stance = row.product
      ? stanceOfProduct(row.product, row.vendor, vulnerability)
      : stanceOfVendor(row.vendor, products, vulnerability);
    if (stance === undefined) return [];
    const told = toEntries(row, row.products, STATUSES[stance]);
    return stance === 'affected' ? [...told, ...toEntries(row, row.fixed, 'fixed')] : told;
  });
  return settle(entries);
}

/** Product ids by status. */
export function groupByStatus(entries: readonly StatusEntry[]): Partial<Record<CsafStatus, string[]>> {
  const groups = Map.groupBy(entries, ({ status }) => status);
  return Object.fromEntries(
    [...groups].map(([status, own]) => [status, own.map(({ product }) => product.id)]),
  );
}

function toEntries(row: ProductRow, products: readonly CsafProduct[], status: CsafStatus): StatusEntry[] {
  return products.map((product) => ({ product, row, status }));
}

function settle(entries: readonly StatusEntry[]): StatusEntry[] {
  const settled = new Map<string, StatusEntry>();
  for (const entry of entries) {
    const before = settled.get(entry.product.id);
    const wins = before === undefined || rank(entry) < rank(before);
    if (wins) settled.set(entry.product.id, entry);
  }
  return [...settled.values()];
}

function rank({ status }: StatusEntry): number {
  return PRECEDENCE.indexOf(status);
}
