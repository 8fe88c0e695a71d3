import { toUtc } from '#domain/dates.ts';
import { renderPublished } from '#coordination/render-published.ts';
import { HostError } from '../../host/host.ts';
import { CaseError } from '../case-error.ts';
import { type Cases, type Desk, requireCase } from '../desk.ts';
import { isOwn } from '../room/own-comments.ts';
import { assertNotOverwritten, isLive, readLive } from './live-text.ts';
import type { Step } from '../plan.ts';
import type { Publication } from './publication.ts';
import { recordPublished } from './record-published.ts';

/**
 * The steps of a publication through the site's repository: one fresh commit, a pull request, its merge. Nothing of the
 * room's history comes along, and nothing is pushed before the moment has come. Each step looks at what is there already.
 */
export async function requestSteps(desk: Desk, cases: Cases, publication: Publication): Promise<Step[]> {
  const { host, words } = desk;
  const { site, siteBranch } = cases.settings;
  const { slug, revision } = publication;
  const branch = revision === 1 ? `publish/${slug}` : `publish/${slug}-${revision}`;
  await assertNotOverwritten(desk, cases, publication);
  /** The commit that we made or looked at. Nothing that came to the branch later is merged. */
  let head: string | undefined;
  return [
    {
      does: words.publish.commit(site, branch),
      perform: async () => {
        if (await isLive(desk, cases, publication)) return;
        head = await ensureBranch(desk, cases, publication, branch);
      },
    },
    {
      does: words.publish.request(site),
      perform: async () => {
        if (head === undefined || (await isLive(desk, cases, publication))) return;
        await mergeBranch(desk, cases, publication, { branch, head });
      },
    },
    {
      does: words.publish.verify(site, siteBranch),
      perform: async () => {
        if (!(await isLive(desk, cases, publication)))
          throw new CaseError('not-verified', { path: publication.text.path, repo: site });
        if ((await host.listBranches(site)).includes(branch)) await host.deleteBranch(site, branch);
      },
    },
    ...closingSteps(desk, cases, publication),
    {
      // Last: a case whose ledger says so has nothing left to be done.
      does: words.publish.record,
      perform: async () => {
        const pull = await host.findPull(site, branch);
        await recordPublished(
          desk,
          cases,
          publication,
          pull?.merged ?? (await host.findHead(site, siteBranch)),
        );
      },
    },
  ];
}

/** Nobody's name and no clock of a coordinator goes into the site's history. */
const SIGNATURE = { name: 'Kairan', email: 'kairan@users.noreply.example' };

/**
 * The branch with our files and nothing else on top of the site's own, and its head. Whatever else stands on it, somebody's
 * or from a run that broke before the site moved on, would be merged too; so such a branch is made anew.
 */
async function ensureBranch(
  desk: Desk,
  cases: Cases,
  publication: Publication,
  branch: string,
): Promise<string> {
  const { host } = desk;
  const { site, siteBranch, contentPath } = cases.settings;
  const from = await host.findHead(site, siteBranch);
  if (from === undefined) throw new HostError('missing', `${site} ${siteBranch}`);
  const { texts, vendorFiles } = publication.text;
  const known = await readLive(desk, cases, publication);
  const files = new Map(
    [...texts, ...vendorFiles]
      .filter(([path]) => !(vendorFiles.has(path) && known.has(path)))
      .map(([path, text]) => [`${contentPath}/${path}`, text]),
  );
  const found = await host.findHead(site, branch);
  if (found !== undefined) {
    if (await addsOnly(desk, site, { from, to: found }, files)) return found;
    await host.deleteBranch(site, branch);
  }
  return await host.commit(site, branch, {
    expectedHead: undefined,
    from,
    files,
    message: titleOf(publication),
    signature: { ...SIGNATURE, at: toUtc(publication.at) },
  });
}

/** Whether two commits differ in these files alone, which the later one holds. */
async function addsOnly(
  desk: Desk,
  repo: string,
  { from, to }: { from: string; to: string },
  files: ReadonlyMap<string, string>,
): Promise<boolean> {
  const before = await desk.host.listTree(repo, from);
  const after = await desk.host.listTree(repo, to);
  const paths = new Set([...before.keys(), ...after.keys()]);
  const others = [...paths].filter((path) => !files.has(path));
  return others.every((path) => before.get(path) === after.get(path)) && (await holds(desk, repo, to, files));
}

async function holds(
  { host }: Desk,
  repo: string,
  commit: string,
  files: ReadonlyMap<string, string>,
): Promise<boolean> {
  for (const [path, text] of files) {
    if ((await host.readFiles(repo, commit, path)).get(path) !== text) return false;
  }
  return true;
}

function titleOf({ record, revision }: Publication): string {
  return revision === 1 ? `Publish ${record.id ?? ''}` : `Update ${record.id ?? ''}`;
}

async function mergeBranch(
  { host }: Desk,
  { settings }: Cases,
  publication: Publication,
  { branch, head }: { branch: string; head: string },
): Promise<void> {
  const { site, siteBranch } = settings;
  const found = await host.findPull(site, branch);
  const title = titleOf(publication);
  const pull =
    found?.state === 'open'
      ? found
      : await host.openPull(site, { branch, base: siteBranch, title, body: '', draft: false });
  await host.mergePull(site, pull.number, { head, subject: title });
}

/** Tells the room, and ends the pull request: it was never to be merged anywhere. */
function closingSteps(desk: Desk, cases: Cases, { record, revision }: Publication): Step[] {
  const { host, words, site } = desk;
  if (revision > 1) return [];
  return record.rooms.flatMap((room) => {
    const { repo, pull, closed } = room;
    if (pull === undefined || closed) return [];
    return [
      {
        does: words.publish.tellRoom(room.vendor),
        perform: async () => {
          const comments = await host.listComments(repo, pull);
          const body = renderPublished(requireCase(cases, record.code), site);
          const isTold = comments.some(
            (one) => isOwn(cases.settings, one) && one.body.trim() === body.trim(),
          );
          if (!isTold) await host.createComment(repo, pull, body);
          await host.closePull(repo, pull);
        },
      },
    ];
  });
}
