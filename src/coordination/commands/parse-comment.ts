import { normalizeSource } from '#catalog/source.ts';
import type { CommandProblem, ParsedComment } from './command.ts';
import { type InertLine, readCommentParts, type SpokenPart } from './comment-parts.ts';
import { countMarks, MOST_MARKS, parseAnswerBlock } from './parse-answer-block.ts';
import { looksLikeCommand, parseCommand, type ParsedLine } from './parse-command.ts';
import { isReadable } from './readable-comment.ts';

/** The info string of a fenced block that holds an answer. */
const BLOCK_NAME = 'vendor-status';

/** What stands behind so many is not read: nobody would read the answers, and each costs a search for what was meant. */
const MOST_PROBLEMS = 20;

/** What the Markdown parser would see nothing in. */
const SILENT = /^[^/／`~]*$/u;

/**
 * What a comment says to us. The text may come from anybody: nothing throws, and nothing takes longer than its length.
 *
 * A command stands alone on a line of an ordinary paragraph (`comment-parts.ts`); its words may be English or Japanese,
 * in full-width letters or not. A fenced `vendor-status` block holds a long answer. Whatever looks like a command and
 * cannot be understood is a problem; other people's slash commands, and paths, are nothing.
 */
export function parseComment(body: string): ParsedComment {
  if (SILENT.test(body)) return { commands: [], problems: [] };
  const source = normalizeSource(body);
  if (!isReadable(source)) return { commands: [], problems: [{ kind: 'unreadable', params: {} }] };
  const { spoken, inert } = readCommentParts(source, BLOCK_NAME);
  const parsed: ParsedComment = { commands: [], problems: [] };
  let marks = 0;
  for (const part of spoken) {
    if (parsed.problems.length >= MOST_PROBLEMS) break;
    if (part.kind === 'block') marks += countMarks(part.text);
    if (marks <= MOST_MARKS) readPart(part, parsed);
    else parsed.problems.push({ kind: 'unreadable', params: {} });
  }
  if (parsed.commands.length === 0 && parsed.problems.length === 0) parsed.problems.push(...hint(inert));
  return parsed;
}

function readPart({ kind, text }: SpokenPart, { commands, problems }: ParsedComment): void {
  const { command, problems: found } = kind === 'line' ? parseCommand(text) : parseBlock(text);
  if (command !== undefined) commands.push(command);
  problems.push(...found.slice(0, MOST_PROBLEMS - problems.length));
}

function parseBlock(text: string): ParsedLine {
  const { answer, problems } = parseAnswerBlock(text);
  return answer === undefined ? { problems } : { command: { verb: 'status', answer }, problems };
}

/** The first line that would have been a command elsewhere. In a sentence it has to be a whole one. */
function hint(inert: readonly InertLine[]): CommandProblem[] {
  const meant = inert.find(({ place, text }) =>
    place === 'sentence' ? parseCommand(text).command !== undefined : looksLikeCommand(text),
  );
  if (meant === undefined) return [];
  return [{ kind: 'not-read', params: { place: meant.place, written: meant.text.trim().slice(0, 200) } }];
}
