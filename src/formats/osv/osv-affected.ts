import type { RecordProduct } from '#formats/record/advisory-record.ts';
import { toUri } from '#formats/record/to-uri.ts';
import { withoutTwins } from '#formats/record/without-twins.ts';
import { findRegistered, type RegisteredPackage } from '#formats/packages/registry.ts';
import type { OsvAffected, OsvRange } from './osv-record.ts';
import { type OsvVersions, toOsvVersions } from './osv-ranges.ts';

/** What is asked of a product; the products of the content answer it as well as those of a record. */
export type OsvProduct = Partial<Pick<RecordProduct, 'purl' | 'git'>> &
  Pick<RecordProduct, 'ranges' | 'fixed'>;

/**
 * The packages of an advisory (OSV 1.7, `affected[]`), each once, however many products it makes. Left out are products
 * that no scanner could recognise: without a package URL of a public registry and without commits, or without versions.
 */
export function toOsvAffected(products: readonly OsvProduct[]): OsvAffected[] {
  const affected = new Map<string, OsvAffected>();
  for (const product of products) {
    const found = product.purl === undefined ? undefined : findRegistered(product.purl);
    const { ranges, versions } = versionsOf(product, found);
    const all = [...ranges, ...toGitRanges(product.git)];
    if (all.length + versions.length === 0) continue;
    const key = JSON.stringify(found ? [found.ecosystem, found.name] : product.git?.repository);
    affected.set(key, merge(affected.get(key), found, { ranges: all, versions }));
  }
  return [...affected.values()];
}

/** Numbers of versions mean something within a registry only. A package URL with a version names that one. */
function versionsOf(product: OsvProduct, found: RegisteredPackage | undefined): OsvVersions {
  if (found === undefined) return { ranges: [], versions: [] };
  const { version } = found;
  if (version !== undefined && product.ranges.length === 0) return { ranges: [], versions: [version] };
  return toOsvVersions(product, found.versions === 'semver');
}

/** Whole hashes only, because a shortened one cannot be looked up; one that is not whole makes the others misleading. */
function toGitRanges(git: OsvProduct['git']): OsvRange[] {
  const repo = git && toUri(git.repository);
  if (git === undefined || repo === undefined) return [];
  if (![...git.introduced, ...git.fixed].every(isWholeHash)) return [];
  const introduced = git.introduced.length === 0 ? ['0'] : git.introduced;
  return [
    {
      ...{ type: 'GIT', repo },
      events: [
        ...introduced.map((commit) => ({ introduced: commit })),
        ...git.fixed.map((commit) => ({ fixed: commit })),
      ],
    },
  ];
}

function isWholeHash(commit: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/u.test(commit);
}

function merge(
  before: OsvAffected | undefined,
  found: RegisteredPackage | undefined,
  { ranges, versions }: OsvVersions,
): OsvAffected {
  const all = {
    ranges: withoutTwins([...(before?.ranges ?? []), ...ranges]),
    versions: withoutTwins([...(before?.versions ?? []), ...versions]),
  };
  return {
    ...(found && { package: { ecosystem: found.ecosystem, name: found.name, purl: found.purl } }),
    ...(all.ranges.length > 0 && { ranges: all.ranges }),
    ...(all.versions.length > 0 && { versions: all.versions }),
  };
}
