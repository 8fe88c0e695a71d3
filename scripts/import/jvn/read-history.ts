import { compareInstants, dayIn, formatDay, type Instant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { drop, type Place, retell, tell } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';
import { elementText, textPlace, element } from './elements.ts';
import { readMoment, splitDay } from './read-moment.ts';
import { WORDS } from './words.ts';

type Revisions = DraftFacts['revisions'];

/** The three dates of a record. */
export interface Dates {
  /** When it was published here. */
  readonly publishedAt: Instant;
  readonly updatedAt?: Instant;
  /** When the vulnerability was first public anywhere. */
  readonly firstPublic?: { readonly at: Instant; readonly place: Place };
}

/** One item of a history: when it was written, and what it says. */
export interface WrittenRevision {
  readonly at: Place;
  readonly words: Place;
}

/** Items of VULDEF’s history. */
export function listHistory(items: readonly Place[]): WrittenRevision[] {
  return items.map((item) => {
    drop(element(item, 'HistoryNo'), 'computed');
    return { at: textPlace(element(item, 'DateTime')), words: textPlace(element(item, 'Description')) };
  });
}

/**
 * The publication and what came later. The day in brackets before a note is the day on which readers saw the change; the
 * moment beside it is often that of the database, before the publication or years after the change. Where it is on
 * another day, the change counts from the record’s last update, if that was on the day in brackets, or from its begin.
 */
export function readRevisions(
  history: readonly WrittenRevision[],
  { publishedAt, updatedAt, firstPublic }: Dates,
  language: Language,
  zone: string,
): Revisions {
  const entries = history.map((item) => readEntry(item, updatedAt, zone));
  const revisions: Revisions = [
    { at: publishedAt, summary: firstSummary(firstPublic, publishedAt, language, zone) },
  ];
  for (const { at, summary, item } of entries.toSorted((a, b) =>
    compareInstants(a.at ?? publishedAt, b.at ?? publishedAt),
  )) {
    const latest = revisions.at(-1);
    if (latest === undefined || summary === undefined) continue;
    const isLater = at !== undefined && compareInstants(at, latest.at) > 0;
    if (isLater && !isFirst(summary, revisions)) revisions.push({ at, summary });
    else if (isFirst(summary, revisions)) retell(item.words, wordsOf(latest.summary));
    else revisions.splice(-1, 1, { ...latest, summary: join(latest.summary, summary) });
  }
  const end = revisions.at(-1)?.at ?? publishedAt;
  if (updatedAt !== undefined && compareInstants(updatedAt, end) > 0) {
    revisions.push({ at: updatedAt, summary: WORDS[language].updated });
  }
  return revisions;
}

interface Entry {
  readonly at: Instant | undefined;
  readonly summary: string | undefined;
  readonly item: WrittenRevision;
}

function readEntry(item: WrittenRevision, updatedAt: Instant | undefined, zone: string): Entry {
  const moment = readMoment(item.at);
  const written = elementText(item.words);
  if (written === undefined) return { at: moment, summary: undefined, item };
  const { day, rest } = splitDay(written.replaceAll(String.raw`\n`, '\n'));
  const lines = rest.split(/\n| {2,}/u).map(toLine);
  const summary = lines.filter((line) => line !== '').join(' / ');
  if (summary !== written) retell(item.words, summary);
  if (day === undefined || (moment !== undefined && dayIn(moment, zone) === day)) {
    return { at: moment, summary: summary === '' ? undefined : summary, item };
  }
  const isLast = updatedAt !== undefined && dayIn(updatedAt, zone) === day;
  const at = isLast
    ? updatedAt
    : `${day}T00:00:00${/(?:Z|[+-]\d{2}:\d{2})$/u.exec(moment ?? '')?.[0] ?? '+09:00'}`;
  retell(item.at, at);
  return { at, summary: summary === '' ? undefined : summary, item };
}

/** What a history says first is that the record is there, which the publication says already. */
function isFirst(summary: string, revisions: Revisions): boolean {
  return (
    revisions.length === 1 &&
    /^(?:掲載|初版|公開|First (?:published|publication)|Published|Added)[。.]?$/iu.test(summary)
  );
}

function join(present: Revisions[number]['summary'], more: string): string {
  const words = wordsOf(present);
  return words.split(' / ').includes(more) ? words : `${words} / ${more}`;
}

function wordsOf(summary: Revisions[number]['summary']): string {
  return typeof summary === 'string' ? summary : Object.values(summary).join(' / ');
}

function firstSummary(
  firstPublic: Dates['firstPublic'],
  publishedAt: Instant,
  language: Language,
  zone: string,
): string {
  const words = WORDS[language];
  if (firstPublic === undefined) return words.published;
  const day = dayIn(firstPublic.at, zone);
  if (day >= dayIn(publishedAt, zone)) {
    if (day === dayIn(publishedAt, zone)) tell(firstPublic.place);
    else drop(firstPublic.place, 'no-place');
    return words.published;
  }
  const summary = words.publishedAfter(formatDay(day, language));
  retell(firstPublic.place, summary);
  return summary;
}
