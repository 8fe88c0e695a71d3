import type { CaseVendor } from '../case-record.ts';
import { toRow } from '../row.ts';
import type { Tree } from '#catalog/pick-known.ts';

type Row = Readonly<Record<string, Tree>>;

/**
 * The vendor-status table of a case, one row for each vendor, in the order in which they came to it. A row shows the answer
 * that a coordinator approved; without one it tells only whether the vendor was told (`notified`) or not (`unknown`).
 * What belongs to the coordinator is kept from the draft's row: `statusOn`, `cves`, `addendum`, and the labels of notices.
 * @param rows the draft's `vendors`, whatever it is
 */
export function buildVendorRows(vendors: readonly CaseVendor[], rows: unknown): Row[] {
  const kept = new Map(listRows(rows).map((row) => [vendorOf(row), row]));
  return vendors.map((vendor) => buildRow(vendor, kept.get(vendor.vendor) ?? {}));
}

/** The rows of a draft's table that are rows at all. */
export function listRows(rows: unknown): Row[] {
  return Array.isArray(rows) ? rows.filter(isMap) : [];
}

/** The slug of the vendor of a draft's row; empty where there is none. */
export function vendorOf({ vendor }: Row): string {
  return typeof vendor === 'string' ? vendor.trim() : '';
}

function isMap(value: unknown): value is Row {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function buildRow({ vendor, shown, progress }: CaseVendor, draft: Row): Row {
  const row = shown && toRow(shown.answer);
  const status = row?.status ?? (progress === 'unaware' ? 'unknown' : 'notified');
  const notices = row?.notices?.map(({ url }) => labelled(url, draft['notices']));
  return {
    vendor,
    status,
    ...keep(draft, 'statusOn'),
    ...keep(draft, 'cves'),
    ...(notices && { notices }),
    ...(row?.statement !== undefined && { statement: row.statement }),
    ...keep(draft, 'addendum'),
    ...(row?.justification !== undefined && { justification: row.justification }),
  };
}

function keep(draft: Row, key: string): Row {
  const value = Object.hasOwn(draft, key) ? draft[key] : undefined;
  return value === undefined || value === '' ? {} : { [key]: value };
}

/** A notice with the title that the coordinator gave to its address. */
function labelled(url: string, notices: Tree | undefined): Row {
  const known = listRows(notices).find((notice) => notice['url'] === url);
  return { url, ...(known && keep(known, 'label')) };
}
