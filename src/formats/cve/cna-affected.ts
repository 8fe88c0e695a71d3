import { cpePattern } from '#domain/identifiers.ts';
import type { VersionRange } from '#domain/version-range.ts';
import type { AdvisoryRecord, RecordProduct } from '#formats/record/advisory-record.ts';
import { isConcerned } from '#formats/record/is-concerned.ts';
import { speak } from '#formats/record/texts.ts';
import { toUri } from '#formats/record/to-uri.ts';
import { withoutTwins } from '#formats/record/without-twins.ts';
import { areSemantic, readRanges } from '#formats/packages/read-ranges.ts';
import { findRegistered, type RegisteredPackage } from '#formats/packages/registry.ts';
import { nextSemanticVersion, toSemanticVersion } from '#formats/packages/semantic-version.ts';
import { clip } from './clip.ts';
import type { CnaProduct, CnaVersion } from './cna-container.ts';

/** The products that a CVE affects (CVE Record Format 5.1, `affected[]`), in the words of the record. */
export function toCnaAffected(record: AdvisoryRecord, cve: string): CnaProduct[] {
  const concerned = record.products.filter((product) => isConcerned(product, { cve }));
  return withoutTwins(concerned.map((product) => toCnaProduct(record, product)));
}

function toCnaProduct({ vendors, languages }: AdvisoryRecord, product: RecordProduct): CnaProduct {
  const vendor = vendors.find(({ slug }) => slug === product.vendor);
  const found = product.purl === undefined ? undefined : findRegistered(product.purl);
  const repo = product.git && toUri(product.git.repository);
  const { cpe } = product;
  return {
    vendor: clip(vendor ? speak(vendor.name, 'en', languages) : product.vendor, 512),
    product: clip(speak(product.name, 'en', languages), 2048),
    ...(found && { collectionURL: found.collection, packageName: found.name, packageURL: found.purl }),
    ...(repo !== undefined && { repo }),
    ...(cpe !== undefined && cpePattern.test(cpe) && { cpes: [cpe] }),
    ...toVersions(product, found),
  };
}

/**
 * Versions and what is said of all others. Whoever states a range does not promise that versions outside it are safe
 * (see `matchVersions` in the domain), so the default is `unknown`, and only versions with the fix are `unaffected`.
 * The first entry that fits a version counts, therefore single versions stand before ranges.
 */
function toVersions(
  { ranges, fixed }: RecordProduct,
  found: RegisteredPackage | undefined,
): Pick<CnaProduct, 'versions' | 'defaultStatus'> {
  const read = readRanges(ranges);
  const all = read.some(({ kind }) => kind === 'all');
  const notation = notationOf(found, areSemantic(read, fixed));
  const versions = [
    ...fixed.map((version) => ({
      version: clip(notation.write(version), 1024),
      status: 'unaffected' as const,
    })),
    ...(all ? [] : read.flatMap((range) => toEntries(range, notation))),
  ];
  const once = withoutTwins(versions);
  return { ...(once.length > 0 && { versions: once }), defaultStatus: all ? 'affected' : 'unknown' };
}

/** `semver` only where the registry knows no other versions and all of these are such. */
function notationOf(found: RegisteredPackage | undefined, isSemantic: boolean): Notation {
  if (found?.versions === 'semver') return isSemantic ? SEMANTIC : asWritten('custom');
  return asWritten(found?.versions ?? 'custom');
}

/** How versions are written and compared. */
interface Notation {
  versionType: string;
  write: (version: string) => string;
}

const SEMANTIC: Notation = {
  versionType: 'semver',
  write: (version) => toSemanticVersion(version) ?? version,
};

function asWritten(versionType: string): Notation {
  return { versionType, write: (version) => version };
}

/** `0` stands before every version, `*` behind all of them. The format has no exclusive lower bound. */
function toEntries(range: VersionRange, { versionType, write }: Notation): CnaVersion[] {
  if (range.kind === 'all') return [];
  if (range.kind === 'exact') return [{ version: write(range.version), status: 'affected' }];
  const { lower, upper } = range;
  const begin = lower === undefined ? '0' : write(lower.version);
  const isOpen = lower?.inclusive === false;
  const end = upper === undefined ? '*' : write(upper.version);
  const span: CnaVersion = {
    version: isOpen && versionType === 'semver' ? nextSemanticVersion(begin) : begin,
    status: 'affected',
    ...(upper?.inclusive ? { lessThanOrEqual: end } : { lessThan: end }),
    versionType,
  };
  if (!isOpen || versionType === 'semver') return [span];
  return [{ version: begin, status: 'unaffected' }, span];
}
