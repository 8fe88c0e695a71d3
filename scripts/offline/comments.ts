import { z } from 'zod';
import type { RoomComment } from '#coordination/comment.ts';
import { type Host, HostError } from '../host/host.ts';
import { type Folder, openBareRepo } from './bare-repo.ts';
import { changeDesk, type Desk, type DeskChange, openDesk, parseDeskFile } from './desk.ts';
import { requirePull } from './pull-requests.ts';
import { toLogin } from './safe-name.ts';

const commentSchema = z.strictObject({
  id: z.number().int().positive(),
  author: z.string(),
  body: z.string(),
  createdAt: z.string(),
  updatedAt: z.string(),
  editedBy: z.string().optional(),
  reactions: z.array(z.strictObject({ by: z.string(), reaction: z.string() })).default([]),
});
type Comment = z.infer<typeof commentSchema>;

/** What people do who have no account where there is no server: their comments are put into the folder for them. */
export interface CommentsOfOthers {
  commentAs: (repo: string, pull: number, login: string, body: string) => Promise<number>;
  editCommentAs: (repo: string, comment: number, login: string, body: string) => Promise<void>;
  deleteCommentAs: (repo: string, comment: number, login: string) => Promise<void>;
  /** Reactions to a comment, in the order in which they came. */
  listReactions: (repo: string, comment: number) => Promise<string[]>;
}

type OwnComments = Pick<Host, 'listComments' | 'createComment' | 'updateComment' | 'ensureReaction'>;

/** Comments on pull requests. */
export function commentsOf(folder: Folder): OwnComments & CommentsOfOthers {
  const { actor } = folder;
  return {
    listComments: async (repo, pull) => {
      const desk = await openDesk(await openBareRepo(folder, repo));
      await requirePull(desk, pull);
      return (await readComments(desk, pull)).map((comment) => toRoomComment(repo, comment));
    },
    createComment: (repo, pull, body) => addComment(folder, repo, pull, actor, body),
    commentAs: (repo, pull, login, body) => addComment(folder, repo, pull, toLogin(login), body),
    updateComment: (repo, id, body) => editComment(folder, repo, id, actor, body),
    editCommentAs: (repo, id, login, body) => editComment(folder, repo, id, toLogin(login), body),
    deleteCommentAs: (repo, id, login) =>
      changeComment(folder, repo, id, `delete comment ${id} as ${toLogin(login)}`, () => null),
    ensureReaction: (repo, id, reaction) =>
      changeComment(folder, repo, id, `react to comment ${id}`, ({ reactions, ...rest }) => {
        const isThere = reactions.some((one) => one.by === actor && one.reaction === reaction);
        return isThere ? undefined : { ...rest, reactions: [...reactions, { by: actor, reaction }] };
      }),
    listReactions: async (repo, id) => {
      const [, comment] = await requireComment(await openDesk(await openBareRepo(folder, repo)), id);
      return comment.reactions.map(({ reaction }) => reaction);
    },
  };
}

/** The comments of one pull request, or of all, the oldest first. */
export async function readComments(desk: Pick<Desk, 'read'>, pull?: number): Promise<Comment[]> {
  const files = await desk.read(pull === undefined ? 'comments' : `comments/${pull}`);
  const comments = [...files].map(([path, text]) => parseDeskFile(commentSchema, path, text));
  return comments.toSorted((a, b) => a.id - b.id);
}

function toRoomComment(repo: string, comment: Comment): RoomComment {
  const { id, author, body, createdAt, updatedAt, editedBy } = comment;
  const isBot = author.endsWith('[bot]');
  return { repo, id, author, isBot, body, createdAt, updatedAt, ...(editedBy && { editedBy }) };
}

async function addComment(
  folder: Folder,
  repo: string,
  pull: number,
  author: string,
  body: string,
): Promise<number> {
  const does = `comment on pull request ${pull}`;
  return changeDesk(folder, { repo, does }, async (desk) => {
    await requirePull(desk, pull);
    const id = desk.facts.lastComment + 1;
    const at = folder.now();
    const comment: Comment = { id, author, body, createdAt: at, updatedAt: at, reactions: [] };
    const files = new Map([[`comments/${pull}/${id}.json`, comment]]);
    return { result: id, facts: { ...desk.facts, lastComment: id }, files };
  });
}

function editComment(folder: Folder, repo: string, id: number, editor: string, body: string): Promise<void> {
  return changeComment(folder, repo, id, `edit comment ${id}`, (comment) =>
    comment.body === body ? undefined : { ...comment, body, updatedAt: folder.now(), editedBy: editor },
  );
}

/** @param change gives `undefined` when nothing is to be done, and `null` when the comment is to go */
async function changeComment(
  folder: Folder,
  repo: string,
  id: number,
  does: string,
  change: (comment: Comment) => Comment | null | undefined,
): Promise<void> {
  await changeDesk(folder, { repo, does }, async (desk): Promise<DeskChange<undefined>> => {
    const [path, comment] = await requireComment(desk, id);
    const changed = change(comment);
    if (changed === undefined) return { result: undefined };
    return { result: undefined, files: new Map([[path, changed ?? undefined]]) };
  });
}

async function requireComment(desk: Pick<Desk, 'read'>, id: number): Promise<[path: string, Comment]> {
  const files = await desk.read('comments');
  for (const [path, text] of files)
    if (path.endsWith(`/${id}.json`)) return [path, parseDeskFile(commentSchema, path, text)];
  throw new HostError('missing', `find comment ${id}`);
}
