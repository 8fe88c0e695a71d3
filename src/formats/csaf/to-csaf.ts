import { compareText } from '#domain/compare-text.ts';
import { worstCvssAcross } from '#domain/cvss.ts';
import type { Language } from '#domain/language.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { toAcknowledgments } from './acknowledgments.ts';
import type { Csaf20, CsafCategory, CsafEngine, CsafVulnerability } from './csaf-2.0.ts';
import { toDocumentNotes, toSummaryNotes } from './notes.ts';
import { listStatuses, type StatusEntry } from './product-status.ts';
import { buildProductTree } from './product-tree.ts';
import { listRows } from './products.ts';
import { toPublisher } from './publisher.ts';
import { toReferences } from './references.ts';
import { toSorted } from './sorted.ts';
import { buildTelling, type Telling } from './telling.ts';
import { toTracking } from './tracking.ts';
import { toVulnerability } from './vulnerability.ts';

/** What a document is told from beside the record. */
export interface CsafOptions {
  /** The whole advisory, or only its statuses for tools (`csaf_vex`). */
  view: 'advisory' | 'vex';
  language: Language;
  /** `/document/tracking/id`. */
  trackingId: string;
  /** The address at which the document is published. */
  selfUrl: string;
  engine: CsafEngine;
}

/**
 * An advisory as a CSAF 2.0 document in one language, keys in order.
 *
 * Its category is `csaf_security_advisory` where every vulnerability has products. What was withdrawn makes no claim
 * about products any more: it is `csaf_base` with the reason as its first note. An advisory that names neither products
 * nor anything about a vulnerability is a `csaf_informational_advisory` where it refers to somebody else; everything
 * else is `csaf_base` (CSAF 2.0 §4). For the VEX view every vulnerability must have products and a name.
 */
export function toCsaf(record: AdvisoryRecord, options: CsafOptions): Csaf20 {
  const telling = buildTelling(record, options.language);
  const content = record.state === 'withdrawn' ? {} : toContent(telling, options.view);
  const document = toDocument(telling, options, content);
  return toSorted({
    document,
    ...(document.category !== 'csaf_informational_advisory' && content),
  });
}

type Content = Pick<Csaf20, 'product_tree' | 'vulnerabilities'>;

function toContent(telling: Telling, view: CsafOptions['view']): Content {
  const rows = listRows(telling);
  const told = telling.record.vulnerabilities.map((vulnerability) => {
    const entries = listStatuses(rows, vulnerability).toSorted(compareEntries);
    return { entries, vulnerability: toVulnerability(telling, vulnerability, entries) };
  });
  const entries = told.flatMap((each) => each.entries).toSorted(compareEntries);
  return {
    ...(entries.length > 0 && { product_tree: buildProductTree(entries.map(({ product }) => product)) }),
    vulnerabilities: told.map(({ vulnerability }) =>
      // Who was asked is told in the answers themselves, and scanners want nothing else.
      view === 'vex' ? { ...vulnerability, involvements: undefined } : vulnerability,
    ),
  };
}

/** By product, so that the order of rows is of no account; what is affected knows more of itself than what is fixed. */
function compareEntries(a: StatusEntry, b: StatusEntry): number {
  return (
    compareText(a.product.id, b.product.id) || Number(a.status === 'fixed') - Number(b.status === 'fixed')
  );
}

function toDocument(telling: Telling, options: CsafOptions, content: Content): Csaf20['document'] {
  const { record, language, say } = telling;
  const { view, trackingId, selfUrl, engine } = options;
  const [original] = record.languages;
  const isVex = view === 'vex';
  const notes = isVex ? toSummaryNotes(telling) : toDocumentNotes(telling);
  const references = toReferences(telling, trackingId, selfUrl);
  return {
    ...(!isVex && { acknowledgments: toAcknowledgments(telling) }),
    aggregate_severity: toSeverity(telling),
    category: isVex ? 'csaf_vex' : categoryOf(telling, content, { notes, references }),
    csaf_version: '2.0',
    distribution: {
      text: toLicence(telling),
      tlp: { label: 'WHITE', url: 'https://www.first.org/tlp/v1/' },
    },
    lang: language,
    notes,
    publisher: toPublisher(telling),
    references,
    ...(original !== language && { source_lang: original }),
    title: say(record.title),
    tracking: toTracking(telling, trackingId, engine),
  };
}

function categoryOf(
  { record }: Telling,
  { vulnerabilities = [] }: Content,
  { notes, references }: Pick<Csaf20['document'], 'notes' | 'references'>,
): CsafCategory {
  if (record.state === 'withdrawn') return 'csaf_base';
  if (vulnerabilities.length > 0 && vulnerabilities.every(hasProducts)) return 'csaf_security_advisory';
  const isAboutNone = record.vulnerabilities.every(
    ({ cve, title, weaknesses, scores }) => !cve && !title && weaknesses.length + scores.length === 0,
  );
  const isInformation =
    isAboutNone &&
    !vulnerabilities.some(hasProducts) &&
    notes.some(({ category }) => category !== 'other') &&
    references.some(({ category }) => category === 'external');
  return isInformation ? 'csaf_informational_advisory' : 'csaf_base';
}

function hasProducts({ product_status: statuses = {} }: CsafVulnerability): boolean {
  return Object.keys(statuses).length > 0;
}

/** The word for the worst score, on the scale of CVSS: it is no editorial mark. What was withdrawn has none. */
function toSeverity({ record, words }: Telling): Csaf20['document']['aggregate_severity'] {
  const worst = worstCvssAcross(record.vulnerabilities.map(({ scores }) => scores));
  if (worst === undefined || record.state === 'withdrawn') return undefined;
  return { namespace: 'https://www.first.org/cvss/', text: words.severities[worst.severity] };
}

function toLicence({ record: { licence }, say }: Telling): string | undefined {
  return licence && [say(licence.name), licence.url ?? ''].filter((each) => each !== '').join(' ');
}
