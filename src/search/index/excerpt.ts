import { foldWithOffsets } from '../normalize.ts';
import { findPhrase } from '../phrase.ts';
import type { SearchQuery } from '../query.ts';
import type { RecordSection } from '../records.ts';
import type { Excerpt } from '../search-engine.ts';

/** A place of a text that holds a term of the query, as offsets. */
interface Found {
  start: number;
  end: number;
  /** Number of the term. */
  term: number;
}

/** A section with everything that was found in it, in order. */
interface Candidate {
  section: RecordSection;
  found: readonly Found[];
}

/** Usual lengths of an excerpt in UTF-16 code units; a Japanese character says more than a Latin letter. */
const JAPANESE_LENGTH = 90;
const OTHER_LENGTH = 160;
/** How much of it may stand before the first found word. */
const LEAD = 1 / 3;
const ELLIPSIS = '…';
/** More places in one section change nothing. */
const MAX_PLACES = 200;

/** The piece of the text that holds most of what the query asks for; nothing when none holds any. */
export function findExcerpt(
  sections: readonly RecordSection[],
  { terms }: Pick<SearchQuery, 'terms'>,
): Excerpt | undefined {
  const candidates = sections
    .map((section): Candidate => ({ section, found: findAll(section.text, terms) }))
    .filter(({ found }) => found.length > 0);
  const [best] = candidates.toSorted((a, b) => countTerms(b.found) - countTerms(a.found));
  if (best === undefined) return undefined;
  const { id, heading, text } = best.section;
  const { start, end } = chooseWindow(text, best.found);
  return {
    parts: markParts(text, start, end, best.found),
    ...(id !== null && { section: { id, heading } }),
  };
}

function findAll(text: string, terms: SearchQuery['terms']): Found[] {
  const { folded, starts, ends } = foldWithOffsets(text);
  const found = terms.flatMap(({ alternatives }, term) =>
    alternatives.flatMap((phrase) =>
      findPlaces(folded, phrase).map((at) => ({
        start: starts[at] ?? 0,
        end: ends[at + phrase.length - 1] ?? 0,
        term,
      })),
    ),
  );
  return found.toSorted((a, b) => a.start - b.start || b.end - a.end);
}

function findPlaces(folded: string, phrase: string): number[] {
  const places: number[] = [];
  for (let at = findPhrase(folded, phrase); at !== -1 && places.length < MAX_PLACES;) {
    places.push(at);
    at = findPhrase(folded, phrase, at + phrase.length);
  }
  return places;
}

function countTerms(found: readonly Found[]): number {
  return new Set(found.map(({ term }) => term)).size;
}

interface Window {
  start: number;
  end: number;
}

/** Begins and ends with sentences where they are near, otherwise at blanks. */
function chooseWindow(text: string, found: readonly Found[]): Window {
  const length = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u.test(text)
    ? JAPANESE_LENGTH
    : OTHER_LENGTH;
  const within = found.map(({ start }, i) => ({
    start,
    terms: countTerms(found.slice(i).filter((other) => other.end <= start + length)),
  }));
  const [best] = within.toSorted((a, b) => b.terms - a.terms);
  const focus = best?.start ?? 0;
  const focusEnd = found.find(({ start }) => start === focus)?.end ?? focus;
  const start = chooseStart(text, focus, Math.floor(length * LEAD));
  return { start, end: chooseEnd(text, Math.max(focusEnd, start + length)) };
}

const SENTENCE_END = /[。．！？\n]|[.!?](?=\s)/g;

function chooseStart(text: string, focus: number, lead: number): number {
  const from = Math.max(0, focus - lead);
  const before = text.slice(from, focus);
  const sentence = [...before.matchAll(SENTENCE_END)].at(-1);
  if (sentence) return from + sentence.index + 1;
  if (from === 0) return 0;
  const blank = before.indexOf(' ');
  return blank === -1 ? skipHalf(text, from) : from + blank + 1;
}

function chooseEnd(text: string, wanted: number): number {
  if (wanted >= text.length) return text.length;
  const after = text.slice(wanted, wanted + 24);
  const sentence = /[。．！？\n]|[.!?](?=\s|$)/.exec(after);
  if (sentence) return wanted + sentence.index + 1;
  const blank = after.indexOf(' ');
  return blank === -1 ? skipHalf(text, wanted) : wanted + blank;
}

/** A place that is not inside a pair of surrogates. */
function skipHalf(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

function markParts(text: string, start: number, end: number, found: readonly Found[]): Excerpt['parts'] {
  const parts: { text: string; found: boolean }[] = [];
  const add = (from: number, to: number, isFound: boolean): void => {
    const piece = text.slice(from, to).replaceAll('\n', ' ');
    if (piece !== '') parts.push({ text: piece, found: isFound });
  };
  let at = start + (/^\s*/.exec(text.slice(start, end))?.[0].length ?? 0);
  if (start > 0 && !/[。．！？\n]\s*$|[.!?]\s+$/.test(text.slice(0, at)))
    parts.push({ text: ELLIPSIS, found: false });
  for (const place of found) {
    if (place.start < at || place.end > end) continue;
    add(at, place.start, false);
    add(place.start, place.end, true);
    at = place.end;
  }
  add(at, end, false);
  if (end < text.length && !/[。．！？\n]$|[.!?]$/.test(text.slice(0, end)))
    parts.push({ text: ELLIPSIS, found: false });
  return parts;
}
