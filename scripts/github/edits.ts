import type { RoomComment } from '#coordination/comment.ts';
import type { GithubClient } from './client.ts';

/** Stands for accounts that were deleted. */
const GHOST = 'ghost';

/** Who wrote something, as REST tells it. */
export function authorOf(
  user: { login: string; type?: string } | null | undefined,
): Pick<RoomComment, 'author' | 'isBot'> {
  return { author: (user?.login ?? GHOST).toLowerCase(), isBot: user?.type === 'Bot' };
}

const EDITS = `query ($ids: [ID!]!) {
  nodes(ids: $ids) {
    ... on IssueComment { lastEditedAt editor { __typename login } }
    ... on Issue { lastEditedAt editor { __typename login } }
  }
}`;

interface Edits {
  nodes: readonly ({ lastEditedAt?: string | null; editor?: Editor | null } | null)[];
}
interface Editor {
  __typename: string;
  login: string;
}
/** As many as GitHub takes at once. */
const MOST_NODES = 100;

/** The last edit of a text. */
interface Edit {
  /** Login, lower case. */
  by: string;
  at: string;
}

/**
 * The last edit of each comment or issue that was edited. REST says only when something changed last, to the second, so
 * an edit in the second of the comment itself would pass unseen, and the closing of an issue would pass for an edit;
 * hence all are asked for.
 * @param ids node identifiers
 */
export async function findEdits(client: GithubClient, ids: readonly string[]): Promise<Map<string, Edit>> {
  const edits = new Map<string, Edit>();
  for (let from = 0; from < ids.length; from += MOST_NODES) {
    const some = ids.slice(from, from + MOST_NODES);
    const { nodes } = await client.graphql<Edits>(EDITS, { ids: some });
    for (const [index, id] of some.entries()) {
      const node = nodes[index];
      if (node?.lastEditedAt) edits.set(id, { by: loginOf(node.editor), at: node.lastEditedAt });
    }
  }
  return edits;
}

/** GraphQL leaves out the `[bot]` that REST writes behind the name of an App. */
function loginOf(editor: Editor | null | undefined): string {
  if (!editor) return GHOST;
  const login = editor.login.toLowerCase();
  return editor.__typename === 'Bot' && !login.endsWith('[bot]') ? `${login}[bot]` : login;
}
