import { compareInstants } from '#domain/dates.ts';
import type { AdvisoryRecord, RecordVulnerability } from '#formats/record/advisory-record.ts';
import { answerOf } from '#formats/record/positions.ts';
import type { CsafBranch, CsafCategory, CsafVulnerability } from './csaf-2.0.ts';
import type { Csaf21, Csaf21Branch, Csaf21Vulnerability } from './csaf-2.1.ts';
import { toCwes } from './cwes.ts';
import { toMetrics } from './metrics.ts';
import { toVulnerabilityNotes } from './notes.ts';
import { listRows, type ProductRow } from './products.ts';
import { toSorted } from './sorted.ts';
import { buildTelling, type Telling } from './telling.ts';
import { type CsafOptions, toCsaf } from './to-csaf.ts';
import { toMoment } from './tracking.ts';

/**
 * An advisory as a CSAF 2.1 document in one language, keys in order: the 2.0 document in the words of 2.1, with what
 * only 2.1 can hold. It stays valid from draft to draft: no `relationships`, no `legacy` branch, no SSVC. A withdrawn
 * advisory is `csaf_base` as in 2.0, because the validators do not know `csaf_withdrawn` yet.
 */
export function toCsaf21(record: AdvisoryRecord, options: Omit<CsafOptions, 'view'>): Csaf21 {
  const { document, product_tree: tree, vulnerabilities } = toCsaf(record, { ...options, view: 'advisory' });
  const telling = buildTelling(record, options.language);
  const rows = listRows(telling);
  const converted = vulnerabilities?.map((vulnerability, place) =>
    toVulnerability21(telling, rows, record.vulnerabilities[place], vulnerability),
  );
  return toSorted<Csaf21>({
    $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
    document: {
      ...document,
      category: toCategory(document.category, converted),
      csaf_version: '2.1',
      distribution: {
        ...document.distribution,
        tlp: { label: 'CLEAR', url: 'https://www.first.org/tlp/' },
      },
    },
    product_tree: tree && { branches: tree.branches.map(toBranch) },
    vulnerabilities: converted,
  });
}

/** In 2.1 a security advisory has affected products for each vulnerability (§6.1.27.12). */
function toCategory(category: CsafCategory, vulnerabilities: Csaf21['vulnerabilities'] = []): CsafCategory {
  const isAffecting = vulnerabilities.every(({ product_status: statuses }) => statuses?.known_affected);
  return category === 'csaf_security_advisory' && !isAffecting ? 'csaf_base' : category;
}

function toBranch({ branches, product, ...branch }: CsafBranch): Csaf21Branch {
  const { purl, ...helper } = product?.product_identification_helper ?? {};
  return {
    ...branch,
    branches: branches?.map(toBranch),
    product: product && {
      ...product,
      product_identification_helper: { ...helper, purls: purl === undefined ? [] : [purl] },
    },
  };
}

function toVulnerability21(
  telling: Telling,
  rows: readonly ProductRow[],
  source: RecordVulnerability | undefined,
  converted: CsafVulnerability,
): Csaf21Vulnerability {
  const { cve, flags, ids, involvements, remediations, threats, title } = converted;
  const statuses = converted.product_status ?? {};
  const { known_affected: affected = [], under_investigation: investigated = [] } = statuses;
  if (source === undefined) throw new Error('A CSAF document has more vulnerabilities than its record.');
  const { metrics, others } = toMetrics(source, affected.length > 0 ? affected : investigated);
  const { cwes, others: weaknesses } = toCwes(source);
  return {
    ...{ cve, flags, ids, involvements, remediations, threats, title },
    cwes,
    disclosure_date: converted.release_date,
    first_known_exploitation_dates: toExploitation(telling, affected),
    metrics,
    notes: toVulnerabilityNotes(telling, source, { weaknesses, scores: others }),
    product_status: { ...statuses, ...splitInvestigated(rows, source, investigated) },
  };
}

/** Where a vendor has not answered or does not know, nothing is being investigated as far as is known. */
function splitInvestigated(
  rows: readonly ProductRow[],
  vulnerability: RecordVulnerability,
  investigated: readonly string[],
): Pick<NonNullable<Csaf21Vulnerability['product_status']>, 'under_investigation' | 'unknown'> {
  const unknown = new Set(
    rows.flatMap(({ vendor, products }) => {
      const answer = answerOf(vendor, vulnerability);
      return answer === 'unknown' || answer === 'notified' ? products.map(({ id }) => id) : [];
    }),
  );
  return {
    under_investigation: investigated.filter((id) => !unknown.has(id)),
    unknown: investigated.filter((id) => unknown.has(id)),
  };
}

/**
 * The first observed attack, where it is certain which vulnerability it exploited: the only one. The record knows the
 * day of the attack, and the document's own release is the last moment at which that was known (§6.1.52).
 */
function toExploitation(
  { record }: Telling,
  affected: readonly string[],
): Csaf21Vulnerability['first_known_exploitation_dates'] {
  const attack = record.timeline.find(({ event }) => event === 'attack-observed');
  if (attack === undefined || affected.length === 0 || record.vulnerabilities.length > 1) return undefined;
  const day = toMoment(attack.on);
  if (compareInstants(day, record.updatedAt) > 0) return undefined;
  return [{ date: record.updatedAt, exploitation_date: day, product_ids: [...affected] }];
}
