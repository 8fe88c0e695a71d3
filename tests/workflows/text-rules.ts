import type { Rule } from './rule.ts';
import { type Workflow, expressionsOf, textsIn, toMapping, toText } from './workflow.ts';

/** Parts of an event that somebody wrote: comments, titles, branch names, what a caller sent. */
const WRITTEN_BY_PEOPLE =
  /github\.(?:head_ref|ref_name|ref\b|event\.(?!(?:issue|pull_request)\.number|issue\.pull_request|(?:comment|issue)\.user\.type))|\binputs\b|toJSON/i;

/** What a person reads of a run before opening it. */
const NAME_PATHS =
  /^(?:name|run-name|concurrency(?:\.group)?|jobs\.[^.]+\.(?:name|concurrency(?:\.group)?|environment(?:\.name)?))$/;

/** What reaches a shell, and what everybody sees. */
export const TEXT_RULES: readonly Rule[] = [
  {
    name: 'no-expression-in-a-script',
    sentence:
      'An expression is pasted into a script before the shell reads it; use env, or read $GITHUB_EVENT_PATH.',
    find: ({ data }) =>
      textsIn(data).flatMap(([path, text]) => (isScript(path) && text.includes('${{') ? [path] : [])),
  },
  {
    name: 'no-user-text-in-a-name',
    sentence:
      'Names of runs, jobs and groups are read by everybody who sees the repository, so nobody’s text stands there.',
    find: (workflow) => userTexts(workflow, (path) => NAME_PATHS.test(path)),
  },
  {
    name: 'no-user-text-elsewhere',
    sentence: 'What people wrote is read from $GITHUB_EVENT_PATH by the program, and nowhere else.',
    find: (workflow) =>
      userTexts(workflow, (path) => !NAME_PATHS.test(path) && !isScript(path) && !isRef(path)),
  },
  {
    name: 'constant-run-name',
    sentence:
      'Without a run-name, GitHub shows a title or a commit message; rooms and hub say one word always.',
    find: ({ place, data }) =>
      place === 'site' || /^[\w -]+$/.test(toText(data['run-name']).replaceAll(/\$\{\{.*?\}\}/gs, 'x'))
        ? []
        : ['run-name'],
  },
  {
    name: 'condition-is-one-expression',
    sentence: 'A condition with text beside its expression is a text, and a text is always true.',
    find: ({ data }) =>
      textsIn(data).flatMap(([path, text]) =>
        /(?:^|\.)if$/.test(path) && !/^\$\{\{(?:(?!\}\}).)*\}\}$/s.test(text.trim()) ? [path] : [],
      ),
  },
  {
    name: 'shell-stops-at-errors',
    sentence: 'With shell: bash a script ends at the first error, in a pipe too.',
    find: ({ data }) => {
      const shell = toMapping(toMapping(data['defaults'])['run'])['shell'];
      return shell === 'bash' ? [] : ['defaults.run.shell'];
    },
  },
  {
    name: 'no-ignored-failure',
    sentence: 'continue-on-error shows a failure as a success.',
    find: ({ jobs, steps }) =>
      [...jobs, ...steps].flatMap(({ at, data }) => (data['continue-on-error'] === undefined ? [] : [at])),
  },
  {
    name: 'no-written-environment',
    sentence: 'What a script writes to GITHUB_ENV or GITHUB_PATH decides what later steps run.',
    find: ({ steps }) => steps.flatMap(({ at, run }) => (/GITHUB_(?:ENV|PATH)\b/.test(run) ? [at] : [])),
  },
];

/** The script of a step, or of an action that takes one. */
function isScript(path: string): boolean {
  return /\.steps\.\d+\.(?:run|with\.script)$/.test(path);
}

/** `no-stranger-checkout` looks at these. */
function isRef(path: string): boolean {
  return path.endsWith('.with.ref');
}

function userTexts({ data }: Workflow, isMeant: (path: string) => boolean): string[] {
  return textsIn(data).flatMap(([path, text]) => {
    const expressions = /(?:^|\.)if$/.test(path) ? [text] : expressionsOf(text);
    return isMeant(path) && expressions.some((inner) => WRITTEN_BY_PEOPLE.test(inner)) ? [path] : [];
  });
}
