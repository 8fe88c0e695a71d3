import { record, records, refusal } from '../exchange.ts';
import type { Answer } from '../exchange.ts';
import type { Invitation, Place, Route, World } from '../world.ts';

/** Collaborators with their roles, and invitations that wait; the emulator lets people in at once. */
export const readerRoutes: readonly Route[] = [
  { method: 'GET', pattern: /^\/collaborators$/, answer: listCollaborators },
  { method: 'PUT', pattern: /^\/collaborators\/([^/]+)$/, answer: invite },
  { method: 'DELETE', pattern: /^\/collaborators\/([^/]+)$/, answer: remove },
  { method: 'GET', pattern: /^\/invitations$/, answer: listInvitations },
  { method: 'DELETE', pattern: /^\/invitations\/(\d+)$/, answer: withdraw },
];

const ROLES: Readonly<Record<string, string>> = { pull: 'read', push: 'write' };

/** What somebody may do: read, triage, write, maintain, admin, or nothing. */
export async function roleOf(world: World, repo: string, login: string): Promise<string | undefined> {
  const { status, body } = await world.ask('GET', `/repos/${repo}/collaborators/${login}/permission`);
  return status === 200 ? String(record(body)['role_name']) : undefined;
}

/** Lets somebody in who was invited. */
export async function acceptInvitation(world: World, repo: string, login: string): Promise<void> {
  const invitation = world.invitations.find(
    (one) => one.repo === repo && one.login === login && !one.isExpired,
  );
  if (invitation === undefined) throw new Error(`${login} was not invited to ${repo}`);
  const permission = invitation.permissions === 'read' ? 'pull' : 'push';
  await world.ask('PUT', `/repos/${repo}/collaborators/${login}`, { permission });
  world.invitations.splice(world.invitations.indexOf(invitation), 1);
}

/** As GitHub lists them: the owners of the organisation, too. */
async function listCollaborators({ world, question, repo }: Place): Promise<Answer> {
  const answer = await world.forward(question);
  if (answer.status !== 200) return answer;
  const outside = records(answer.body).map(({ login }) => String(login));
  const owners = repo.startsWith(`${world.seed.org}/`) ? world.seed.members : [repo.split('/')[0] ?? ''];
  const body = await Promise.all(
    [...new Set([...outside, ...owners])].map(async (login) => {
      const role = (await roleOf(world, repo, login)) ?? 'admin';
      return { ...(await findUser(world, login)), role_name: role };
    }),
  );
  return { status: 200, body };
}

async function invite({ world, question, repo, found: [login = ''] }: Place): Promise<Answer> {
  const user = await world.ask('GET', `/users/${login}`);
  if (user.status !== 200) return refusal(404, 'Not Found');
  // GitHub's default is the right to write.
  const permission = (record(question.body)['permission'] ?? 'push') as string;
  if ((await roleOf(world, repo, login)) !== undefined) {
    await world.ask('PUT', `/repos/${repo}/collaborators/${login}`, { permission });
    return { status: 204 };
  }
  const known = world.invitations.find((one) => one.repo === repo && one.login === login);
  const invitation: Invitation = known ?? {
    id: world.invitations.length + 101,
    repo,
    login,
    inviter: question.login ?? '',
    permissions: ROLES[permission] ?? permission,
    isExpired: false,
  };
  if (known === undefined) world.invitations.push(invitation);
  return { status: 201, body: await formatInvitation(world, invitation) };
}

async function remove({ world, question, repo, found: [login = ''] }: Place): Promise<Answer> {
  const waiting = world.invitations.findIndex((one) => one.repo === repo && one.login === login);
  if (waiting >= 0) world.invitations.splice(waiting, 1);
  return world.forward(question);
}

async function listInvitations({ world, repo }: Place): Promise<Answer> {
  const invitations = world.invitations.filter((one) => one.repo === repo);
  return { status: 200, body: await Promise.all(invitations.map((one) => formatInvitation(world, one))) };
}

function withdraw({ world, repo, found: [id] }: Place): Answer {
  const index = world.invitations.findIndex((one) => one.repo === repo && String(one.id) === id);
  if (index < 0) return refusal(404, 'Not Found');
  world.invitations.splice(index, 1);
  return { status: 204 };
}

async function formatInvitation(
  world: World,
  { id, repo, login, inviter, permissions, isExpired }: Invitation,
) {
  return {
    id,
    node_id: `RI_${id}`,
    repository: (await world.ask('GET', `/repos/${repo}`)).body,
    invitee: await findUser(world, login),
    inviter: await findUser(world, inviter),
    permissions,
    created_at: '2026-11-20T00:00:00Z',
    expired: isExpired,
    url: `${world.url}/user/repository_invitations/${id}`,
    html_url: `${world.url}/${repo}/invitations`,
  };
}

/** A short account of somebody. */
export async function findUser(world: World, login: string): Promise<Record<string, unknown>> {
  const { body } = await world.ask('GET', `/users/${login}`);
  return record(body);
}
