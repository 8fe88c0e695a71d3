import { cpePattern } from '#domain/identifiers.ts';
import { isRangeProblem, parseVersionRange, type VersionRange } from '#domain/version-range.ts';
import type { AdvisoryRecord, RecordProduct } from '#formats/record/advisory-record.ts';
import { speak } from '#formats/record/texts.ts';
import { toUri } from '#formats/record/to-uri.ts';
import { findRegistered, type RegisteredPackage } from '../packages/registry.ts';
import { nextSemanticVersion, toSemanticVersion } from '../packages/semantic-version.ts';
import { clip } from './clip.ts';
import type { CnaProduct, CnaVersion } from './cna-container.ts';

/** Whether a product belongs to a CVE: it names it, or it names none and belongs to all. */
export function isConcerned({ cves }: { cves?: readonly string[] | undefined }, cve: string): boolean {
  return cves === undefined || cves.includes(cve);
}

/** The products that a CVE affects (CVE Record Format 5.1, `affected[]`), in the words of the record. */
export function toCnaAffected(record: AdvisoryRecord, cve: string): CnaProduct[] {
  return record.products
    .filter((product) => isConcerned(product, cve))
    .map((product) => toCnaProduct(record, product));
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
  const read = ranges.map(parseVersionRange).filter((range) => !isRangeProblem(range)) as VersionRange[];
  const all = read.some(({ kind }) => kind === 'all');
  const notation = notationOf(found, [...read.flatMap(versionsIn), ...fixed]);
  const versions = [
    ...fixed.map((version) => ({
      version: clip(notation.write(version), 1024),
      status: 'unaffected' as const,
    })),
    ...(all ? [] : read.flatMap((range) => toEntries(range, notation))),
  ];
  const once = [...new Map(versions.map((entry) => [JSON.stringify(entry), entry])).values()];
  return { ...(once.length > 0 && { versions: once }), defaultStatus: all ? 'affected' : 'unknown' };
}

/** How versions are written and compared: `semver` only where the registry knows no others and all of these are such. */
interface Notation {
  versionType: string;
  write: (version: string) => string;
}

function notationOf(found: RegisteredPackage | undefined, versions: readonly string[]): Notation {
  const asWritten = (version: string) => version;
  if (found?.versions !== 'semver') return { versionType: found?.versions ?? 'custom', write: asWritten };
  if (!versions.every((version) => toSemanticVersion(version) !== undefined))
    return { versionType: 'custom', write: asWritten };
  return { versionType: 'semver', write: (version) => toSemanticVersion(version) ?? version };
}

function versionsIn(range: VersionRange): string[] {
  if (range.kind === 'all') return [];
  if (range.kind === 'exact') return [range.version];
  return [range.lower, range.upper].flatMap((bound) => bound?.version ?? []);
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
