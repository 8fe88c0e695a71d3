import { parseFrontMatter } from '#catalog/front-matter.ts';
import { toSlug } from '#domain/advisory-id.ts';
import { renderAdvisoryMarkdown } from '#markdown/render-markdown.ts';
import type { CaseRecord, RecordedAnswer, Room } from '../case-record.ts';
import type { Contact } from '../hub-files.ts';
import { foldText } from './fold-text.ts';
import { type Canary, scanText, SHORTEST_WORD } from './scan-text.ts';

/** What is confidential about a case beside its record. */
export interface CaseSecrets {
  /** Whom the case’s vendors are reached by. */
  contacts: readonly Pick<Contact, 'logins' | 'emails' | 'pgp'>[];
  /** Texts of the room: `advisory.md`, translations. */
  drafts: readonly string[];
  /** owner/name of private repositories: the hub, rooms of other modes. */
  repos: readonly string[];
}

/** Shortest sentence that is telling; shorter ones stand in many texts. */
const SHORTEST_SENTENCE = 24;
/** Longer sentences are searched for in pieces, so that a part of one is found too. */
const LONGEST_PIECE = 64;

/**
 * The words of a case that no public byte may hold before disclosure.
 *
 * Left out are words that the public knows: those that stand in one of `known`. Give the names of vendors, and texts that
 * are rightly public, such as other advisories (phrases like “update to the latest version” stand in most of them) and,
 * for a case that is being published, its own public text. Left out, too, are names of fewer than four characters.
 * @param known public words and texts
 */
export function buildCanaries(record: CaseRecord, secrets: CaseSecrets, known: readonly string[]): Canary[] {
  const all = [
    ...caseWords(record, secrets),
    ...peopleWords(record, secrets),
    ...proseWords(record, secrets),
  ];
  const byWord = new Map(
    all
      .map((canary) => ({ ...canary, word: canary.word.trim() }))
      .filter(({ word }) => foldText(word).length >= SHORTEST_WORD)
      .map((canary) => [foldText(canary.word), canary]),
  );
  const unique = [...byWord.values()];
  const scan = scanText(unique);
  const public_ = new Set(known.flatMap((text) => scan(text)));
  return unique.filter((canary) => !public_.has(canary));
}

function whole(about: string, words: readonly (string | undefined)[]): Canary[] {
  return words.flatMap((word) => (word === undefined ? [] : [{ word, about, isWhole: true }]));
}

/** Identifiers of the case and of where it is worked on. */
function caseWords({ id, code, rooms, report }: CaseRecord, { repos, drafts }: CaseSecrets): Canary[] {
  const names = [...rooms.map(({ repo }) => repo), ...repos];
  const cves = drafts.flatMap((text) => text.match(/CVE-\d{4}-\d{4,19}/gi) ?? []);
  return [
    ...whole('id', id === undefined ? [] : [id, toSlug(id)]),
    ...whole('code', [code]),
    ...whole('room', [...names, ...rooms.flatMap(chosenNames)]),
    ...whole('reference', [report.reference]),
    ...whole('cve', cves),
  ];
}

/** Names that chance chose for a room. Those that people chose, of a repository of all cases, may be everyday words. */
function chosenNames({ repo, branch }: Pick<Room, 'repo' | 'branch'>): string[] {
  return [repo.slice(repo.indexOf('/') + 1), branch].filter((name) => /^(?:room|draft)-/.test(name));
}

function peopleWords({ report: { finder } }: CaseRecord, { contacts }: CaseSecrets): Canary[] {
  return [
    ...whole('finder', [finder.name, finder.contact, finder.login]),
    ...whole(
      'contact',
      contacts.flatMap(({ logins, emails, pgp }) => [...logins, ...emails, pgp]),
    ),
  ];
}

function proseWords({ report, vendors }: CaseRecord, { drafts }: CaseSecrets): Canary[] {
  const answers = vendors.flatMap(({ latest, shown, hold }) => [hold, ...wordsOf(latest), ...wordsOf(shown)]);
  const title = { word: report.title, about: 'title', isWhole: true };
  return [
    ...(report.title.length >= SHORTEST_TITLE ? [title] : []),
    ...answers.flatMap((text) => sentences(text ?? '', 'answer')),
    ...drafts.flatMap((draft) => draftSentences(draft)),
  ];
}

/** A title of one word says nothing. */
const SHORTEST_TITLE = 8;

function wordsOf(recorded: RecordedAnswer | undefined): (string | undefined)[] {
  const products = recorded?.answer.products ?? [];
  return [recorded?.answer.statement, recorded?.note, ...products.map(({ name }) => name)];
}

function draftSentences(draft: string): Canary[] {
  const gate = parseFrontMatter(draft);
  if (!gate.ok) return sentences(draft, 'draft');
  const title = typeof gate.data['title'] === 'string' ? gate.data['title'] : '';
  const { sections } = renderAdvisoryMarkdown(gate.body, { language: 'ja' });
  const texts = [...textsIn(gate.data), gate.body, ...sections.flatMap(({ text }) => text.split('\n'))];
  const titles = title.length >= SHORTEST_TITLE ? [{ word: title, about: 'title', isWhole: true }] : [];
  return [...titles, ...texts.flatMap((text) => sentences(text, 'draft'))];
}

function textsIn(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsIn) : [];
}

/** What Markdown writes before the words of a heading, a quotation, an item or a row. */
const MARKS = /^(?:\s|[#>|*+-]|\d{1,9}[.)])+\s/;

/** Who repeats a sentence may go on where it ended. */
const END_MARK = /[。．！？.!?\s]+$/u;

/** The sentences of a text that are long enough to be telling, in pieces. A line ends a sentence only with its mark. */
function sentences(text: string, about: string): Canary[] {
  return text
    .split(/(?<=[。．！？])|(?<=[.!?])\s|\n\s*\n|\n(?=[#>|*-])/)
    .map((sentence) => sentence.replace(MARKS, '').replaceAll(/\s+/g, ' ').replace(END_MARK, '').trim())
    .filter((sentence) => sentence.length >= SHORTEST_SENTENCE)
    .flatMap(cutSentence)
    .map((word) => ({ word, about, isWhole: false }));
}

function cutSentence(sentence: string): string[] {
  const pieces = Math.max(1, Math.floor(sentence.length / LONGEST_PIECE));
  const length = Math.ceil(sentence.length / pieces);
  return Array.from({ length: pieces }, (_, index) => sentence.slice(index * length, (index + 1) * length));
}
