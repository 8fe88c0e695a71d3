import { HostError } from '#scripts/host/host.ts';
import type { Host } from '#scripts/host/host.ts';
import type { GithubClient } from './client.ts';
import { splitRepo } from './repo-name.ts';
import { unlessMissing } from './unless-missing.ts';

type Readers = Pick<Host, 'listReaders' | 'ensureReader' | 'removeReader'>;

interface Invitation {
  id: number;
  login: string;
  canOnlyRead: boolean;
  isExpired: boolean;
}

/** Who may read a repository. Rights are read from GitHub's roles, never from an association of an author. */
export function readersOf(client: GithubClient): Readers {
  return {
    listReaders: (repo) => listReaders(client, repo),
    ensureReader: (repo, login) => ensureReader(client, repo, login.toLowerCase()),
    removeReader: (repo, login) => removeReader(client, repo, login.toLowerCase()),
  };
}

async function listReaders(client: GithubClient, repo: string): Promise<string[]> {
  const present = (await listCollaborators(client, repo)).filter(({ isOwner }) => !isOwner);
  const invited = (await listInvitations(client, repo)).filter(({ isExpired }) => !isExpired);
  return [...new Set([...present, ...invited].map(({ login }) => login))].sort();
}

async function ensureReader(client: GithubClient, repo: string, login: string): Promise<void> {
  const present = (await listCollaborators(client, repo)).find((one) => one.login === login);
  if (present?.isOwner === true || present?.canOnlyRead === true) return;
  const open = (await listInvitations(client, repo)).filter((one) => one.login === login);
  if (open.some(({ isExpired, canOnlyRead }) => !isExpired && canOnlyRead)) return;
  await assertRoles(client, repo);
  // An invitation that has run out, or offers more than reading, stands in the way of a new one.
  await withdraw(client, repo, open);
  // GitHub's default is the right to write.
  await client.rest.repos.addCollaborator({ ...splitRepo(repo), username: login, permission: 'pull' });
}

/** A person's repository has no roles: whoever is invited may write. */
async function assertRoles(client: GithubClient, repo: string): Promise<void> {
  const { data } = await client.rest.repos.get(splitRepo(repo));
  if (data.owner.type === 'Organization') return;
  const cause = 'Only repositories of organisations can be opened for reading alone.';
  throw new HostError('refused', 'PUT /repos/{owner}/{repo}/collaborators/{username}', { cause });
}

async function removeReader(client: GithubClient, repo: string, login: string): Promise<void> {
  const invited = (await listInvitations(client, repo)).filter((one) => one.login === login);
  await withdraw(client, repo, invited);
  await unlessMissing(client.rest.repos.removeCollaborator({ ...splitRepo(repo), username: login }));
}

async function withdraw(
  client: GithubClient,
  repo: string,
  invitations: readonly Invitation[],
): Promise<void> {
  for (const { id } of invitations) {
    await unlessMissing(client.rest.repos.deleteInvitation({ ...splitRepo(repo), invitation_id: id }));
  }
}

async function listCollaborators(client: GithubClient, repo: string) {
  const question = { ...splitRepo(repo), affiliation: 'all', per_page: 100 } as const;
  const people = await client.paginate(client.rest.repos.listCollaborators, question);
  return people.map(({ login, role_name: role }) => ({
    login: login.toLowerCase(),
    isOwner: role === 'admin',
    canOnlyRead: role === 'read',
  }));
}

async function listInvitations(client: GithubClient, repo: string): Promise<Invitation[]> {
  const question = { ...splitRepo(repo), per_page: 100 };
  const invitations = await client.paginate(client.rest.repos.listInvitations, question);
  return invitations.flatMap(({ id, invitee, permissions, expired }) => {
    if (invitee === null) return [];
    const canOnlyRead = permissions === 'read';
    return [{ id, login: invitee.login.toLowerCase(), canOnlyRead, isExpired: expired === true }];
  });
}
