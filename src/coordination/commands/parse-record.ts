import { type Day, parseDay } from '#domain/dates.ts';
import { nearest } from '#domain/nearest.ts';
import { type Channel, CHANNELS } from '../answer.ts';
import type { Command, CommandProblem } from './command.ts';
import type { FoldedLine } from './fold-line.ts';
import { finishStatus, splitWords } from './status-line.ts';
import { parseStatusWords } from './status-words.ts';

/** How people name the ways in which an answer travels. */
const CHANNEL_WORDS: Readonly<Record<string, Channel>> = {
  ...(Object.fromEntries(CHANNELS.map((channel) => [channel, channel])) as Record<Channel, Channel>),
  'e-mail': 'email',
  mail: 'email',
  telephone: 'phone',
  call: 'phone',
  メール: 'email',
  電子メール: 'email',
  電話: 'phone',
  ポータル: 'portal',
  会議: 'meeting',
  打合せ: 'meeting',
  打ち合わせ: 'meeting',
  公表: 'public',
};

interface Recorded {
  command?: Command;
  problems: CommandProblem[];
}

/**
 * `<vendor> <status> via <channel> <day> [: words for the public]`, in any order in which the vendor stands before the
 * status. The day is `2026-11-20`, `2026/11/20` or `2026年11月20日`.
 */
export function parseRecord(line: FoldedLine, start: number): Recorded {
  const { head, notices, words } = splitWords(line, start);
  const dated = cutDay(head.slice(start));
  const sent = cutChannel(dated.rest);
  const vendor = /[^ ,]+/u.exec(sent.rest)?.[0] ?? '';
  const problem = dated.problem ?? sent.problem ?? lacksPart(vendor, sent.via, dated.on);
  if (problem !== undefined || sent.via === undefined || dated.on === undefined)
    return { problems: problem === undefined ? [] : [problem] };
  const spokenPart = sent.rest.slice(sent.rest.indexOf(vendor) + vendor.length);
  const spoken = parseStatusWords(spokenPart);
  if ('kind' in spoken) return { problems: [spoken] };
  const rest = spokenPart.slice(spoken.end).trim();
  if (/[\p{L}\p{N}]/u.test(rest))
    return { problems: [{ kind: 'unclear-words', params: { written: rest, nearest: '' } }] };
  const { answer, problems } = finishStatus(spoken, notices, words);
  if (answer === undefined) return { problems };
  // Whoever recorded “investigating” is a coordinator, who knows what it becomes.
  const command: Command = {
    verb: 'record',
    vendor: vendor.toLowerCase(),
    answer,
    via: sent.via,
    on: dated.on,
  };
  return { command, problems: [] };
}

function lacksPart(
  vendor: string,
  via: Channel | undefined,
  on: Day | undefined,
): CommandProblem | undefined {
  const part =
    vendor === '' ? 'vendor' : via === undefined ? 'channel' : on === undefined ? 'date' : undefined;
  return part && { kind: 'record-lacks', params: { part } };
}

function cutDay(text: string): { rest: string; on?: Day; problem?: CommandProblem } {
  const found = /(?<![\d.])(\d{4})(?:-|\/|年)(\d{1,2})(?:-|\/|月)(\d{1,2})日?(?![\d.])/u.exec(text);
  if (found === null) return { rest: text };
  const [written, year = '', month = '', day = ''] = found;
  const on = parseDay(`${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`);
  const rest = `${text.slice(0, found.index)} ${text.slice(found.index + written.length)}`;
  return typeof on === 'string'
    ? { rest, on }
    : { rest, problem: { kind: 'wrong-date', params: { written } } };
}

function cutChannel(text: string): { rest: string; via?: Channel; problem?: CommandProblem } {
  const words = text.split(' ');
  const lower = words.map((word) => word.toLowerCase().replace(/(?:で|にて|経由|より)$/u, ''));
  const isChannel = (word: string | undefined): boolean =>
    word !== undefined && Object.hasOwn(CHANNEL_WORDS, word);
  const marker = lower.findIndex(
    (word, index) => word === 'via' || (word === 'by' && isChannel(lower[index + 1])),
  );
  const at = marker === -1 ? lower.findIndex(isChannel) : marker + 1;
  if (at === -1) return { rest: text };
  const word = lower[at] ?? '';
  const rest = words.filter((_, index) => index !== at && index !== marker).join(' ');
  if (isChannel(word)) return { rest, via: CHANNEL_WORDS[word] ?? 'github' };
  const meant = nearest(word, Object.keys(CHANNEL_WORDS)) ?? '';
  return { rest, problem: { kind: 'unknown-channel', params: { written: word, nearest: meant } } };
}
