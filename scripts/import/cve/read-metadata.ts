import type { Instant } from '#domain/dates.ts';
import { cvePattern } from '#domain/identifiers.ts';
import { drop, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readMoment } from '../facts/moment.ts';
import { readLine } from '../facts/plain-line.ts';
import { buildRevisions } from '../facts/revisions.ts';
import type { Refusal } from '../format.ts';

/** Whether a document is a record that may become an advisory; otherwise why not. */
export function checkRecord(document: Place): Refusal | undefined {
  return checkVersion(document) ?? checkState(document) ?? checkId(document);
}

/** CVE JSON 4.0 has other fields; of 5.x all are read. */
function checkVersion(document: Place): Refusal | undefined {
  const old = text(document, 'data_version');
  if (old !== undefined && text(document, 'data_type') === 'CVE') {
    return { why: 'version', at: '/data_version', what: old };
  }
  const type = text(document, 'dataType');
  const isRecord =
    type === 'CVE_RECORD' || (type === undefined && member(document, 'cveMetadata').value !== undefined);
  if (!isRecord) return { why: 'other-format', at: '/dataType', what: 'CVE_RECORD' };
  const version = text(document, 'dataVersion');
  if (version === undefined || /^5\.\d/u.test(version)) return undefined;
  return { why: 'version', at: '/dataVersion', what: version };
}

function checkState(document: Place): Refusal | undefined {
  const state = text(document, 'cveMetadata', 'state');
  if (state !== undefined && state !== 'PUBLISHED') {
    const isKnown = state === 'REJECTED' || state === 'RESERVED';
    return {
      why: isKnown ? 'unpublished' : 'unreadable',
      at: '/cveMetadata/state',
      what: state.slice(0, 40),
    };
  }
  const reasons = member(document, 'containers', 'cna', 'rejectedReasons');
  return reasons.value === undefined
    ? undefined
    : { why: 'unpublished', at: reasons.pointer, what: 'rejectedReasons' };
}

function checkId(document: Place): Refusal | undefined {
  const id = text(document, 'cveMetadata', 'cveId');
  if (id === undefined) return { why: 'missing', at: '/cveMetadata/cveId' };
  return cvePattern.test(id)
    ? undefined
    : { why: 'unreadable', at: '/cveMetadata/cveId', what: id.slice(0, 40) };
}

export interface CveMetadata {
  readonly id: string;
  readonly assigner?: string;
  readonly publishedAt: Instant;
  readonly revisions: DraftFacts['revisions'];
  /** When the vulnerability became public, where that was on another day than the record. */
  readonly publicAt?: Instant;
}

/**
 * Identifier, assigner and dates of a record. Records of CNAs that never went through the CVE services have no
 * `datePublished`; then the moment counts when the vulnerability became public, or that of the CNA’s own container.
 */
export function readMetadata(document: Place): CveMetadata | Refusal {
  const metadata = member(document, 'cveMetadata');
  const cna = member(document, 'containers', 'cna');
  const published = readMoment(metadata, 'datePublished');
  const publicAt = readMoment(cna, 'datePublic');
  const byCna = readMoment(cna, 'providerMetadata', 'dateUpdated');
  const updated = readMoment(metadata, 'dateUpdated');
  const publishedAt = published ?? publicAt ?? byCna ?? updated;
  if (publishedAt === undefined) return { why: 'missing', at: '/cveMetadata/datePublished' };
  const speaker = readLine(cna, 'providerMetadata', 'shortName');
  const assigner = readLine(metadata, 'assignerShortName') ?? speaker;
  const isOther =
    published !== undefined && publicAt !== undefined && publicAt.slice(0, 10) !== publishedAt.slice(0, 10);
  const revisions = buildRevisions(publishedAt, [
    ...(byCna === undefined ? [] : [{ at: byCna, summary: 'The CNA updated its record.' }]),
    ...(updated === undefined ? [] : [{ at: updated, summary: 'The CVE record was updated.' }]),
  ]);
  dropBookkeeping(document);
  dropDates(document, revisions);
  if (isOther) retell(member(cna, 'datePublic'), publicAt.slice(0, 10));
  else if (published !== undefined) drop(member(cna, 'datePublic'), 'duplicate');
  return {
    id: text(metadata, 'cveId') ?? '',
    ...(assigner !== undefined && { assigner }),
    publishedAt,
    revisions,
    ...(isOther && { publicAt }),
  };
}

/** Updates that are no revisions: before the publication, or the same moment twice. */
function dropDates(document: Place, revisions: DraftFacts['revisions']): void {
  for (const path of [
    ['containers', 'cna', 'providerMetadata', 'dateUpdated'],
    ['cveMetadata', 'dateUpdated'],
  ]) {
    const place = member(document, ...path);
    const moment = readMoment(place);
    if (moment !== undefined && !revisions.some(({ at }) => at === moment)) drop(place, 'internal');
  }
}

const BOOKKEEPING = [
  ['dataType'],
  ['dataVersion'],
  ['cveMetadata', 'assignerOrgId'],
  ['cveMetadata', 'dateReserved'],
  ['cveMetadata', 'requesterUserId'],
  ['cveMetadata', 'serial'],
  ['containers', 'cna', 'dateAssigned'],
  ['containers', 'cna', 'providerMetadata', 'orgId'],
  ['containers', 'cna', 'x_generator'],
] as const;

function dropBookkeeping(document: Place): void {
  for (const path of BOOKKEEPING) drop(member(document, ...path), 'internal');
  drop(member(document, 'containers', 'cna', 'x_legacyV4Record'), 'duplicate');
}
