import type { VendorFacts } from '#domain/vendor.ts';
import { compareText } from '#domain/compare-text.ts';
import type { DraftVendor } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';
import { type DraftRow, joinRows } from './join-rows.ts';
import { findKnownVendor, joinVendors } from './known-names.ts';
import { vendorKey, wholeNameSlug } from './vendor-key.ts';

/** A vendor that stands in the site already. */
export interface ExistingVendor {
  readonly slug: string;
  readonly facts: VendorFacts;
}

/** A vendor that an import names. */
interface BookedVendor {
  /** Its file: the one that the site has, or what a new one should say. */
  readonly facts: VendorFacts;
  readonly isNew: boolean;
  /** Names by which sources called it, as they write them, in the order of their texts. */
  readonly met: readonly string[];
}

/** Which vendor a name means, and what files the vendors need. */
export interface VendorBook {
  /** The slug of a vendor. The same name always gets the same one, whatever other names were asked for before. */
  readonly slugOf: (name: string, more?: DraftVendor) => string;
  /**
   * The rows of one advisory with slugs for vendors, no slug twice. Of rows of one vendor that contradict each other the
   * first keeps its slug; each further one becomes a vendor of its own under its whole name, so that none is lost.
   */
  readonly rowsOf: (rows: readonly DraftRow[], more?: readonly DraftVendor[]) => DraftRow[];
  /** All vendors that were asked for, by slug, in the order of their slugs. */
  readonly vendors: () => ReadonlyMap<string, BookedVendor>;
}

interface Entry {
  readonly existing?: VendorFacts;
  /** How often each name was met. */
  readonly met: Map<string, number>;
  readonly more: DraftVendor[];
  /** The name of a vendor that a contradicting row needs. */
  readonly ownName?: string;
}

export function openVendors(existing: readonly ExistingVendor[]): VendorBook {
  const find = indexExisting(existing);
  const files = new Map(existing.map(({ slug, facts }) => [slug, facts]));
  const slugs = new Map<string, string>();
  const entries = new Map<string, Entry>();

  const entryOf = (slug: string, ownName?: string): Entry => {
    const facts = files.get(slug);
    const entry = entries.get(slug) ?? {
      ...(facts && { existing: facts }),
      ...(ownName !== undefined && { ownName }),
      met: new Map<string, number>(),
      more: [],
    };
    entries.set(slug, entry);
    return entry;
  };

  const slugOf = (name: string, more?: DraftVendor): string => {
    const slug = slugs.get(name) ?? find(name, more) ?? proposeSlug(name, more);
    slugs.set(name, slug);
    const { met, more: extras } = entryOf(slug);
    met.set(name, (met.get(name) ?? 0) + 1);
    if (more !== undefined) extras.push(more);
    return slug;
  };

  const rowsOf = (rows: readonly DraftRow[], more: readonly DraftVendor[] = []): DraftRow[] => {
    const slugged = rows.map((row) => ({
      ...row,
      vendor: slugOf(
        row.vendor,
        more.find((vendor) => vendor.name === row.vendor),
      ),
    }));
    const taken = new Set(slugged.map(({ vendor }) => vendor));
    return joinRows(slugged, ({ vendor }) => vendor).map(({ row, from: [first], rank }) => {
      if (rank === 0) return row;
      const own = proposeOwn(rows[first]?.vendor ?? row.vendor, taken);
      taken.add(own.slug);
      entryOf(own.slug, own.name);
      return { ...row, vendor: own.slug };
    });
  };

  return { slugOf, rowsOf, vendors: () => listVendors(entries, files) };
}

/**
 * How to find the file that stands for a name: by the key of any of its names, former ones included, or by its own
 * slug. Where several do, the one whose slug the name would get, then the first.
 */
function indexExisting(existing: readonly ExistingVendor[]) {
  const byKey = new Map<string, string[]>();
  const add = (key: string, slug: string) => {
    byKey.set(key, [...(byKey.get(key) ?? []).filter((other) => other !== slug), slug]);
  };
  const sorted = existing.toSorted((a, b) => compareText(a.slug, b.slug));
  for (const { slug, facts } of sorted) for (const name of listNames(facts)) add(joinVendors(name), slug);
  for (const { slug } of sorted) add(slug, slug);

  return (name: string, more: DraftVendor | undefined): string | undefined => {
    const names = [name, ...(more === undefined ? [] : namesOfMore(more))];
    const found = names.flatMap((each) => byKey.get(joinVendors(each)) ?? []);
    const wished = proposeSlug(name, more);
    return found.includes(wished) ? wished : found[0];
  };
}

/** The slug of a new vendor: that of the source, else that of its name, or of its Latin one. */
function proposeSlug(name: string, more: DraftVendor | undefined): string {
  if (more?.slug !== undefined && /^[a-z0-9]+(?:-[a-z0-9]+)*$/u.test(more.slug) && more.slug.length <= 80) {
    return more.slug;
  }
  const key = joinVendors(name);
  const english = typeof more?.names === 'object' ? more.names.en : undefined;
  return isDigest(key) && english !== undefined ? joinVendors(english) : key;
}

function isDigest(key: string): boolean {
  return /^v-[0-9a-f]{8}$/u.test(key);
}

/** A slug and a name that are free for a vendor whose row contradicts another row of the same vendor. */
function proposeOwn(name: string, taken: ReadonlySet<string>): { slug: string; name: string } {
  const whole = wholeNameSlug(name);
  for (let number = 2; ; number += 1) {
    const slug = number === 2 && !taken.has(whole) ? whole : `${whole.slice(0, 76)}-${number}`;
    if (!taken.has(slug)) return { slug, name: `${name.trim()} (${number})` };
  }
}

function listVendors(
  entries: ReadonlyMap<string, Entry>,
  files: ReadonlyMap<string, VendorFacts>,
): ReadonlyMap<string, BookedVendor> {
  const owners = new Map<string, string>();
  for (const [slug, { met }] of entries) for (const name of met.keys()) owners.set(foldName(name), slug);
  for (const [slug, facts] of files) for (const name of listNames(facts)) owners.set(foldName(name), slug);
  const sorted = [...entries].toSorted(([a], [b]) => compareText(a, b));
  return new Map(
    sorted.map(([slug, entry]) => {
      const isFree = (name: string) => (owners.get(foldName(name)) ?? slug) === slug;
      return [slug, bookVendor(slug, entry, isFree)];
    }),
  );
}

/** @param isFree whether no other vendor bears a name */
function bookVendor(slug: string, entry: Entry, isFree: (name: string) => boolean): BookedVendor {
  const { existing, met } = entry;
  return {
    facts: existing ?? buildFacts(slug, entry, isFree),
    isNew: existing === undefined,
    met: [...met.keys()].toSorted(compareText),
  };
}

/** What the file of a new vendor says. The name is that of the table, else the one that was met most often. */
function buildFacts(
  slug: string,
  { met, more, ownName }: Entry,
  isFree: (name: string) => boolean,
): VendorFacts {
  if (ownName !== undefined) return { name: ownName, aliases: [], formerNames: [] };
  const names = [...met]
    .toSorted(([a, often], [b, oftenB]) => oftenB - often || compareText(a, b))
    .map(([name]) => cleanName(name));
  const known = names.map(findKnownVendor).find((vendor) => vendor !== undefined);
  const shown = more.find(({ names: each }) => each !== undefined)?.names;
  const name = shown ?? known?.name ?? names[0] ?? slug;
  const keysOf = (list: readonly string[] = []) => new Set(list.map(vendorKey));
  const [former, misspelt] = [keysOf(known?.formerNames), keysOf(known?.misspelt)];
  const isFormer = (each: string) => former.has(vendorKey(each));
  const others = [...names, ...more.flatMap(({ aliases = [] }) => aliases.map(cleanName))].filter(isFree);
  const url = more.find((each) => each.url !== undefined)?.url;
  const formerNames = distinct(others.filter(isFormer), listNames({ name }));
  const aliases = distinct(
    others.filter((each) => !isFormer(each) && !misspelt.has(vendorKey(each))),
    [...listNames({ name }), ...formerNames],
  );
  return { name, aliases, formerNames, ...(url !== undefined && { url }) };
}

/** Names that differ from the others and from each other in more than width and case, in the order of their texts. */
function distinct(names: readonly string[], others: readonly string[]): string[] {
  const seen = new Set(others.map(foldName));
  const fresh = names.toSorted(compareText).filter((name) => {
    const folded = foldName(name);
    const isFresh = !seen.has(folded);
    seen.add(folded);
    return isFresh;
  });
  return fresh;
}

function foldName(name: string): string {
  return name.normalize('NFKC').toLowerCase().trim();
}

/** A name as a file can hold it, so that one odd spelling does not spoil the file of a vendor that many records name. */
function cleanName(name: string): string {
  const line = toLine(name);
  return line === '' ? name : line;
}

function listNames(facts: Pick<VendorFacts, 'name'> & Partial<VendorFacts>): string[] {
  const { name, aliases = [], formerNames = [] } = facts;
  return [...(typeof name === 'string' ? [name] : Object.values(name)), ...aliases, ...formerNames];
}

function namesOfMore({ names, aliases = [] }: DraftVendor): string[] {
  if (names === undefined) return [...aliases];
  return [...(typeof names === 'string' ? [names] : Object.values(names)), ...aliases];
}
