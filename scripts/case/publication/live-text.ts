import { CaseError } from '../case-error.ts';
import type { Cases, Desk } from '../desk.ts';
import { hashTexts } from './public-text.ts';
import type { Publication } from './publication.ts';

/** Files of the site at the head of its branch, by the paths of a publication and in their order. */
export async function readLive(
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

/** Whether the site holds the advisory and its translations as they are to be published. */
export async function isLive(desk: Desk, cases: Cases, publication: Publication): Promise<boolean> {
  const live = await readLive(desk, cases, publication);
  return [...publication.text.texts].every(([path, text]) => live.get(path) === text);
}

/**
 * What stands there already must be what we published last: somebody may have corrected a page in public.
 * @throws {CaseError} that names the first text that is neither that nor the new one
 */
export async function assertNotOverwritten(
  desk: Desk,
  cases: Cases,
  publication: Publication,
): Promise<void> {
  const { record, text } = publication;
  const found = await readLive(desk, cases, publication);
  const live = new Map([...found].filter(([path]) => text.texts.has(path)));
  const last = record.publications.at(-1);
  if (hashTexts(live) === last?.text) return;
  for (const [path, words] of live) {
    if (words === text.texts.get(path)) continue;
    if ((await readPublished(desk, cases, path, last?.commit)) !== words)
      throw new CaseError('site-differs', { path, repo: cases.settings.site });
  }
}

async function readPublished(
  { host }: Desk,
  { settings: { site, contentPath } }: Cases,
  name: string,
  commit: string | undefined,
): Promise<string | undefined> {
  const path = `${contentPath}/${name}`;
  return commit === undefined ? undefined : (await host.readFiles(site, commit, path)).get(path);
}
