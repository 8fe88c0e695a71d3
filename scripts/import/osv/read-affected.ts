import { isVersion } from '#domain/version-range.ts';
import { drop, items, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { packageUrl, readPackageUrl } from '../facts/package-url.ts';
import { readLine, toLine } from '../facts/plain-line.ts';
import { askRanges } from '../facts/version-span.ts';
import type { Refusal } from '../format.ts';
import { namePackage, nameRepository, type PackageName } from './package-maker.ts';
import { readExtras } from './read-extras.ts';
import {
  dropRangeExtras,
  type OsvCommits,
  type OsvVersions,
  readCommitRange,
  readVersionRange,
} from './read-ranges.ts';
import { unique } from '#formats/foreign/unique.ts';

type DraftProduct = NonNullable<DraftFacts['affected']>[number];

/** The packages of a record (OSV 1.7, `affected[]`) as products, or what is wrong with one of them. */
export function readAffected(document: Place): DraftProduct[] | Refusal {
  const products: DraftProduct[] = [];
  for (const place of items(document, 'affected')) {
    const read = readOne(place);
    if ('why' in read) return read;
    products.push(...read.products);
  }
  return products;
}

function readOne(place: Place): { products: DraftProduct[] } | Refusal {
  const told = readRanges(place);
  if ('why' in told) return told;
  const named = readPackage(place);
  const repositories = joinCommits(told.commits);
  const [own, ...others] = repositories;
  const maker = named ?? (own && { ...nameRepository(own.repository), notes: [] });
  if (maker === undefined) {
    dropVersions(place);
    return { products: [] };
  }
  const { ranges, fixed, notes } = addVersions(place, told);
  const note = [...notes, ...readExtras(place), ...maker.notes].join('; ');
  const product: DraftProduct = {
    ...{ vendor: maker.vendor, product: maker.product },
    ...(ranges.length > 0 && { ranges }),
    ...(fixed.length > 0 && { fixed }),
    ...(note !== '' && { note }),
    ...(named?.purl !== undefined && { purl: named.purl }),
    ...(own && { git: toGit(own) }),
  };
  return {
    products: [
      product,
      ...others.map((commits) => ({ ...nameRepository(commits.repository), git: toGit(commits) })),
    ],
  };
}

/** Versions of nothing that has a name. */
function dropVersions(place: Place): void {
  for (const key of ['versions', 'ranges']) drop(member(place, key), 'unreadable');
}

function toGit({ repository, introduced, fixed }: OsvCommits): NonNullable<DraftProduct['git']> {
  return {
    repository,
    ...(introduced.length > 0 && { introduced: [...introduced] }),
    ...(fixed.length > 0 && { fixed: [...fixed] }),
  };
}

type ToldRanges = OsvVersions & { readonly commits: readonly OsvCommits[] };

function readRanges(place: Place): ToldRanges | Refusal {
  const [versions, commits]: [OsvVersions[], OsvCommits[]] = [[], []];
  for (const range of items(place, 'ranges')) {
    const type = text(range, 'type');
    drop(member(range, 'type'), 'computed');
    dropRangeExtras(range);
    if (type === 'GIT') {
      const read = readCommitRange(range);
      if (read !== undefined && 'why' in read) return read;
      if (read !== undefined) commits.push(read);
    } else if (type === 'SEMVER' || type === 'ECOSYSTEM') {
      const read = readVersionRange(range);
      if ('why' in read) return read;
      versions.push(read);
    } else {
      const at = member(range, 'type').pointer;
      return type === undefined
        ? { why: 'missing', at }
        : { why: 'unreadable', at, what: toLine(type).slice(0, 40) };
    }
  }
  return {
    ranges: unique(versions.flatMap(({ ranges }) => ranges)),
    fixed: unique(versions.flatMap(({ fixed }) => fixed)),
    notes: unique(versions.flatMap(({ notes }) => notes)),
    commits,
  };
}

/** Ranges in one repository are one. */
function joinCommits(commits: readonly OsvCommits[]): OsvCommits[] {
  return [...Map.groupBy(commits, ({ repository }) => repository)].map(([repository, ranges]) => {
    // A range from the beginning and one from a commit cannot be told together; the wider one holds both.
    const isFromBegin = ranges.some(({ introduced }) => introduced.length === 0);
    return {
      repository,
      introduced: isFromBegin ? [] : unique(ranges.flatMap(({ introduced }) => introduced)),
      fixed: unique(ranges.flatMap(({ fixed }) => fixed)),
    };
  });
}

/** Single versions beside the ranges; those that a range holds follow from it. */
function addVersions(
  place: Place,
  { ranges, fixed, notes }: OsvVersions,
): OsvVersions & { ranges: string[]; fixed: string[] } {
  const isInRanges = askRanges(ranges);
  const single: string[] = [];
  const words: string[] = [];
  for (const item of items(place, 'versions')) {
    const version = toLine(text(item) ?? '');
    if (version === '') continue;
    if (!isVersion(version)) words.push(version);
    else if (isInRanges(version)) drop(item, 'computed');
    else {
      single.push(`=${version}`);
      retell(item, `=${version}`);
    }
  }
  const all = unique([...ranges, ...single]);
  const isAffected = askRanges(all);
  return {
    ranges: all,
    fixed: unique(fixed).filter((version) => !isAffected(version)),
    notes: [...notes, ...(words.length === 0 ? [] : [`Versions: ${unique(words).join(', ')}`])],
  };
}

type NamedPackage = PackageName & { readonly purl?: string; readonly notes: readonly string[] };

function readPackage(place: Place): NamedPackage | undefined {
  const named = member(place, 'package');
  const [ecosystem, name] = [readLine(named, 'ecosystem'), readLine(named, 'name')];
  const written = readPackageUrl(named, 'purl');
  if (ecosystem === undefined || name === undefined) return undefined;
  const purl = written ?? packageUrl(ecosystem, name);
  return { ...namePackage(ecosystem, name), ...(purl !== undefined && { purl }), notes: [] };
}
