import type { Rule } from './rule.ts';
import { type Step, stepsUsing, toText } from './workflow.ts';

const COMMIT = /^[0-9a-f]{40}$/;

/** Which code runs, and what is kept of it. */
export const ACTION_RULES: readonly Rule[] = [
  {
    name: 'pinned-action',
    sentence: 'A tag can be moved; the full commit cannot.',
    find: ({ steps, jobs }) =>
      [
        ...steps.map(({ at, uses }) => ({ at, uses })),
        ...jobs.map(({ at, data }) => ({ at, uses: toText(data['uses']) })),
      ]
        .filter(({ uses }) => uses !== '' && !COMMIT.test(uses.split('@')[1] ?? ''))
        .map(({ at }) => at),
  },
  {
    name: 'version-beside-the-pin',
    sentence: 'People and Dependabot read the version in a comment behind the commit.',
    find: ({ text }) =>
      text
        .split('\n')
        .filter((line) => /uses: \S+@[0-9a-f]{40}/.test(line) && !/ # v\d+\.\d+\.\d+$/.test(line)),
  },
  {
    name: 'known-publisher',
    sentence: 'Actions of GitHub itself are enough for us; each other publisher is one more to trust.',
    find: ({ steps }) =>
      steps.flatMap(({ at, uses }) => (uses === '' || uses.startsWith('actions/') ? [] : [at])),
  },
  {
    name: 'no-kept-credentials',
    sentence:
      'Without persist-credentials: false the token of the run lies in .git, where every later step finds it.',
    find: (workflow) =>
      places(stepsUsing(workflow, 'actions/checkout'), (step) => step.with['persist-credentials'] === false),
  },
  {
    name: 'no-stranger-checkout',
    sentence: 'The head of somebody’s branch is data; it is read through the API and never checked out.',
    find: (workflow) =>
      places(
        stepsUsing(workflow, 'actions/checkout'),
        (step) =>
          !/\$\{\{|refs\/pull/.test(toText(step.with['ref'])) &&
          step.with['allow-unsafe-pr-checkout'] === undefined,
      ),
  },
  {
    name: 'foreign-code-at-a-commit',
    sentence:
      'Of another repository we run one commit; what follows its branch is data, and says so by sparse-checkout.',
    find: (workflow) =>
      places(
        stepsUsing(workflow, 'actions/checkout').filter((step) => step.with['repository'] !== undefined),
        ({ with: given }) => isCommit(toText(given['ref'])) || given['sparse-checkout'] !== undefined,
      ),
  },
  {
    name: 'no-token-for-a-checkout',
    sentence:
      'All that we check out is public or our own; a token or key would end up on the disk of the run.',
    find: (workflow) =>
      places(
        stepsUsing(workflow, 'actions/checkout'),
        (step) => step.with['token'] === undefined && step.with['ssh-key'] === undefined,
      ),
  },
  {
    name: 'no-cache',
    sentence: 'A cache is written by one run and believed by another; an install takes a minute without.',
    find: ({ steps }) =>
      places(
        steps,
        ({ uses, with: given }) =>
          !uses.startsWith('actions/cache') &&
          given['cache'] === undefined &&
          (!uses.startsWith('actions/setup-node@') || given['package-manager-cache'] === false),
      ),
  },
  {
    name: 'node-version',
    sentence: 'The command line is TypeScript that Node 24 runs as it is.',
    find: (workflow) =>
      places(
        stepsUsing(workflow, 'actions/setup-node'),
        (step) => toText(step.with['node-version']) === '24',
      ),
  },
  {
    name: 'install-runs-nothing',
    sentence:
      'npm install --ignore-scripts --no-save with the lock file: no package runs while it is installed.',
    find: ({ steps }) => places(steps, ({ run }) => run.split('\n').every(isQuietInstall)),
  },
  {
    name: 'nothing-else-is-downloaded',
    sentence: 'Programs come with the lock file or the runner; npx, curl and the like bring others.',
    find: ({ steps }) =>
      places(steps, ({ run }) => !/\b(?:npx|curl|wget|pip|pipx|uvx|bunx|pnpm dlx)\b/.test(run)),
  },
  {
    name: 'short-lived-artifact',
    sentence: 'Every reader may download an artifact: it stays three days at most.',
    find: (workflow) =>
      places(stepsUsing(workflow, 'actions/upload-artifact'), (step) => {
        const days = step.with['retention-days'];
        return typeof days === 'number' && days >= 1 && days <= 3;
      }),
  },
  {
    name: 'whole-site-in-the-artifact',
    sentence: 'Artifacts leave out .well-known unless include-hidden-files says otherwise.',
    find: ({ steps }) =>
      places(
        steps.filter(({ uses, with: given }) => /^actions\/upload-/.test(uses) && given['path'] === 'dist'),
        (step) => step.with['include-hidden-files'] === true,
      ),
  },
];

function places(steps: readonly Step[], isRight: (step: Step) => boolean): string[] {
  return steps.filter((step) => !isRight(step)).map(({ at }) => at);
}

/** A commit, or the place for it in a template. */
function isCommit(ref: string): boolean {
  return ref === '{{commit}}' || COMMIT.test(ref);
}

function isQuietInstall(line: string): boolean {
  if (!/\bnpm (?:ci|i|install|add|exec)\b/.test(line)) return true;
  const [, rest = ''] = /\bnpm install\b(.*)$/.exec(line) ?? [];
  const given = rest.split(/\s+/).filter((word) => word !== '');
  return (
    given.includes('--ignore-scripts') &&
    given.includes('--no-save') &&
    given.every((word) => word.startsWith('--'))
  );
}
