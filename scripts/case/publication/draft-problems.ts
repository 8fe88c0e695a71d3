import type { ContentProblem } from '#catalog/content.ts';
import { explainFinding } from '#lint/explain-finding.ts';
import { ruleByKind } from '#lint/rules.ts';
import type { Language } from '#domain/language.ts';
import type { CaseWords } from '../../words/case/case-words.ts';

/** What is wrong with a draft, each with its place, in the words of the check or in our own. */
export function wordDraftProblems(
  problems: readonly ContentProblem[],
  words: CaseWords,
  language: Language,
): string {
  return problems.map((problem) => wordProblem(problem, words, language)).join('\n');
}

function wordProblem(
  { kind, file, line, column, params }: ContentProblem,
  words: CaseWords,
  language: Language,
): string {
  const place = `  ${file}:${line}:${column}`;
  const own = words.draft[kind as keyof CaseWords['draft']] as
    ((params: ContentProblem['params']) => string) | undefined;
  if (own !== undefined) return `${place}  ${own(params)}`;
  const { code } = ruleByKind(kind);
  const { what, remedy } = explainFinding({ code, params }, language);
  return `${place}  ${code}  ${what} ${remedy}`;
}
