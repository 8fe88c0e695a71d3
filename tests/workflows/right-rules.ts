import type { Rule } from './rule.ts';
import { type Mapping, type Place, type Workflow, expressionsOf, textsIn, toMapping } from './workflow.ts';

/** What a job may ask the right to write for. */
const WRITABLE: Readonly<Record<Place, readonly string[]>> = {
  site: ['actions', 'pages', 'id-token'],
  room: ['pull-requests', 'issues'],
  hub: [],
};

/** What the condition of a job must hold that runs for an event which anybody can cause. */
const NEEDED_CONDITIONS: Readonly<Record<string, readonly string[]>> = {
  issue_comment: ["github.event.issue.pull_request && github.event.comment.user.type != 'Bot'"],
  issues: ["github.event_name == 'issues' && github.event.issue.user.type != 'Bot'"],
};

/** Rights and secrets. */
export const RIGHT_RULES: readonly Rule[] = [
  {
    name: 'no-rights-at-the-top',
    sentence: 'permissions: {} at the top, so that a new job starts with nothing.',
    find: ({ data }) => {
      const { permissions } = data;
      const isEmpty = typeof permissions === 'object' && Object.keys(toMapping(permissions)).length === 0;
      return isEmpty && permissions !== null ? [] : ['permissions'];
    },
  },
  {
    name: 'rights-by-name',
    sentence: 'Each job names its rights one by one; read-all and write-all are more than anybody needs.',
    find: ({ jobs }) =>
      jobs.flatMap(({ at, data }) => (Object.keys(toMapping(data['permissions'])).length > 0 ? [] : [at])),
  },
  {
    name: 'few-rights-to-write',
    sentence: 'The site may deploy, a room may comment, the hub writes through its App alone.',
    find: (workflow) =>
      isForPulls(workflow)
        ? []
        : writesOf(workflow).filter((right) => !WRITABLE[workflow.place].includes(right)),
  },
  {
    name: 'pull-requests-only-read',
    sentence: 'What runs for a pull request runs a stranger’s code, so it has no right to write.',
    find: (workflow) => (isForPulls(workflow) ? writesOf(workflow) : []),
  },
  {
    name: 'no-secret-in-a-room',
    sentence: 'Vendors read a room and its runs; the token of the run is enough there.',
    find: ({ place, data }) => (place === 'room' ? secretsIn(data) : []),
  },
  {
    name: 'secret-behind-an-environment',
    sentence: 'A secret belongs to an environment that only the main branch may use.',
    find: ({ place, jobs }) =>
      place === 'room'
        ? []
        : jobs.flatMap(({ at, data }) =>
            secretsIn(data).length > 0 && data['environment'] === undefined ? [at] : [],
          ),
  },
  {
    name: 'secret-in-one-step',
    sentence:
      'A secret stands in the env of the one step that needs it, where an installed package cannot read it.',
    find: ({ place, data }) =>
      place === 'room'
        ? []
        : secretsIn(data).filter((path) => !/^jobs\.[^.]+\.(?:steps\.\d+\.env\.|secrets$)/.test(path)),
  },
  {
    name: 'no-inherited-secrets',
    sentence: 'secrets: inherit hands over all of them.',
    find: ({ jobs }) => jobs.flatMap(({ at, data }) => (data['secrets'] === 'inherit' ? [at] : [])),
  },
  {
    name: 'no-author-association',
    sentence:
      'author_association says too little and sometimes the wrong thing; hub.yaml says who may speak.',
    find: ({ data }) =>
      textsIn(data).flatMap(([path, text]) => (text.includes('author_association') ? [path] : [])),
  },
  {
    name: 'bots-are-not-answered',
    sentence:
      'A run that answers ignores bots, itself among them, and comments on issues that are no pull request.',
    find: ({ events, jobs }) =>
      jobs.flatMap(({ at, data }) => {
        const condition = String(data['if']);
        const needed = [...events.keys()].flatMap((event) => NEEDED_CONDITIONS[event] ?? []);
        return needed.every((part) => condition.includes(part)) ? [] : [at];
      }),
  },
  {
    name: 'no-pages-of-private-repositories',
    sentence: 'Pages of a room or a hub would be public.',
    find: ({ place, steps }) =>
      place === 'site' ? [] : steps.flatMap(({ at, uses }) => (/pages/.test(uses) ? [at] : [])),
  },
];

function isForPulls({ events }: Workflow): boolean {
  return events.has('pull_request');
}

function writesOf({ jobs }: Workflow): string[] {
  return jobs.flatMap(({ data }) =>
    Object.entries(toMapping(data['permissions'])).flatMap(([right, level]) =>
      level === 'write' ? [right] : [],
    ),
  );
}

function secretsIn(data: Mapping): string[] {
  return textsIn(data).flatMap(([path, text]) =>
    expressionsOf(text).some((inner) => /\bsecrets\b/.test(inner)) ? [path] : [],
  );
}
