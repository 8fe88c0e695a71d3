import { SECTION_HEADINGS, SECTION_IDS, type SectionId } from '#domain/section.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { NOTE_CATEGORIES } from '../notes.ts';
import { items, member, type Place, tell, text } from '#formats/foreign/foreign-document.ts';
import { addForeignNote } from './foreign-notes.ts';
import type { Reading } from './reading.ts';

type Section = NonNullable<AdvisoryRecord['sections']['ja']>[number];

/** What the notes of a document say: sections, and what our own documents tell in notes of certain titles. */
export interface Prose {
  readonly sections: Section[];
  readonly withdrawal: string | undefined;
  readonly urgent: string | undefined;
  /** The number of the revision that a translation tells. */
  readonly translated: (latest: number) => number;
  /** By the vendor's name. */
  readonly statements: ReadonlyMap<string, string>;
  readonly addenda: ReadonlyMap<string, string>;
  /** The vendors of both, in the order in which they are named. */
  readonly vendors: readonly string[];
}

const MOST_REVISIONS = 10_000;

/** The notes of the document (CSAF 2.0 §3.1.5), in their order. */
export function readProse(reading: Reading): Prose {
  const { titles } = reading.words;
  const marks = new Map<string, string>();
  const vendorNotes = { statements: new Map<string, string>(), addenda: new Map<string, string>() };
  const vendors = new Set<string>();
  const sections: Section[] = [];
  for (const note of items(reading.document, 'document', 'notes')) {
    const body = text(note, 'text');
    const title = text(note, 'title');
    if (body === undefined) continue;
    const ofVendor = [
      [vendorNotes.statements, titles.statement('')] as const,
      [vendorNotes.addenda, titles.addendum('')] as const,
    ].find(([, start]) => title?.startsWith(start) && title.length > start.length);
    if (ofVendor && title !== undefined) {
      ofVendor[0].set(title.slice(ofVendor[1].length), body);
      vendors.add(title.slice(ofVendor[1].length));
    } else if (title !== undefined && isMark(title, reading)) marks.set(title, body);
    else if (reading.isOwn) sections.push(toSection(note, title, body, sections, reading));
    else addForeignNote(sections, note, title, body, reading);
    if (reading.isOwn) tell(member(note, 'category'));
  }
  return {
    ...{ sections, ...vendorNotes, vendors: [...vendors] },
    withdrawal: marks.get(titles.withdrawal) ?? marks.get(WITHDRAWAL),
    urgent: marks.get(titles.urgent),
    translated: (latest) => readTranslated(marks.get(titles.translation), latest, reading),
  };
}

/** The title that CSAF 2.1 §4.6 wants. */
const WITHDRAWAL = 'Reasoning for Withdrawal';

function isMark(title: string, { words: { titles } }: Reading): boolean {
  return [titles.withdrawal, titles.urgent, titles.translation, WITHDRAWAL].includes(title);
}

function readTranslated(note: string | undefined, latest: number, { words }: Reading): number {
  for (let revision = 1; revision < Math.min(latest, MOST_REVISIONS); revision += 1) {
    if (note === words.translationBehind(revision, latest)) return revision;
  }
  return latest;
}

/**
 * A section is known by its heading, unless the document calls it `other` than what its heading says; the first summary is
 * the overview, whatever it is called.
 */
function toSection(
  note: Place,
  title: string | undefined,
  body: string,
  before: readonly Section[],
  { language }: Reading,
): Section {
  const headings = SECTION_HEADINGS[language];
  const category = member(note, 'category').value;
  const named = SECTION_IDS.find(
    (id) =>
      (headings[id] as readonly string[]).includes(title ?? '') &&
      (category !== 'other' || NOTE_CATEGORIES[id] === undefined),
  );
  const meant = named ?? (category === 'summary' ? 'overview' : null);
  const id = before.some((section) => section.id === meant) ? null : meant;
  return { id, heading: title ?? (id === null ? '' : headings[id][0]), text: body };
}

/**
 * Adds what is said about single vulnerabilities to the section for it, at its end, unless a section or an earlier
 * vulnerability says it already.
 * @returns whether it was new
 */
export function addWords(sections: Section[], id: SectionId, words: string, { language }: Reading): boolean {
  if (sections.some((section) => section.text.includes(words))) return false;
  const place = sections.findIndex((section) => section.id === id);
  const section = sections[place];
  if (section) sections[place] = { ...section, text: `${section.text}\n${words}` };
  else sections.push({ id, heading: SECTION_HEADINGS[language][id][0], text: words });
  return true;
}
