import { compareInstants, type Instant } from '#domain/dates.ts';
import {
  drop,
  items,
  member,
  members,
  type Place,
  retell,
  text,
  texts,
} from '#formats/foreign/foreign-document.ts';
import type { Draft, DraftFacts } from '../draft.ts';
import { readLine } from '../facts/plain-line.ts';
import { buildRevisions, type Update } from '../facts/revisions.ts';
import type { ReadContext, Refusal } from '../format.ts';
import { findMentionedCves } from './note-cves.ts';
import { readCredits } from './note-credits.ts';
import { readInstant, readWrittenDay } from './note-dates.ts';
import { buildNoteProse, type NoteTexts } from './note-prose.ts';
import { readReferences } from './note-references.ts';
import { readVendors } from './note-vendors.ts';
import { readVulnerabilities } from './note-vulnerabilities.ts';
import { readWords } from './note-words.ts';

type NoteReading = { readonly draft: Draft } | { readonly refusal: Refusal } | { readonly skipped: Refusal };

/** Fields of the source's own bookkeeping, and parts of metrics of which the page shows the sum, if anything. */
const NO_PLACE = ['IPProtocol', 'Keywords', 'VulnerabilityCount'];
const INTERNAL = ['DateCreated', 'IDNumber'];

/**
 * A vulnerability note of CERT/CC's archive: `{ report, vendors }`, where each is what the archive's own files hold.
 * Notes that were never published are passed over.
 */
export function readNote(document: Place, { timezone }: ReadContext): NoteReading {
  const report = member(document, 'report');
  const id = readId(report);
  if (id === undefined) return { refusal: { why: 'missing', at: '/report/IDNumber', what: 'VU#…' } };
  if (text(report, 'DateFirstPublished') === undefined) {
    return { skipped: { why: 'unpublished', at: '/report/DateFirstPublished' } };
  }
  const publishedAt = readInstant(report, 'DateFirstPublished');
  if (publishedAt === undefined) return { refusal: { why: 'unreadable', at: '/report/DateFirstPublished' } };
  const title = readLine(report, 'Title');
  if (title === undefined) return { refusal: { why: 'missing', at: '/report/Title' } };
  return { draft: buildDraft(document, { id, publishedAt, title, timezone }) };
}

interface NoteHead {
  readonly id: string;
  readonly publishedAt: Instant;
  readonly title: string;
  readonly timezone: string;
}

function buildDraft(document: Place, { id, publishedAt, title, timezone }: NoteHead): Draft {
  const report = member(document, 'report');
  const number = id.slice('VU#'.length);
  const original = {
    title: id,
    url: `https://www.kb.cert.org/vuls/id/${number}`,
    publisher: 'CERT/CC',
    language: 'en',
  };
  const words = readTexts(report);
  const { vulnerabilities, sharedVector } = readVulnerabilities(
    report,
    `${words.overview ?? ''} ${words.description ?? ''}`,
  );
  const { rows, updatedAt } = readVendors(items(document, 'vendors'), id, timezone);
  const { references, others } = readReferences(report, [original.url]);
  const alerts = readAlerts(report);
  const { credits, sentences } = readCredits(report);
  const prose = buildNoteProse({
    ...{ title, ...words, references: others, sharedVector, credits: sentences },
    ...{ publicOn: readPublicDay(report, publishedAt), metric: readMetric(report) },
  });
  dropRest(report);
  const facts: DraftFacts = {
    ...{ id, title, publishedAt, vulnerabilities },
    ...(rows.length > 0 && { vendors: [...rows] }),
    references: [original, ...references],
    ...(credits.length > 0 && { credits }),
    ...{
      related: listRelated(prose.map(({ markdown }) => markdown).join('\n'), { id, vulnerabilities, alerts }),
    },
    revisions: buildRevisions(publishedAt, listUpdates(report, publishedAt, updatedAt)),
  };
  return { facts, language: 'en', prose, retired: [`/vuls/id/${number}`] };
}

function readId(report: Place): string | undefined {
  const written = text(report, 'ID') ?? text(report, 'IDNumber');
  const number = /^(?:VU#)?(\d{1,9})$/u.exec(written ?? '')?.[1];
  return number === undefined ? undefined : `VU#${number}`;
}

type Words = Pick<
  NoteTexts,
  'overview' | 'description' | 'impact' | 'resolution' | 'workarounds' | 'systems'
>;

function readTexts(report: Place): Words {
  return {
    overview: readWords(report, 'Overview'),
    description: readWords(report, 'Description'),
    impact: readWords(report, 'Impact'),
    resolution: readWords(report, 'Resolution'),
    workarounds: readWords(report, 'Workarounds'),
    systems: readWords(report, 'SystemsAffectedPreamble'),
  };
}

/** CERT advisories (`CA-2001-02`) and US-CERT alerts (`TA08-297A`) about the same. */
function readAlerts(report: Place): string[] {
  return ['CERTAdvisory', 'US-CERTTechnicalAlert'].flatMap((key) => {
    const place = member(report, key);
    const written = Array.isArray(place.value) ? texts(place) : [text(place) ?? ''];
    const ids = written.join(' ').match(/\b(?:CA-\d{4}-\d{2,3}|TA\d{2}-\d{3}[A-Z])\b/gu) ?? [];
    if (ids.length === 0 && written.join('') !== '') drop(place, 'unreadable');
    return ids;
  });
}

/** The day on which the vulnerability became public; `undefined` where it is the day of the note. */
function readPublicDay(report: Place, publishedAt: Instant): string | undefined {
  const day = readWrittenDay(report, 'DatePublic');
  if (day === undefined || day !== publishedAt.slice(0, 10)) return day;
  drop(member(report, 'DatePublic'), 'duplicate');
  return undefined;
}

/**
 * The severity metric of CERT/CC (0 to 180), which was shown on the pages of notes before CVSS. The answers from which it
 * is computed were never shown, nor what the metric would be if more were known of the vulnerability.
 */
function readMetric(report: Place): string | undefined {
  const place = member(report, 'CAM_ScoreCurrent');
  const { value } = place;
  if (typeof value !== 'number' || !(value > 0 && value <= 180)) {
    drop(place, value === 0 ? 'placeholder' : 'unreadable');
    return undefined;
  }
  const shown = String(Number(value.toFixed(2)));
  if (shown !== String(value)) retell(place, shown);
  else report.told.set(place.pointer, { kind: 'kept' });
  return shown;
}

/** The last change of the note, and that of its vendors where it came later still. */
function listUpdates(report: Place, publishedAt: Instant, vendorsAt: Instant | undefined): Update[] {
  drop(member(report, 'Revision'), 'internal');
  const at = readUpdate(report, publishedAt);
  const updates = at === undefined ? [] : [{ at, summary: 'Updated by CERT/CC.' }];
  const isNews = vendorsAt !== undefined && compareInstants(vendorsAt, at ?? publishedAt) > 0;
  return isNews
    ? [...updates, { at: vendorsAt, summary: 'Vendor information updated by CERT/CC.' }]
    : updates;
}

/** The last change is written to the minute, so one within the minute of the publication may seem to lie before it. */
function readUpdate(report: Place, publishedAt: Instant): Instant | undefined {
  const at = readInstant(report, 'DateLastUpdated');
  if (at === undefined) return undefined;
  const isPublication = at.slice(0, 16) === publishedAt.slice(0, 16);
  if (!isPublication && compareInstants(at, publishedAt) > 0) return at;
  drop(member(report, 'DateLastUpdated'), isPublication ? 'duplicate' : 'unreadable');
  return undefined;
}

interface RelatedTo {
  readonly id: string;
  readonly vulnerabilities: DraftFacts['vulnerabilities'];
  readonly alerts: readonly string[];
}

/** Alerts, and what the prose names: CVEs that are not the note's own, and other notes. */
function listRelated(prose: string, { id, vulnerabilities, alerts }: RelatedTo): string[] {
  const own = new Set([id, ...vulnerabilities.map(({ cve }) => cve)]);
  const notes = prose.match(/\bVU#\d{6,8}\b/gu) ?? [];
  return [...new Set([...alerts, ...findMentionedCves(prose), ...notes])].filter((each) => !own.has(each));
}

function dropRest(report: Place): void {
  for (const key of NO_PLACE) drop(member(report, key), 'no-place');
  for (const key of INTERNAL) drop(member(report, key), 'internal');
  for (const [key, place] of members(report)) {
    if (/^CAM_ScoreCurrent./u.test(key)) drop(place, 'computed');
    else if (/^(?:CAM|VRDA)_/u.test(key) && key !== 'CAM_ScoreCurrent') drop(place, 'no-place');
  }
}
