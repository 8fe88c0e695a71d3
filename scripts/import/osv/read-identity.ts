import type { Instant } from '#domain/dates.ts';
import { compareInstants } from '#domain/dates.ts';
import { cvePattern } from '#domain/identifiers.ts';
import { drop, items, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { isDocumentId } from '../facts/identifiers.ts';
import { readMoment } from '../facts/moment.ts';
import { readLine } from '../facts/plain-line.ts';
import { buildRevisions } from '../facts/revisions.ts';
import type { Refusal } from '../format.ts';
import { unique } from '#formats/foreign/unique.ts';

/** Whether a document is an OSV record of a version that is read; otherwise why not. */
export function checkOsv(document: Place): Refusal | undefined {
  const version = text(document, 'schema_version');
  if (version !== undefined && !/^1\.\d/u.test(version)) {
    return { why: 'version', at: '/schema_version', what: version.slice(0, 40) };
  }
  const has = (key: string): boolean => member(document, key).value !== undefined;
  const isRecord = has('id') && ['modified', 'published', 'affected', 'schema_version'].some(has);
  if (isRecord) return undefined;
  const isNameless = version !== undefined || (has('affected') && has('modified'));
  return isNameless ? { why: 'missing', at: '/id' } : { why: 'other-format', what: 'OSV' };
}

/**
 * The identifier under which the advisory stands: as it is written, but an advisory’s own as it is printed where the
 * record is one of ours (`database_specific.advisory`), without the `x_` of databases that nobody registered, and with
 * a capital letter at its begin, because every family begins so.
 */
export function readId(document: Place): string | Refusal {
  drop(member(document, 'schema_version'), 'internal');
  const place = member(document, 'id');
  const written = readLine(place);
  if (written === undefined) return { why: place.value === undefined ? 'missing' : 'unreadable', at: '/id' };
  const printed = readPrinted(document, written);
  const id = printed ?? capitalised(written.replace(/^x_/u, ''));
  if (!/^[A-Z][A-Za-z]*[#-][A-Za-z0-9][\w.:+-]*$/u.test(id) || id.length > 100) {
    return { why: 'unreadable', at: '/id', what: written.slice(0, 40) };
  }
  if (id !== written) retell(place, id);
  return id;
}

function readPrinted(document: Place, written: string): string | undefined {
  const printed = readLine(document, 'database_specific', 'advisory');
  if (printed === undefined) return undefined;
  const squeezed = (id: string): string => id.replace(/[^A-Za-z0-9]/gu, '').toLowerCase();
  return squeezed(written).endsWith(squeezed(printed)) ? printed : undefined;
}

function capitalised(id: string): string {
  return id.charAt(0).toUpperCase() + id.slice(1);
}

/** When the record was published, changed and withdrawn. */
export interface OsvDates {
  readonly publishedAt: Instant;
  readonly revisions: DraftFacts['revisions'];
  readonly withdrawnAt?: Instant;
}

/**
 * The dates of a record. One that does not say when it was published stands at least since its last change, or since it
 * was withdrawn. Changes behind the withdrawal are the database’s own.
 */
export function readDates(document: Place): OsvDates | Refusal {
  const [published, modified, withdrawn] = ['published', 'modified', 'withdrawn'].map((key) =>
    readMoment(document, key),
  );
  const publishedAt = published ?? modified ?? withdrawn;
  if (publishedAt === undefined) return { why: 'missing', at: '/published' };
  const end = withdrawn === undefined ? undefined : latest(withdrawn, publishedAt);
  const updates = modified === undefined ? [] : [{ at: modified, summary: 'The record was updated.' }];
  const revisions = buildRevisions(publishedAt, updates, end);
  const isTold = modified !== undefined && revisions.some(({ at }) => at === modified);
  if (modified !== undefined && !isTold) drop(member(document, 'modified'), 'internal');
  return { publishedAt, revisions, ...(end !== undefined && { withdrawnAt: end }) };
}

function latest(a: Instant, b: Instant): Instant {
  return compareInstants(a, b) >= 0 ? a : b;
}

/** Which vulnerabilities a record tells of, and what else it refers to. */
export interface OsvIdentity {
  /** The CVEs of the very same vulnerability, or of those that the record bundles. */
  readonly cves: readonly string[];
  readonly isBundle: boolean;
  readonly related: readonly string[];
}

/** Identifiers of the record (OSV 1.7, `aliases`, `upstream`, `related`). */
export function readIdentity(document: Place, id: string): OsvIdentity {
  const [aliases = [], upstream = [], related = []] = ['aliases', 'upstream', 'related'].map((key) =>
    readIds(document, key),
  );
  const isCve = (each: string): boolean => cvePattern.test(each);
  const own = unique([...(isCve(id) ? [id] : []), ...aliases.filter(isCve)]);
  const bundled = unique(upstream.filter(isCve)).filter((cve) => !own.includes(cve));
  const cves = own.length > 0 ? own : bundled;
  const others = unique([...aliases, ...upstream, ...related]).filter(
    (each) => each !== id && !cves.includes(each),
  );
  return { cves, isBundle: own.length === 0 && bundled.length > 1, related: others };
}

function readIds(document: Place, key: string): string[] {
  return items(document, key).flatMap((place) => {
    const id = readLine(place);
    if (id === undefined) return [];
    if (isDocumentId(id)) return [id];
    drop(place, 'no-place');
    return [];
  });
}
