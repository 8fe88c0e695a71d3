import { readIdentifiers } from './query-identifiers.ts';
import { foldText, normalizeQuery } from './normalize.ts';
import { withoutFinalMark } from './phrase.ts';
import { LONGEST_SYNONYM, synonymsOf } from './synonyms.ts';

/** What somebody asks for: advisories that hold every term. */
export interface SearchQuery {
  /** The query as it was understood: width and blanks are tidy, nothing invisible is left. At most 200 characters. */
  text: string;
  /**
   * Identifiers among the words, spelled as records spell them: `CVE-2018-16203`, `JVN13199224`, `ICSA-19-274-01`,
   * `CWE-79`, or the bare number `13199224`. Compare them by `toIdentifierKey`.
   */
  identifiers: readonly string[];
  /** At most eight. */
  terms: readonly SearchTerm[];
}

/** A word or phrase, which holds when one of its alternatives does. */
interface SearchTerm {
  /** As in the text of the query. */
  typed: string;
  /** Folded phrases for `findPhrase`; the typed one is the first. Never empty. */
  alternatives: readonly string[];
  /** The synonyms among the alternatives, as a reader writes them. */
  synonyms: readonly string[];
}

const MAX_TERMS = 8;
const QUOTED = /"([^"]*)"|「([^「」]*)」|『([^『』]*)』/g;
const HIRAGANA_WORD = /^[ぁ-ゖー]{2,}$/;
const KATAKANA_WORD = /^[ァ-ヶー]{3,}$/;
/** One letter or kana says nothing; one kanji or symbol does. */
const SAYS_NOTHING = /^[\p{Script=Hiragana}\p{Script=Katakana}ー\p{Script=Latin}\p{N}]?$/u;
const KANA_ALONE = /^[\p{Script=Hiragana}\p{Script=Katakana}ー]$/u;
/** Grammar in front of a word: Garoon の脆弱性. */
const PARTICLE = /^(?:における|に関する|による|[のをにがはでと])(?=[\p{Script=Han}\p{Script=Katakana}])/u;
const PARTICLE_ALONE = /^(?:における|に関する|による)$/;
/** The distance between hiragana and katakana in Unicode. */
const KATAKANA = 0x60;

/** Understands what somebody typed: spelling of letters and of identifiers never matters. Never throws. */
export function parseQuery(typed: string): SearchQuery {
  const text = normalizeQuery(typed);
  const identifiers: string[] = [];
  const terms = splitQuoted(text).flatMap(({ piece, quoted }) => {
    if (quoted) return toTerm(piece) ?? [];
    return readIdentifiers(piece).flatMap(({ piece: rest, identifier, spellings }) => {
      if (identifier === undefined) return splitWords(rest);
      identifiers.push(identifier);
      return toTerm(rest, spellings) ?? [];
    });
  });
  return { text, identifiers: [...new Set(identifiers)], terms: chooseTerms(terms) };
}

/** Each once, and no kana that stands alone beside others: it is grammar, or not yet a word. */
function chooseTerms(terms: readonly SearchTerm[]): SearchTerm[] {
  const distinct = [...new Map(terms.map((term) => [term.alternatives[0], term])).values()];
  const telling = distinct.filter(({ alternatives: [first = ''] }) => !KANA_ALONE.test(first));
  return (telling.length > 0 ? telling : distinct).slice(0, MAX_TERMS);
}

/** Whether the query names nothing yet: no term, or single letters and kana only. */
export function isTooShort({ terms }: SearchQuery): boolean {
  return terms.every(({ alternatives }) => SAYS_NOTHING.test(alternatives[0] ?? ''));
}

interface Piece {
  piece: string;
  quoted: boolean;
}

function splitQuoted(text: string): Piece[] {
  const pieces: Piece[] = [];
  let done = 0;
  for (const found of text.matchAll(QUOTED)) {
    const [whole, ...inner] = found;
    pieces.push({ piece: text.slice(done, found.index), quoted: false });
    pieces.push({ piece: inner.join(''), quoted: true });
    done = found.index + whole.length;
  }
  return [...pieces, { piece: text.slice(done), quoted: false }];
}

/** Words between blanks; some that stand together are a term with synonyms: `buffer overflow`. */
function splitWords(text: string): SearchTerm[] {
  const words = text
    .split(/[\s、。]+/)
    .map((word, at) => (at === 0 ? word : word.replace(PARTICLE, '')))
    .filter((word, _at, all) => (all.length === 1 || !PARTICLE_ALONE.test(word)) && foldText(word) !== '');
  const terms: SearchTerm[] = [];
  for (let at = 0; at < words.length && terms.length < MAX_TERMS;) {
    const length = countPhrase(words, at);
    const term = toTerm(words.slice(at, at + length).join(' '));
    if (term) terms.push(term);
    at += length;
  }
  return terms;
}

function countPhrase(words: readonly string[], at: number): number {
  for (let length = Math.min(LONGEST_SYNONYM, words.length - at); length > 1; length -= 1) {
    if (synonymsOf(foldText(words.slice(at, at + length).join(' '))).length > 0) return length;
  }
  return 1;
}

/** @param spellings other ways to write the same identifier */
function toTerm(typed: string, spellings: readonly string[] = []): SearchTerm | undefined {
  const folded = foldText(typed);
  if (folded === '') return undefined;
  const first = withoutFinalMark(folded);
  const synonyms = synonymsOf(folded);
  const others = [...spellings, ...otherKana(typed), ...synonyms].map((it) => withoutFinalMark(foldText(it)));
  return { typed: typed.trim(), alternatives: [...new Set([first, ...others])], synonyms };
}

/**
 * A word of hiragana only may be the reading of a katakana name, and the other way round. Text is not folded for it:
 * running Japanese is full of hiragana, so that デル would be found in “なでる”.
 */
function otherKana(typed: string): string[] {
  const shift = (by: number): string =>
    typed.replace(/[ぁ-ゖァ-ヶ]/g, (kana) => String.fromCodePoint((kana.codePointAt(0) ?? 0) + by));
  if (HIRAGANA_WORD.test(typed)) return [shift(KATAKANA)];
  return KATAKANA_WORD.test(typed) ? [shift(-KATAKANA)] : [];
}
