import type { VendorStatus } from '#domain/vendor-status.ts';
import { drop, member, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';
import { readCpe } from './cpe.ts';
import { element, elements, elementText, textPlace } from './elements.ts';
import { readVersions } from './read-versions.ts';

type Product = NonNullable<DraftFacts['affected']>[number];
type Row = NonNullable<DraftFacts['vendors']>[number];

export interface Affected {
  readonly products: Product[];
  /** Rows of the table of vendors, by the names that the record writes. */
  readonly rows: Map<string, Row>;
}

/** The closed list of VULDEF (`affectedstatusEnum`). */
const STATUSES: Readonly<Partial<Record<string, VendorStatus>>> = {
  vulnerable: 'affected',
  vulnerable_investigating: 'affected-investigating',
  notvulnerable: 'not-affected',
  notvulnerable_investigating: 'not-affected-investigating',
  unknown: 'unknown',
};

/** The names of all vendors of affected items, as they are written. */
export function readVendorNames(items: readonly Place[]): Set<string> {
  const names = items.map((item) => element(item, 'Name').value);
  return new Set(
    names.flatMap((name) => (typeof name === 'string' && name.trim() !== '' ? [toLine(name)] : [])),
  );
}

/**
 * `AffectedItem`s: products that are affected, and what is said of vendors. A vendor’s items may have several statuses;
 * one of which a product is affected is affected.
 * @param cves all that the record names
 */
export function readAffected(items: readonly Place[], cves: readonly string[]): Affected {
  const affected: Affected = { products: [], rows: new Map() };
  for (const item of items) {
    const vendor = elementText(item, 'Name');
    if (vendor === undefined || toLine(vendor) === '') drop(item, 'no-place');
    else readItem(affected, item, toLine(vendor), cves);
  }
  return affected;
}

function readItem({ products, rows }: Affected, item: Place, vendor: string, cves: readonly string[]): void {
  const status = readStatus(member(item, '@affectedstatus'));
  if (status !== undefined) rows.set(vendor, mergeRow(rows.get(vendor), { vendor, status }));
  drop(member(item, '@historyno'), 'internal');
  const name = elementText(item, 'ProductName');
  const isAffected = status === undefined || status.startsWith('affected');
  if (name === undefined) readVendorWords(rows, item, vendor);
  else if (isAffected) products.push(...readProduct(item, { vendor, product: toLine(name) }, cves));
  else dropProduct(item);
}

function readStatus(place: Place): VendorStatus | undefined {
  const written = text(place);
  if (written === undefined) return undefined;
  const status = Object.hasOwn(STATUSES, written) ? STATUSES[written] : undefined;
  if (status === undefined) drop(place, 'unreadable');
  else if (status !== written) retell(place, status);
  return status;
}

const RANKS: readonly (VendorStatus | undefined)[] = [
  ...([
    'affected-investigating',
    'affected',
    'not-affected-investigating',
    'not-affected',
    'unknown',
  ] as const),
  undefined,
];

function mergeRow(present: Row | undefined, row: Row): Row {
  if (present === undefined) return row;
  const rank = ({ status }: Row): number => RANKS.indexOf(status);
  return rank(present) <= rank(row) ? present : { ...present, ...(row.status && { status: row.status }) };
}

/** A vendor without a product: its statement, then the coordinator’s words. */
function readVendorWords(rows: Map<string, Row>, item: Place, vendor: string): void {
  const [statement, addendum, ...rest] = elements(item, 'Description');
  const words = {
    ...withText('statement', statement),
    ...withText('addendum', addendum),
  };
  for (const each of rest) drop(each, 'no-place');
  for (const each of elements(item, 'VersionNumber')) drop(each, 'no-place');
  for (const each of elements(item, 'Cpe')) drop(each, 'no-place');
  rows.set(vendor, { ...mergeRow(rows.get(vendor), { vendor }), ...words });
}

function withText(
  name: 'statement' | 'addendum' | 'note',
  place: Place | undefined,
): Partial<Record<typeof name, string>> {
  const said = place === undefined ? undefined : text(textPlace(place));
  const words = said === undefined ? '' : toLine(said);
  return words === '' ? {} : { [name]: words };
}

function dropProduct(item: Place): void {
  for (const name of ['ProductName', 'Cpe', 'VersionNumber', 'BuildNumber', 'Description']) {
    for (const each of elements(item, name)) drop(each, 'no-place');
  }
}

function readProduct(
  item: Place,
  names: { vendor: string; product: string },
  cves: readonly string[],
): Product[] {
  const [cpe] = elements(item, 'Cpe').flatMap((place, index) => readCpeElement(place, index > 0) ?? []);
  const builds = elements(item, 'BuildNumber').flatMap((place) => elementText(place) ?? []);
  const descriptions = elements(item, 'Description').flatMap((place) => elementText(place) ?? []);
  const groups = readVersions(elements(item, 'VersionNumber'), cves);
  const notes = [...builds.map((build) => `Build ${build}`), ...descriptions].map(toLine);
  const whole = groups.length === 0 ? [{ cves: [], ranges: [], fixed: [] }] : groups;
  return whole.map((group) => {
    const note = [('note' in group ? group.note : undefined) ?? '', ...notes]
      .filter((part) => part !== '')
      .join(' / ');
    return {
      ...names,
      ...(group.ranges.length > 0 && { ranges: [...group.ranges] }),
      ...(group.fixed.length > 0 && { fixed: [...group.fixed] }),
      ...(note !== '' && { note }),
      ...(group.cves.length > 0 && { cves: [...group.cves] }),
      ...(cpe !== undefined && { cpe }),
    };
  });
}

/** A product has one CPE; further ones name other products. */
function readCpeElement(place: Place, isFurther: boolean): string | undefined {
  tell(member(place, '@version'));
  if (!isFurther) return readCpe(textPlace(place));
  drop(textPlace(place), 'no-place');
  return undefined;
}
