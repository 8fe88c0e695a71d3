import { toUtc } from '#domain/dates.ts';
import { renderPublished } from '#coordination/render-published.ts';
import { HostError } from '../host/host.ts';
import { CaseError } from './case-error.ts';
import { type Cases, type Desk, requireCase } from './desk.ts';
import { isOwn } from './own-comments.ts';
import type { Step } from './plan.ts';
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
  return [
    {
      does: words.publish.commit(site, branch),
      perform: async () => {
        if (await isLive(desk, cases, publication)) return;
        await commitFiles(desk, cases, publication, branch);
      },
    },
    {
      does: words.publish.request(site),
      perform: async () => {
        if (await isLive(desk, cases, publication)) return;
        await mergeBranch(desk, cases, publication, branch);
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

/** Files of the site at the head of its branch, below the paths of the publication. */
async function readLive(
  { host }: Desk,
  { settings }: Cases,
  { text }: Publication,
): Promise<ReadonlyMap<string, string>> {
  const { site, siteBranch, contentPath } = settings;
  const head = await host.findHead(site, siteBranch);
  const live = new Map<string, string>();
  if (head === undefined) return live;
  for (const path of text.files.keys()) {
    const found = (await host.readFiles(site, head, `${contentPath}/${path}`)).get(`${contentPath}/${path}`);
    if (found !== undefined) live.set(path, found);
  }
  return live;
}

async function isLive(desk: Desk, cases: Cases, publication: Publication): Promise<boolean> {
  const live = await readLive(desk, cases, publication);
  return [...textFiles(publication)].every(([path, text]) => live.get(path) === text);
}

/** The advisory and its translations. A vendor's file that the site has by now is the site's own and stays as it is. */
function textFiles({ text: { files } }: Publication): Map<string, string> {
  return new Map([...files].filter(([path]) => !path.startsWith('vendors/')));
}

/** What stands there already must be what we published last: somebody may have corrected the page in public. */
async function assertNotOverwritten(desk: Desk, cases: Cases, publication: Publication): Promise<void> {
  const { text, record } = publication;
  const { site, contentPath } = cases.settings;
  const live = (await readLive(desk, cases, publication)).get(text.path);
  if (live === undefined || live === text.files.get(text.path)) return;
  const commit = record.publications.at(-1)?.commit;
  const path = `${contentPath}/${text.path}`;
  if (commit !== undefined && (await desk.host.readFiles(site, commit, path)).get(path) === live) return;
  throw new CaseError('site-differs', { path: text.path, repo: site });
}

/** Nobody's name and no clock of a coordinator goes into the site's history. */
const SIGNATURE = { name: 'Kairan', email: 'kairan@users.noreply.example' };

async function commitFiles(
  desk: Desk,
  cases: Cases,
  publication: Publication,
  branch: string,
): Promise<void> {
  const { host } = desk;
  const { site, siteBranch, contentPath } = cases.settings;
  const from = await host.findHead(site, siteBranch);
  if (from === undefined) throw new HostError('missing', `${site} ${siteBranch}`);
  const known = await readLive(desk, cases, publication);
  const files = new Map(
    [...publication.text.files]
      .filter(([path]) => !(path.startsWith('vendors/') && known.has(path)))
      .map(([path, text]) => [`${contentPath}/${path}`, text]),
  );
  const expectedHead = await host.findHead(site, branch);
  if (expectedHead !== undefined && (await holds(desk, site, expectedHead, files))) return;
  await host.commit(site, branch, {
    expectedHead,
    from,
    files,
    message: titleOf(publication),
    signature: { ...SIGNATURE, at: toUtc(publication.at) },
  });
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
  branch: string,
): Promise<void> {
  const { site, siteBranch } = settings;
  const head = await host.findHead(site, branch);
  if (head === undefined) throw new HostError('missing', `${site} ${branch}`);
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
