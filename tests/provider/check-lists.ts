import { parseHTML } from 'linkedom';
import { type KnownDocument, meetDocument, note, type Provider, wantsCredentials } from './provider.ts';

/** The lists of one directory: what each of them names, as URLs. */
interface Lists {
  directory: string;
  index: string[];
  changes: [url: string, at: string][];
  pages: string[];
}

/** Requirements 12 to 14. Every document that a list names is met on the way, so that all can be compared in the end. */
export async function readLists(provider: Provider): Promise<Lists[]> {
  const { directories, problems } = provider;
  if (directories.length === 0) problems.add(12, 'no directory is named');
  const all: Lists[] = [];
  for (const directory of directories) {
    const index = await readIndex(provider, directory);
    const changes = await readChanges(provider, directory);
    const pages = await readPages(provider, directory);
    for (const url of index) await meetDocument(provider, 12, url);
    for (const [url] of changes) await meetDocument(provider, 13, url);
    for (const url of pages) await meetDocument(provider, 14, url);
    all.push({ directory, index, changes, pages });
  }
  return all;
}

/** Whether each list names every document of its directory that anything names, and tells its moment right. */
export function compareLists({ documents, problems }: Provider, all: readonly Lists[]): void {
  for (const { directory, index, changes, pages } of all) {
    const below = [...documents.values()].filter(({ url }) => url.startsWith(directory));
    const changed = changes.map(([url]) => url);
    problems.add(12, ...missing(below, index, 'index.txt'), ...repeated(index, 'index.txt'));
    problems.add(13, ...missing(below, changed, 'changes.csv'), ...repeated(changed, 'changes.csv'));
    problems.add(14, ...missing(below, pages, 'the folder page'));
    for (const [url, at] of changes) {
      const current = documents.get(url)?.json?.document?.tracking?.current_release_date;
      if (typeof current === 'string' && Date.parse(at) !== Date.parse(current))
        problems.add(13, `${url} changed at ${current}, not at ${at}`);
    }
  }
}

function missing(documents: readonly KnownDocument[], named: readonly string[], list: string): string[] {
  return documents.filter(({ url }) => !named.includes(url)).map(({ url }) => `${list} does not name ${url}`);
}

function repeated(named: readonly string[], list: string): string[] {
  return named
    .filter((url, place) => named.indexOf(url) !== place)
    .map((url) => `${list} names ${url} twice`);
}

/** Requirement 12: relative paths, one a line, none blank. */
async function readIndex(provider: Provider, directory: string): Promise<string[]> {
  const lines = await readLines(provider, 12, `${directory}index.txt`);
  return lines.flatMap((line) => toDocumentUrl(provider, 12, directory, line));
}

/** Requirement 13: two quoted fields a line, no heading, the latest first. */
async function readChanges(provider: Provider, directory: string): Promise<[string, string][]> {
  const lines = await readLines(provider, 13, `${directory}changes.csv`);
  const rows = lines.flatMap((line): [string, string][] => {
    const [, path, at = ''] = /^"([^"]*)","([^"]*)"$/u.exec(line) ?? [];
    const isInstant = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d+)?(?:Z|[+-]\d\d:\d\d)$/u.test(at);
    if (path === undefined || !isInstant || Number.isNaN(Date.parse(at))) {
      provider.problems.add(13, `changes.csv holds the line ${line}`);
      return [];
    }
    return toDocumentUrl(provider, 13, directory, path).map((url) => [url, at]);
  });
  const times = rows.map(([, at]) => Date.parse(at));
  if (times.some((time, place) => time > (times[place - 1] ?? Infinity)))
    provider.problems.add(13, 'changes.csv does not begin with the latest change');
  return rows;
}

async function readLines({ site, problems }: Provider, requirement: number, url: string): Promise<string[]> {
  const { status, bytes } = await site.get(url);
  if (status !== 200) problems.add(requirement, `${url} answers with ${status}`);
  return status === 200
    ? bytes
        .toString('utf8')
        .replace(/\r?\n$/u, '')
        .split(/\r?\n/u)
    : [];
}

function toDocumentUrl(
  { problems }: Provider,
  requirement: number,
  directory: string,
  path: string,
): string[] {
  const isPath = /^(?!\/)(?!.*\.\.)[^\s?#]+\.json$/u.test(path);
  if (!isPath) problems.add(requirement, `${directory} lists “${path}”, which is no path of a document`);
  return isPath ? [new URL(path, directory).href] : [];
}

/** Requirement 14: from the directory’s page, by links alone, every document below it. */
async function readPages(provider: Provider, directory: string): Promise<string[]> {
  const found = new Set<string>();
  const pages = new Set([directory]);
  for (const page of pages) {
    for (const href of await readLinks(provider, page)) {
      const url = new URL(href, page);
      const inside = url.href.startsWith(directory);
      if (inside && url.pathname.endsWith('/')) pages.add(note(provider, url.href));
      // A document counts where it stands: readers look for it on the page of its own folder.
      const isHere = new URL('.', url).href === page;
      if (isHere && url.pathname.endsWith('.json')) found.add(note(provider, url.href));
      const answer = await provider.site.get(url.href);
      if (url.origin === provider.site.origin && answer.status !== 200 && !wantsCredentials(answer))
        provider.problems.add(14, `${page} leads to ${url.href}, which answers with ${answer.status}`);
    }
  }
  return [...found];
}

async function readLinks({ site, problems }: Provider, page: string): Promise<string[]> {
  const { status, type, bytes } = await site.get(page);
  if (status !== 200 || !type.startsWith('text/html')) {
    problems.add(14, `${page} is no page`);
    return [];
  }
  const { document } = parseHTML(bytes.toString('utf8'));
  return [...document.querySelectorAll('a[href]')].map((link) => link.getAttribute('href') ?? '');
}
