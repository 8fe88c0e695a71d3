import { record } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Place, Route, Run } from '../world.ts';

/** What a new repository of GitHub starts with. */
const DEFAULTS: Readonly<Record<string, object>> = {
  permissions: { enabled: true, allowed_actions: 'all', sha_pinning_required: false },
  'permissions/selected-actions': {
    github_owned_allowed: false,
    verified_allowed: false,
    patterns_allowed: [],
  },
  'permissions/workflow': {
    default_workflow_permissions: 'write',
    can_approve_pull_request_reviews: false,
  },
};

/** Settings and runs of Actions, which the emulator does not have. */
export const actionsRoutes: readonly Route[] = [
  { method: 'GET', pattern: /^\/actions\/runs$/, answer: listRuns },
  ...Object.keys(DEFAULTS).flatMap((topic): Route[] => {
    const pattern = new RegExp(`^/actions/(${topic})$`);
    return [
      { method: 'GET', pattern, answer: getSettings },
      { method: 'PUT', pattern, answer: putSettings },
    ];
  }),
];

function getSettings({ world, repo, found: [topic = ''] }: Place): Answer {
  return { status: 200, body: world.actions.get(`${repo} ${topic}`) ?? DEFAULTS[topic] };
}

function putSettings({ world, question, repo, found: [topic = ''] }: Place): Answer {
  world.actions.set(`${repo} ${topic}`, { ...DEFAULTS[topic], ...record(question.body) });
  return { status: 204 };
}

async function listRuns({ world, repo }: Place): Promise<Answer> {
  const { body: repository } = await world.ask('GET', `/repos/${repo}`);
  const runs = world.runs.filter((run) => run.repo === repo);
  const body = runs.map((run) => formatRun(`${world.url}/repos/${repo}/actions/runs`, run, repository));
  return { status: 200, body: { total_count: runs.length, workflow_runs: body } };
}

function formatRun(base: string, { number, name, title }: Run, repository: unknown) {
  const url = `${base}/${number}`;
  const links = ['jobs', 'logs', 'check_suite', 'cancel', 'rerun', 'artifacts', 'workflow'];
  return {
    id: number,
    node_id: `WFR_${number}`,
    name,
    display_title: title,
    run_number: number,
    head_branch: 'main',
    head_sha: '0'.repeat(40),
    path: '.github/workflows/build.yml',
    event: 'push',
    status: 'completed',
    conclusion: 'success',
    workflow_id: 1,
    url,
    html_url: url,
    created_at: '2026-11-20T00:00:00Z',
    updated_at: '2026-11-20T00:00:00Z',
    head_commit: null,
    head_repository: repository,
    repository,
    pull_requests: [],
    ...Object.fromEntries(links.map((link) => [`${link}_url`, `${url}/${link}`])),
  };
}
