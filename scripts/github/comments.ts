import type { RoomComment } from '#coordination/comment.ts';
import type { Host } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { authorOf, findEdits } from './edits.ts';
import { splitRepo } from './repo-name.ts';

type Comments = Pick<Host, 'listComments' | 'createComment' | 'updateComment' | 'ensureReaction'>;

/** The conversation of a pull request. Comments on single lines are not part of it. */
export function commentsOf(client: GithubClient): Comments {
  return {
    listComments: (repo, pull) => listComments(client, repo, pull),
    createComment: async (repo, pull, body) => {
      const { data } = await client.rest.issues.createComment({
        ...splitRepo(repo),
        issue_number: pull,
        body,
      });
      return data.id;
    },
    updateComment: async (repo, comment, body) => {
      await client.rest.issues.updateComment({ ...splitRepo(repo), comment_id: comment, body });
    },
    ensureReaction: async (repo, comment, reaction) => {
      // GitHub keeps one reaction of a kind for each account, so this may be repeated.
      const at = { ...splitRepo(repo), comment_id: comment };
      await client.rest.reactions.createForIssueComment({ ...at, content: reaction });
    },
  };
}

async function listComments(client: GithubClient, repo: string, pull: number): Promise<RoomComment[]> {
  const question = { ...splitRepo(repo), issue_number: pull, per_page: 100 };
  const comments = await client.paginate(client.rest.issues.listComments, question);
  const nodes = comments.map(({ node_id: id }) => id);
  const edits = await findEdits(client, nodes);
  return comments.map(({ id, node_id: nodeId, user, body, created_at: createdAt, updated_at: updatedAt }) => {
    const edit = edits.get(nodeId);
    return {
      ...{ repo, id, ...authorOf(user) },
      body: body ?? '',
      createdAt,
      updatedAt,
      ...(edit && { editedBy: edit.by }),
    };
  });
}
