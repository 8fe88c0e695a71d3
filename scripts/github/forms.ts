import { toFormId, toIssueNumber } from '#coordination/comment.ts';
import { type Host, HostError, type HostForm } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { authorOf, findEdits } from './edits.ts';
import { splitRepo } from './repo-name.ts';

/** Issues that people write with a form. */
export function formsOf(client: GithubClient): Pick<Host, 'listForms' | 'closeForm'> {
  return {
    listForms: (repo) => listForms(client, repo),
    closeForm: async (repo, form) => {
      const number = toIssueNumber(form);
      if (number === undefined)
        throw new HostError('missing', 'PATCH /repos/{owner}/{repo}/issues/{issue_number}');
      const done = { state: 'closed', state_reason: 'completed' } as const;
      await client.rest.issues.update({ ...splitRepo(repo), issue_number: number, ...done });
    },
  };
}

async function listForms(client: GithubClient, repo: string): Promise<HostForm[]> {
  const order = { state: 'all', sort: 'created', direction: 'asc', per_page: 100 } as const;
  const issues = await client.paginate(client.rest.issues.listForRepo, { ...splitRepo(repo), ...order });
  // At GitHub a pull request is an issue, too.
  const forms = issues.filter((issue) => !issue.pull_request);
  const nodes = forms.map(({ node_id: id }) => id);
  const edits = await findEdits(client, nodes);
  return forms.map(({ number, node_id: nodeId, user, body, state, created_at: createdAt }) => {
    const edit = edits.get(nodeId);
    return {
      ...{ repo, id: toFormId(number), isForm: true, isOpen: state === 'open', ...authorOf(user) },
      body: body ?? '',
      createdAt,
      updatedAt: edit?.at ?? createdAt,
      ...(edit && { editedBy: edit.by }),
    };
  });
}
