import { nearest } from '#domain/nearest.ts';
import { findForbidden } from './check-answer.ts';
import type { Command, CommandProblem, Verb } from './command.ts';
import { type FoldedLine, foldLine } from './fold-line.ts';
import { parseRecord } from './parse-record.ts';
import { parseStatusLine } from './status-line.ts';

/** What one line says: at most one command, and what its author must be told. Nothing at all when it is no command. */
export interface ParsedLine {
  command?: Command;
  problems: CommandProblem[];
}

/** Most characters of a reason (the ledger's own limit). */
const LONGEST_REASON = 10_000;

const NAMES: Readonly<Record<Verb, readonly string[]>> = {
  status: ['status', '対応状況', 'ステータス', '状況', '回答'],
  approve: ['approve', '承認'],
  release: ['release', '保留解除', '異議取下げ', '解除', '取下げ'],
  hold: ['hold', '保留', '異議'],
  record: ['record', '記録'],
  help: ['help', 'ヘルプ', '使い方'],
};
const VERB_OF: ReadonlyMap<string, Verb> = new Map(
  Object.entries(NAMES).flatMap(([verb, names]) => names.map((name) => [name, verb as Verb] as const)),
);
/** Japanese needs no space behind the verb. */
const JAPANESE_NAMES = [...VERB_OF.keys()].filter((name) => /\P{ASCII}/u.test(name));

/** One line of an ordinary paragraph. */
export function parseCommand(written: string): ParsedLine {
  const line = foldLine(written);
  const found = findVerb(line.text);
  if (found === undefined) return { problems: nearVerb(line.text) };
  return READERS[found.verb](line, found.end);
}

/** Whether a text begins like a command that we know; for hints only. */
export function looksLikeCommand(written: string): boolean {
  return findVerb(foldLine(written.slice(0, 300)).text) !== undefined;
}

const VERB = /^\/ ?([\p{L}\p{M}\p{N}_ー-]+)(?![^\s:,.!、。(])/u;

function findVerb(text: string): { verb: Verb; end: number } | undefined {
  if (!text.startsWith('/')) return undefined;
  const word = VERB.exec(text)?.[1];
  const whole = word && VERB_OF.get(word.toLowerCase());
  if (word && whole) return { verb: whole, end: skipColon(text, text.indexOf(word) + word.length) };
  const start = text.startsWith('/ ') ? 2 : 1;
  const name = JAPANESE_NAMES.find((each) => text.startsWith(each, start));
  const verb = name && VERB_OF.get(name);
  return name && verb ? { verb, end: skipColon(text, start + name.length) } : undefined;
}

function skipColon(text: string, end: number): number {
  return end + (/^[ :,.!、。]*/u.exec(text.slice(end))?.[0].length ?? 0);
}

function nearVerb(text: string): CommandProblem[] {
  const written = text.startsWith('/') ? VERB.exec(text)?.[1] : undefined;
  const meant = written && nearest(written, [...VERB_OF.keys()]);
  return written && meant ? [{ kind: 'unknown-verb', params: { written, nearest: meant } }] : [];
}

const READERS: Readonly<Record<Verb, (line: FoldedLine, end: number) => ParsedLine>> = {
  status: (line, end) => {
    const { answer, problems } = parseStatusLine(line, end);
    return answer === undefined ? { problems } : { command: { verb: 'status', answer }, problems };
  },
  approve: (line, end) => parseApprove(line.text.slice(end)),
  hold: (line, end) => parseHold(line.writtenFrom(end)),
  release: (line, end) => withoutWords('release', line.text.slice(end)),
  record: parseRecord,
  help: () => ({ command: { verb: 'help' }, problems: [] }),
};

function parseHold(reason: string): ParsedLine {
  if (!/[\p{L}\p{N}]/u.test(reason)) return { problems: [{ kind: 'missing-reason', params: {} }] };
  if (reason.length > LONGEST_REASON)
    return { problems: [{ kind: 'too-long', params: { maximum: LONGEST_REASON } }] };
  const problem = findForbidden(reason);
  return problem === undefined
    ? { command: { verb: 'hold', reason }, problems: [] }
    : { problems: [problem] };
}

function withoutWords(verb: 'release', rest: string): ParsedLine {
  if (!/[\p{L}\p{N}]/u.test(rest)) return { command: { verb }, problems: [] };
  return { problems: [{ kind: 'words-behind', params: { verb, written: rest.trim() } }] };
}

/** `[<vendor>] [<hash>]` or `text <hash>`. */
function parseApprove(rest: string): ParsedLine {
  const words = rest
    .toLowerCase()
    .split(/[\s,、;:`'"()「」]+/u)
    .filter((word) => /[\p{L}\p{N}]/u.test(word))
    .map((word) => word.replaceAll(/^[^\p{L}\p{N}]+|[^\p{L}\p{N}]+$/gu, ''));
  const isText = words[0] === 'text' || words[0] === '本文';
  const left = isText ? words.slice(1) : words;
  const hash = left.find((word) => /^[0-9a-f]{8,64}$/.test(word));
  const [vendor, ...more] = left.filter((word) => word !== hash);
  const short = [vendor, ...more].find((word) => word !== undefined && /^(?=.*\d)[0-9a-f]{4,7}$/.test(word));
  if (short !== undefined) return { problems: [{ kind: 'short-hash', params: { written: short } }] };
  const isSlug = vendor === undefined || /^[a-z0-9]+(?:-[a-z0-9]+)*$/.test(vendor);
  if (more.length > 0 || !isSlug || (isText && vendor !== undefined))
    return { problems: [{ kind: 'words-behind', params: { verb: 'approve', written: rest.trim() } }] };
  const known = hash !== undefined && { hash };
  if (isText) return { command: { verb: 'approve', of: 'text', ...known }, problems: [] };
  const row = vendor !== undefined && { vendor };
  return { command: { verb: 'approve', of: 'row', ...row, ...known }, problems: [] };
}
