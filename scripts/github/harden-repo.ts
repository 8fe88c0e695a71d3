import type { GithubClient } from './client.ts';
import { splitRepo } from './repo-name.ts';

/** What a repository that holds embargoed text must be set to. A squash takes nothing over but the given subject. */
const SETTINGS = {
  default_branch: 'main',
  has_wiki: false,
  has_projects: false,
  allow_merge_commit: false,
  allow_rebase_merge: false,
  allow_squash_merge: true,
  squash_merge_commit_title: 'PR_TITLE',
  squash_merge_commit_message: 'BLANK',
} as const;

const ACTIONS = { enabled: true, allowed_actions: 'selected', sha_pinning_required: true } as const;
const SELECTED = { github_owned_allowed: true, verified_allowed: false, patterns_allowed: [] as string[] };
const WORKFLOWS = {
  default_workflow_permissions: 'read',
  can_approve_pull_request_reviews: false,
} as const;

/** Brings a private repository to our settings; sends only what differs. */
export async function hardenRepo(client: GithubClient, repo: string): Promise<void> {
  await hardenSettings(client, repo);
  await hardenActions(client, repo);
}

async function hardenSettings(client: GithubClient, repo: string): Promise<void> {
  const { data } = await client.rest.repos.get(splitRepo(repo));
  // Forks of a person's private repository cannot be forbidden, and GitHub refuses the attempt.
  const isOwnedByOrganisation = data.owner.type === 'Organization';
  const wanted = { ...SETTINGS, ...(isOwnedByOrganisation ? { allow_forking: false } : {}) };
  const change = differences(wanted, data);
  if (Object.keys(change).length > 0) await client.rest.repos.update({ ...splitRepo(repo), ...change });
}

async function hardenActions(client: GithubClient, repo: string): Promise<void> {
  const { actions } = client.rest;
  const at = splitRepo(repo);
  const allowed = (await actions.getGithubActionsPermissionsRepository(at)).data;
  if (differs(ACTIONS, allowed)) {
    await actions.setGithubActionsPermissionsRepository({ ...at, ...ACTIONS });
  }
  const selected = (await actions.getAllowedActionsRepository(at)).data;
  if (differs(SELECTED, { patterns_allowed: [], ...selected })) {
    await actions.setAllowedActionsRepository({ ...at, ...SELECTED });
  }
  const workflows = (await actions.getGithubActionsDefaultWorkflowPermissionsRepository(at)).data;
  if (differs(WORKFLOWS, workflows)) {
    await actions.setGithubActionsDefaultWorkflowPermissionsRepository({ ...at, ...WORKFLOWS });
  }
}

function differs(wanted: object, present: object): boolean {
  return Object.keys(differences(wanted, present)).length > 0;
}

function differences<Wanted extends object>(wanted: Wanted, present: object): Partial<Wanted> {
  const values = present as Readonly<Record<string, unknown>>;
  const wrong = Object.entries(wanted).filter(
    ([name, value]) => JSON.stringify(values[name]) !== JSON.stringify(value),
  );
  return Object.fromEntries(wrong) as Partial<Wanted>;
}
