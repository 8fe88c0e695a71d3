import { cpePattern } from '#domain/identifiers.ts';
import {
  drop,
  items,
  member,
  type Place,
  retell,
  tell,
  text,
  texts,
} from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readAddress } from '../facts/address.ts';
import { ecosystemOf, packageUrl, readPackageUrl } from '../facts/package-url.ts';
import { readLine, toLine } from '../facts/plain-line.ts';
import { isPlaceholder } from '../facts/version-text.ts';
import type { CveStatus } from './version-claims.ts';
import { unique } from '#formats/foreign/unique.ts';
import { type ProductVersions, readProductVersions } from './product-versions.ts';

export type DraftProduct = NonNullable<DraftFacts['affected']>[number];

/** A product of a CVE record with the names that the record writes. */
export interface NamedProduct {
  readonly vendor: string;
  readonly product: string;
}

/** The products of a container, sorted by what the record says of them. */
export interface ReadProducts {
  readonly affected: readonly DraftProduct[];
  readonly unaffected: readonly NamedProduct[];
  readonly unknown: readonly NamedProduct[];
  /** Repositories that are named without commits. */
  readonly repositories: readonly string[];
}

/**
 * Products and versions (CVE Record Format 5.2, `affected[]`). An entry in which neither vendor nor product is named
 * says nothing. Where only one of them is, its name stands for the other: the makers of a project that has no other
 * name than its own.
 */
export function readProducts(container: Place): ReadProducts {
  const read = items(container, 'affected').flatMap((place) => {
    const named = readNames(place);
    if (named === undefined) {
      dropVersions(place);
      return [];
    }
    const versions = readProductVersions(place);
    return [{ named, status: versions.status, ...toProduct(place, named, versions) }];
  });
  const of = (status: CveStatus) => read.filter((each) => each.status === status);
  const [affected, unknown] = [of('affected'), of('unknown')];
  // A record about products of which nothing is known yet is still about these.
  const isOpen = affected.length === 0;
  return {
    affected: isOpen
      ? unknown.map(({ product }) => withDoubt(product))
      : affected.map(({ product }) => product),
    unaffected: of('unaffected').map(({ named }) => named),
    unknown: isOpen ? [] : unknown.map(({ named }) => named),
    repositories: unique(read.flatMap(({ repository }) => repository ?? [])),
  };
}

function withDoubt(product: DraftProduct): DraftProduct {
  return product.note === undefined ? { ...product, note: 'Not known whether affected' } : product;
}

function readNames(place: Place): NamedProduct | undefined {
  const vendor = readName(place, 'vendor');
  const product = readName(place, 'product') ?? readName(place, 'packageName');
  const name = product ?? vendor;
  return name === undefined ? undefined : { vendor: vendor ?? name, product: name };
}

function readName(place: Place, key: string): string | undefined {
  const name = readLine(place, key);
  if (name === undefined || !isPlaceholder(name)) return name;
  drop(member(place, key), 'placeholder');
  return undefined;
}

/** Versions of nothing. */
function dropVersions(place: Place): void {
  for (const key of ['versions', 'defaultStatus']) drop(member(place, key), 'placeholder');
}

function toProduct(
  place: Place,
  { vendor, product }: NamedProduct,
  { ranges, fixed, notes, introducedBy, fixedBy }: ProductVersions,
): { readonly product: DraftProduct; readonly repository?: string } {
  const identifiers = readIdentifiers(place, product);
  const repository = readAddress(place, 'repo');
  const hasCommits = introducedBy.length + fixedBy.length > 0;
  const git = hasCommits &&
    repository !== undefined && { repository, introduced: introducedBy, fixed: fixedBy };
  const stray = hasCommits && repository === undefined ? strayCommits(introducedBy, fixedBy) : [];
  const note = [...notes, ...stray, ...identifiers.notes, ...readScope(place)].join('; ');
  tellOfFiles(place);
  return {
    product: {
      ...{ vendor, product },
      ...(ranges.length > 0 && { ranges }),
      ...(fixed.length > 0 && { fixed }),
      ...(note !== '' && { note }),
      ...(identifiers.cpe !== undefined && { cpe: identifiers.cpe }),
      ...(identifiers.purl !== undefined && { purl: identifiers.purl }),
      ...(git !== false && { git }),
    },
    ...(repository !== undefined && git === false && { repository }),
  };
}

/** Commits of a repository that the record does not name. */
function strayCommits(introduced: readonly string[], fixed: readonly string[]): string[] {
  return [
    ...(introduced.length === 0 ? [] : [`Commits that introduced it: ${introduced.join(', ')}`]),
    ...(fixed.length === 0 ? [] : [`Commits that fix it: ${fixed.join(', ')}`]),
  ];
}

interface Identifiers {
  readonly cpe?: string;
  readonly purl?: string;
  readonly notes: readonly string[];
}

function readIdentifiers(place: Place, product: string): Identifiers {
  const cpe = readCpe(place);
  const written = readPackageUrl(place, 'packageURL');
  const found = readPackage(place, product);
  const purl = written ?? found.purl;
  return { ...(cpe !== undefined && { cpe }), ...(purl !== undefined && { purl }), notes: found.notes };
}

/** A package of a public registry by its package URL; another one by its name, where the product has another. */
function readPackage(place: Place, product: string): Identifiers {
  const collection = text(place, 'collectionURL');
  const name = readLine(place, 'packageName');
  const ecosystem = ecosystemOf(collection ?? '');
  const purl = ecosystem === undefined || name === undefined ? undefined : packageUrl(ecosystem, name);
  if (purl !== undefined) {
    retell(member(place, 'collectionURL'), purl);
    return { purl, notes: [] };
  }
  if (name === undefined || name === product || isPlaceholder(name)) {
    drop(member(place, 'collectionURL'), 'no-place');
    return { notes: [] };
  }
  return { notes: [`Package: ${name}${collection === undefined ? '' : ` (${toLine(collection)})`}`] };
}

/** The first CPE; a product of an advisory has one only. */
function readCpe(place: Place): string | undefined {
  const list = items(place, 'cpes');
  const first = list.find(({ value }) => typeof value === 'string' && cpePattern.test(value));
  for (const cpe of list) {
    if (cpe === first) tell(cpe);
    else drop(cpe, typeof cpe.value === 'string' && cpePattern.test(cpe.value) ? 'no-place' : 'unreadable');
  }
  return typeof first?.value === 'string' ? first.value : undefined;
}

/** Of which parts and on which platforms a product is meant. */
function readScope(place: Place): string[] {
  return [['Platforms', 'platforms'] as const, ['Modules', 'modules'] as const].flatMap(([word, key]) => {
    const names = unique(texts(place, key)).filter((name) => !isPlaceholder(name));
    return names.length === 0 ? [] : [`${word}: ${names.join(', ')}`];
  });
}

/** Places in source code are for developers, who find them in the record. */
function tellOfFiles(place: Place): void {
  for (const key of ['programFiles', 'programRoutines']) drop(member(place, key), 'no-place');
  for (const version of items(place, 'versions')) {
    const type = member(version, 'versionType');
    if (type.value !== undefined && !place.told.has(type.pointer)) drop(type, 'no-place');
  }
}
