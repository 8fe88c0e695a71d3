import type { Advisory } from '#catalog/catalog.ts';
import { firstLanguage, type Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { ApiSchemaName } from '#formats/api/api-schemas.ts';
import { formatAddress, formatPath } from '../addresses.ts';

/* Addresses of the machine-readable files, a second half of `addresses.ts`; the same promises hold. */

type Languages = Pick<Site, 'languages'>;

/** The advisory as data; one file for all its languages. */
export function advisoryJsonAddress(
  site: Languages,
  { family, slug }: Pick<Advisory, 'family' | 'slug'>,
): string {
  return formatAddress(site, firstLanguage(site), [family.path, slug, 'advisory.json']);
}

/** Something below the folder of the CSAF provider (CSAF 2.0 §7.1.9); without segments the folder itself. */
export function csafAddress(segments: readonly string[], end: '' | '/' = ''): string {
  return formatPath(['.well-known', 'csaf', ...segments], end);
}

/** RFC 9116. */
export function securityTxtAddress(): string {
  return formatPath(['.well-known', 'security.txt']);
}

/** An OSV record by its identifier, or `all`. */
export function osvAddress(id: string): string {
  return formatPath(['osv', `${id}.json`]);
}

export function cveAddress(cve: string): string {
  return formatPath(['cve', `${cve}.json`]);
}

export function openVexAddress(slug: string): string {
  return formatPath(['vex', `${slug}.json`]);
}

export function vuldefAddress(site: Languages, language: Language, slug: string): string {
  return formatAddress(site, language, ['vuldef', `${slug}.xml`]);
}

export function jvnrssAddress(site: Languages, language: Language): string {
  return formatAddress(site, language, ['rss', 'jvn.rdf']);
}

/** Something of the static API, version 1; without segments its index. */
export function apiAddress(segments: readonly string[] = ['index.json']): string {
  return formatPath(['api', 'v1', ...segments]);
}

/** The advisories that were published in one year of the site's zone. */
export function apiYearAddress(year: number): string {
  return apiAddress(['years', `${year}.json`]);
}

/** The advisories that changed last in one month, `YYYY-MM`, of the site's zone. */
export function apiChangesAddress(month: string): string {
  return apiAddress(['changes', `${month}.json`]);
}

export function apiVendorAddress(slug: string): string {
  return apiAddress(['vendors', `${slug}.json`]);
}

/** The CVEs whose identifiers name one year. */
export function apiCvesAddress(year: number): string {
  return apiAddress(['cves', `${year}.json`]);
}

/** The JSON Schema of one kind of file. */
export function apiSchemaAddress(name: ApiSchemaName): string {
  return apiAddress(['schemas', `${name}.json`]);
}

/** What an archive of a year holds. */
export const ARCHIVE_CONTENTS = ['advisories', 'csaf'] as const;
export type ArchiveContent = (typeof ARCHIVE_CONTENTS)[number];

export function archiveAddress(content: ArchiveContent, year: number): string {
  return apiAddress(['archives', `${content}-${year}.zip`]);
}

/** The manifest of bulk files, in the shape of MyJVN's. */
export function checksumAddress(): string {
  return apiAddress(['checksum.txt']);
}
