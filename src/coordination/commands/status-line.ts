import { nearest } from '#domain/nearest.ts';
import type { Answer } from '../answer.ts';
import { checkAnswer } from './check-answer.ts';
import type { CommandProblem } from './command.ts';
import type { FoldedLine } from './fold-line.ts';
import { parseStatusWords, type SpokenStatus } from './status-words.ts';

/** What was understood; problems may stand beside an answer that counts. */
export interface StatusResult {
  answer?: Answer;
  problems: CommandProblem[];
}

/**
 * `<status> [fixed in X[, Y]] [: words for the public]` from an offset of a line on. Addresses before the words are notices.
 * Words that follow without a colon count too, unless they could turn the status around.
 */
export function parseStatusLine(line: FoldedLine, start: number): StatusResult {
  const { head, notices, words } = splitWords(line, start);
  const spoken = parseStatusWords(head, start);
  if ('kind' in spoken) return { problems: [spoken] };
  const rest = head.slice(spoken.end);
  if (!/[\p{L}\p{N}?]/u.test(rest)) return finishStatus(spoken, notices, words);
  const unclear = findUnclear(rest, spoken.status);
  if (unclear !== undefined) return { problems: [unclear] };
  return finishStatus(spoken, notices, line.writtenFrom(spoken.end).replace(/^[\s,;.、。-]+/u, ''));
}

/** A line's part before the words for the public, with addresses blanked out, and those words as they were written. */
export function splitWords(
  line: FoldedLine,
  start: number,
): { head: string; notices: string[]; words: string } {
  const text = line.text.replaceAll(ADDRESS, ({ length }) => ' '.repeat(length));
  const { at, behind } = findSeparator(text, start);
  const notices = line.text.slice(start, at).match(ADDRESS) ?? [];
  return { head: text.slice(0, at), notices, words: behind === undefined ? '' : line.writtenFrom(behind) };
}

/** The answer that a spoken status makes. */
export function finishStatus(spoken: SpokenStatus, notices: string[], statement: string): StatusResult {
  const { status, fixed, isOnlyInvestigating } = spoken;
  const checked = checkAnswer({
    status,
    ...(fixed.length > 0 && { fixed }),
    ...(statement !== '' && { statement }),
    ...(notices.length > 0 && { notices }),
  });
  if ('problems' in checked) return checked;
  return {
    answer: checked.answer,
    problems: isOnlyInvestigating ? [{ kind: 'investigating-is-unknown', params: {} }] : [],
  };
}

const ADDRESS = /https?:\/\/[^\s"'<>、。）)]+/giu;

/** Words that make it doubtful what a status before them means: what turns it around, or is another one. */
const ANY_STATUS = String.raw`if|unless|maybe|perhaps|unaffected|vulnerable|investigat\w*|unknown|fixed`;
const DOUBTFUL = new RegExp(
  String.raw`^[ ,]*(?:\?|(?:\S+ ){0,2}(?:not|no|non|never|none|un|affected|${ANY_STATUS})(?![\p{L}\p{N}]))|^.{0,12}(?:なし|あり|ない|ません|調査中|不明|修正)`,
  'iu',
);
/** Behind “not affected” a “no” says the same again. */
const DOUBTFUL_NEGATION = new RegExp(
  String.raw`^[ ,]*(?:\?|(?:\S+ ){0,2}(?:affected|${ANY_STATUS})(?![\p{L}\p{N}]))|^.{0,12}(?:あり|調査中|不明|修正)`,
  'iu',
);

/** Words behind a status that make it doubtful, and what was probably meant by the first of them. */
function findUnclear(rest: string, status: Answer['status']): CommandProblem | undefined {
  const [first = ''] = /[\p{L}\p{N}]+/u.exec(rest) ?? [];
  const meant = nearest(first, ['fixed', 'investigating', 'affected']) ?? '';
  const doubtful = status === 'not-affected' ? DOUBTFUL_NEGATION : DOUBTFUL;
  if (meant === '' && !doubtful.test(rest)) return undefined;
  return { kind: 'unclear-words', params: { written: rest.trim(), nearest: meant } };
}

/**
 * Where the free text begins: a colon that belongs to no version (`1:2.4`) and to no “修正版：”, a dash between spaces, or
 * the end of a Japanese sentence.
 */
function findSeparator(text: string, start: number): { at: number; behind?: number } {
  for (const { 0: mark, index } of text.slice(start).matchAll(/:| -+ |。/gu)) {
    const at = start + index;
    if (mark !== ':' || !isPartOfFix(text, at)) return { at, behind: at + mark.length };
  }
  return { at: text.length };
}

function isPartOfFix(text: string, at: number): boolean {
  if (/^\d:\d/.test(text.slice(at - 1, at + 2))) return true;
  return /(?:fixed(?: in)?|versions?|修正(?:済み?|版)|バージョン) ?$/iu.test(
    text.slice(Math.max(0, at - 30), at),
  );
}
