import { toSchemaProblems } from '#catalog/schema-problems.ts';
import { findForbiddenCharacter, formatCodePoint } from '#domain/forbidden-character.ts';
import { type Answer, answerSchema } from '../answer.ts';
import type { CommandProblem, ValueReason } from './command.ts';

/** An answer that its schema accepts and that may be published, or all that is wrong with it. */
export function checkAnswer(data: unknown): { answer: Answer } | { problems: CommandProblem[] } {
  const { success, data: answer, error } = answerSchema.safeParse(data);
  if (!success) return { problems: toSchemaProblems(answerSchema, error, data).map(toCommandProblem) };
  const { statement = '', fixed = [], products = [] } = answer;
  const texts = [statement, ...fixed, ...products.flatMap(({ name, versions = '' }) => [name, versions])];
  const problem = findForbidden(texts.join(' '));
  return problem === undefined ? { answer } : { problems: [problem] };
}

/** The first character of a text that may not be published, as a problem. */
export function findForbidden(text: string): CommandProblem | undefined {
  const index = findForbiddenCharacter(text);
  if (index === -1) return undefined;
  return {
    kind: 'forbidden-character',
    params: { codePoint: formatCodePoint(text.codePointAt(index) ?? 0) },
  };
}

type SchemaProblem = ReturnType<typeof toSchemaProblems>[number];

const REASONS: ReadonlyMap<string, ValueReason> = new Map([
  ['schema-missing-key', 'missing'],
  ['schema-list', 'list'],
  ['schema-map', 'map'],
  ['schema-text', 'text'],
  ['schema-empty', 'empty'],
  ['schema-too-long', 'too-long'],
]);

function toCommandProblem({ kind, path, params }: SchemaProblem): CommandProblem {
  const word = (name: string): string => String(params[name] ?? '');
  if (kind === 'schema-unknown-key')
    return { kind: 'block-unknown-key', params: { key: word('key'), nearest: word('nearest') } };
  const [first] = path;
  if (first === 'status' && kind === 'schema-missing-key') return { kind: 'missing-status', params: {} };
  const expected = word('expected') || word('choices') || word('maximum');
  const reason = REASONS.get(kind) ?? 'value';
  return {
    kind: 'wrong-value',
    params: { key: path.join('.'), reason, received: word('received'), expected },
  };
}
