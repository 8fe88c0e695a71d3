import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { speak } from '#formats/record/texts.ts';
import { toOsvAffected } from './osv-affected.ts';
import { formatOsvDetails } from './osv-details.ts';
import type { OsvCredit, OsvRecord } from './osv-record.ts';
import { toOsvReferences } from './osv-references.ts';
import { toOsvSeverity } from './osv-severity.ts';

const SCHEMA_VERSION = '1.7.5';

/**
 * An advisory with an English text as an OSV record. Only useful where `toOsvAffected` finds something in its products.
 *
 * `aliases` holds identifiers of the very same vulnerability, so an advisory about several names their CVEs in
 * `upstream`, as databases do whose entries bundle vulnerabilities. The printed identifier of the advisory is
 * `database_specific.advisory`, and an alias too where it has the form of one.
 * @param id from `toOsvId`
 */
export function toOsv(record: AdvisoryRecord, id: string): OsvRecord {
  const { vulnerabilities, withdrawal } = record;
  const details = formatOsvDetails(record);
  const severity = toOsvSeverity(vulnerabilities);
  const credits = toCredits(record);
  const cweIds = [...new Set(vulnerabilities.flatMap(({ weaknesses }) => weaknesses.map((each) => each.id)))];
  return {
    schema_version: SCHEMA_VERSION,
    id,
    modified: record.updatedAt,
    published: record.publishedAt,
    ...(withdrawal && { withdrawn: withdrawal.at }),
    ...toOtherIds(record, id),
    summary: toSummary(record),
    ...(details !== undefined && { details }),
    ...(severity.length > 0 && { severity }),
    affected: toOsvAffected(record.products),
    references: toOsvReferences(record),
    ...(credits.length > 0 && { credits }),
    database_specific: { advisory: record.id, ...(cweIds.length > 0 && { cwe_ids: cweIds }) },
  };
}

/** One line; why a record was withdrawn belongs into it. */
function toSummary({ title, languages, withdrawal }: AdvisoryRecord): string {
  const said = speak(title, 'en', languages);
  const summary = withdrawal ? `${said} (withdrawn: ${speak(withdrawal.reason, 'en', languages)})` : said;
  return summary.replace(/\s+/gu, ' ').trim();
}

function toOtherIds(
  { id: printed, vulnerabilities, related }: AdvisoryRecord,
  id: string,
): Pick<OsvRecord, 'aliases' | 'upstream' | 'related'> {
  const cves = vulnerabilities.flatMap(({ cve }) => cve ?? []);
  const own = isOsvId(printed) && printed !== id ? [printed] : [];
  const aliases = vulnerabilities.length === 1 ? [...cves, ...own] : own;
  const upstream = vulnerabilities.length === 1 ? [] : cves;
  const told = new Set([id, ...aliases, ...upstream]);
  const others = [...new Set(related.map((each) => each.id))].filter(
    (each) => isOsvId(each) && !told.has(each),
  );
  return {
    ...(aliases.length > 0 && { aliases }),
    ...(upstream.length > 0 && { upstream }),
    ...(others.length > 0 && { related: others }),
  };
}

function isOsvId(text: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_]*-[A-Za-z0-9:_-]+$/u.test(text);
}

const CREDIT_TYPES: Readonly<Partial<Record<string, OsvCredit['type']>>> = {
  finder: 'FINDER',
  reporter: 'REPORTER',
  analyst: 'ANALYST',
  coordinator: 'COORDINATOR',
  'remediation-developer': 'REMEDIATION_DEVELOPER',
};

/** Names that are not withheld. */
function toCredits({ credits, languages }: AdvisoryRecord): OsvCredit[] {
  return credits.flatMap(({ name, affiliation, role }) => {
    if (name === undefined) return [];
    const place = affiliation ? ` (${speak(affiliation, 'en', languages)})` : '';
    return [{ name: speak(name, 'en', languages) + place, type: CREDIT_TYPES[role] ?? 'OTHER' }];
  });
}
