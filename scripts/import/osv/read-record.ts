import { drop, items, member, type Place, text } from '#formats/foreign/foreign-document.ts';
import type { Draft, DraftFacts } from '../draft.ts';
import { addressTitle, readAddress } from '../facts/address.ts';
import { toCredit } from '../facts/credit.ts';
import { findCves } from '../facts/identifiers.ts';
import { readLine } from '../facts/plain-line.ts';
import { readVector } from '../facts/vector.ts';
import type { Refusal } from '../format.ts';
import { readAffected } from './read-affected.ts';
import { type DatabaseRemarks, readDatabase, readRemarks, type Remarks } from './read-extras.ts';
import {
  checkOsv,
  type OsvDates,
  type OsvIdentity,
  readDates,
  readId,
  readIdentity,
} from './read-identity.ts';
import { readOsvProse } from './read-prose.ts';
import { sourcePage } from './source-page.ts';
import { unique } from '#formats/foreign/unique.ts';
import { optional } from '../facts/optional.ts';

type DraftProduct = NonNullable<DraftFacts['affected']>[number];
type DraftReference = NonNullable<DraftFacts['references']>[number];

/** An OSV record (OSV 1.0 to 1.7) as a draft, or why there is none. */
export function readOsvRecord(document: Place): { draft: Draft } | { refusal: Refusal } {
  const draft = readDraft(document);
  return 'why' in draft ? { refusal: draft } : { draft };
}

function readDraft(document: Place): Draft | Refusal {
  const problem = checkOsv(document);
  if (problem !== undefined) return problem;
  const id = readId(document);
  if (typeof id !== 'string') return id;
  const dates = readDates(document);
  if ('why' in dates) return dates;
  const affected = readAffected(document);
  if ('why' in affected) return affected;
  return buildDraft(document, { id, dates, affected });
}

interface Told {
  readonly id: string;
  readonly dates: OsvDates;
  readonly affected: readonly DraftProduct[];
}

function buildDraft(document: Place, { id, dates, affected }: Told): Draft | Refusal {
  const identity = readIdentity(document, id);
  const remarks = readRemarks(document);
  const severity = readSeverity(document);
  const cvss = unique([...severity.vectors, ...remarks.vectors]);
  const database = readDatabase(document, cvss.length > 0);
  const isShared = identity.isBundle && cvss.length + database.cwe.length > 0;
  const read = readOsvProse(document, [
    ...(isShared
      ? ['CVSS vectors and weaknesses are those of the record as a whole; it does not say of which CVE.']
      : []),
    ...unique([...severity.sentences, ...database.sentences, ...remarks.sentences]),
  ]);
  if ('why' in read) return read;
  const { title, prose, plain } = read;
  const facts: DraftFacts = {
    id,
    title,
    publishedAt: dates.publishedAt,
    ...withdrawalOf(dates, read.withdrawal),
    vulnerabilities: toVulnerabilities(identity, { cwe: unique(database.cwe), cvss }),
    ...optional('affected', addCpe(document, affected, database)),
    ...optional('references', readReferences(document, id, remarks, database)),
    ...optional('credits', readCredits(document)),
    ...optional('related', toRelated(identity, id, plain)),
    revisions: dates.revisions,
  };
  return { facts, language: 'en', prose };
}

function withdrawalOf(
  { withdrawnAt }: OsvDates,
  reason: string | undefined,
): Pick<DraftFacts, 'state' | 'withdrawal'> {
  if (withdrawnAt === undefined) return {};
  const said = reason ?? 'The source withdrew its record; it does not say why.';
  return { state: 'withdrawn', withdrawal: { at: withdrawnAt, reason: said } };
}

/** One vulnerability for each CVE; a record without one tells of a single vulnerability, which is called as it is. */
function toVulnerabilities(
  { cves }: OsvIdentity,
  { cwe, cvss }: { readonly cwe: readonly string[]; readonly cvss: readonly string[] },
): DraftFacts['vulnerabilities'] {
  const judged = { ...optional('cwe', cwe), ...optional('cvss', cvss) };
  return cves.length === 0 ? [judged] : cves.map((cve) => ({ cve, ...judged }));
}

/** Other identifiers, and CVEs that the text names. */
function toRelated({ cves, related }: OsvIdentity, id: string, plain: string): string[] {
  return unique([...related, ...findCves(plain)]).filter((each) => each !== id && !cves.includes(each));
}

/** Severity (OSV 1.7, `severity[]`): vectors of CVSS, and words of other scales as sentences. */
function readSeverity(document: Place): { vectors: string[]; sentences: string[] } {
  const [vectors, sentences]: [string[], string[]] = [[], []];
  for (const place of items(document, 'severity')) {
    const type = text(place, 'type') ?? '';
    if (type.startsWith('CVSS')) {
      drop(member(place, 'type'), 'computed');
      vectors.push(...[readVector(place, 'score')].flatMap((vector) => vector ?? []));
    } else {
      const said = readLine(place, 'score');
      if (said !== undefined)
        sentences.push(`Severity as ${type === '' ? 'the source' : type} rates it: ${said}`);
    }
  }
  return { vectors, sentences };
}

/** A CPE of the record is that of its product, where there is a single one of both. */
function addCpe(
  document: Place,
  products: readonly DraftProduct[],
  { cpes }: DatabaseRemarks,
): readonly DraftProduct[] {
  const [product, ...others] = products;
  const [cpe, ...more] = cpes;
  const isSingle = product !== undefined && others.length === 0 && cpe !== undefined && more.length === 0;
  if (isSingle && product.cpe === undefined) return [{ ...product, cpe }];
  drop(member(document, 'database_specific', 'cpes'), 'no-place');
  for (const item of items(document, 'database_specific', 'cpes')) drop(item, 'no-place');
  return products;
}

/** What kinds of references are called for readers (OSV 1.7, `references[].type`); `WEB` says nothing. */
const WORDS: Readonly<Record<string, string>> = {
  ADVISORY: 'Advisory',
  ARTICLE: 'Article',
  DETECTION: 'Detection',
  DISCUSSION: 'Discussion',
  EVIDENCE: 'Evidence',
  FIX: 'Fix',
  GIT: 'Repository',
  INTRODUCED: 'Origin',
  PACKAGE: 'Package',
  REPORT: 'Report',
};

/** References, each address once, the page of the source’s own record behind them. */
function readReferences(
  document: Place,
  id: string,
  { fixes, pages }: Remarks,
  { page }: DatabaseRemarks,
): DraftReference[] {
  const listed = items(document, 'references').flatMap((place) => {
    const type = text(place, 'type') ?? '';
    const url = readAddress(place, 'url');
    if (!Object.hasOwn(WORDS, type)) drop(member(place, 'type'), 'placeholder');
    if (url === undefined) return [];
    return [{ title: addressTitle(url, Object.hasOwn(WORDS, type) ? WORDS[type] : undefined), url, place }];
  });
  const found = new Map<string, DraftReference>();
  for (const { title, url, place } of listed) {
    if (found.has(url)) drop(place, 'duplicate');
    else found.set(url, { title, url });
  }
  const own = [page, ...pages, sourcePage(id)].flatMap((url) => url ?? []);
  for (const url of fixes) if (!found.has(url)) found.set(url, { title: addressTitle(url, 'Fix'), url });
  for (const url of own) if (!found.has(url)) found.set(url, { title: addressTitle(url, id), url });
  return [...found.values()];
}

/** Who is thanked (OSV 1.7, `credits[]`); how to reach them is not for an advisory. */
function readCredits(document: Place): NonNullable<DraftFacts['credits']> {
  const credits = items(document, 'credits').flatMap((place) => {
    for (const contact of items(place, 'contact')) drop(contact, 'no-place');
    const name = readLine(place, 'name');
    const type = text(place, 'type');
    return name === undefined ? [] : [toCredit(name, type)];
  });
  return [...new Map(credits.map((credit) => [JSON.stringify(credit), credit])).values()];
}
