import type { RoomComment } from '#coordination/comment.ts';
import type { Host } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
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
  const editors = await findEditors(
    client,
    comments.map(({ node_id: id }) => id),
  );
  return comments.map(({ id, node_id: nodeId, user, body, created_at: createdAt, updated_at: updatedAt }) => {
    const editedBy = editors.get(nodeId);
    return {
      repo,
      id,
      author: (user?.login ?? GHOST).toLowerCase(),
      isBot: user?.type === 'Bot',
      body: body ?? '',
      createdAt,
      updatedAt,
      ...(editedBy === undefined ? {} : { editedBy }),
    };
  });
}

/** Stands for accounts that were deleted. */
const GHOST = 'ghost';

const EDITORS = `query ($ids: [ID!]!) {
  nodes(ids: $ids) { ... on IssueComment { lastEditedAt editor { __typename login } } }
}`;

interface Editors {
  nodes: readonly ({ lastEditedAt?: string | null; editor?: Editor | null } | null)[];
}
interface Editor {
  __typename: string;
  login: string;
}
/** As many as GitHub takes at once. */
const MOST_NODES = 100;

/**
 * Who edited which comment last. REST says only when, to the second, so an edit in the second of the comment itself
 * would pass unseen; hence all comments are asked for.
 */
async function findEditors(client: GithubClient, ids: readonly string[]): Promise<Map<string, string>> {
  const editors = new Map<string, string>();
  for (let from = 0; from < ids.length; from += MOST_NODES) {
    const some = ids.slice(from, from + MOST_NODES);
    const { nodes } = await client.graphql<Editors>(EDITORS, { ids: some });
    for (const [index, id] of some.entries()) {
      const node = nodes[index];
      if (node?.lastEditedAt) editors.set(id, loginOf(node.editor));
    }
  }
  return editors;
}

/** GraphQL leaves out the `[bot]` that REST writes behind the name of an App. */
function loginOf(editor: Editor | null | undefined): string {
  if (!editor) return GHOST;
  const login = editor.login.toLowerCase();
  return editor.__typename === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login;
}
