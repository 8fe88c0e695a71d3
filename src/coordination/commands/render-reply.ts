import type { Language } from '#domain/language.ts';
import type { CommandProblem } from './command.ts';
import { commandWords, type CommandWords } from './command-words.ts';
import { escapeComment } from './escape-comment.ts';
import type { Reply } from './reply.ts';

/** More are not read anyway. */
const MOST_PROBLEMS = 5;

/**
 * What we answer to a comment, as Markdown. Its author is called by name; everything that is quoted is escaped.
 * @param languages those of the site, all of which are used
 */
export function renderReply(
  reply: Pick<Reply, 'problems' | 'wantsHelp'>,
  author: string,
  languages: readonly Language[],
): string {
  const name = /^[a-z\d](?:[a-z\d-]{0,38})$/iu.test(author) ? `@${author}` : escapeComment(author);
  const parts = languages.map((language) => renderIn(commandWords[language], reply));
  return `${name}\n\n${parts.join('\n\n---\n\n')}\n`;
}

function renderIn(
  words: CommandWords,
  { problems, wantsHelp }: Pick<Reply, 'problems' | 'wantsHelp'>,
): string {
  const said = problems.slice(0, MOST_PROBLEMS).map((problem) => `- ${say(words, problem)}`);
  const left = problems.length > MOST_PROBLEMS ? ['- …'] : [];
  return [[...said, ...left].join('\n'), wantsHelp ? words.help : '']
    .filter((part) => part !== '')
    .join('\n\n');
}

/** Texts among the parameters are other people's, or words of ours that escaping leaves readable. */
function say(words: CommandWords, { kind, params }: CommandProblem): string {
  const sayKind = words.problems[kind] as (params: Record<string, string | number>) => string;
  const escaped = Object.entries(params).map(([name, value]) => [name, escapeParam(name, value)]);
  return sayKind(Object.fromEntries(escaped) as Record<string, string | number>).trim();
}

/** Words of our own vocabulary choose other words, or stand in code, and stay as they are. */
const OURS = new Set([
  'verb',
  'part',
  'place',
  'reason',
  'nearest',
  'row',
  'text',
  'code',
  'codePoint',
  'day',
]);

function escapeParam(name: string, value: string | number): string | number {
  return typeof value === 'number' || OURS.has(name) ? value : escapeComment(value);
}
