import { type z } from 'zod';
import {
  type Feed,
  feedSchema,
  looseMetadataSchema,
  type Metadata,
  metadataSchema,
} from './provider-schemas.ts';
import type { Answer, ServedSite } from './served-site.ts';
import { Problems } from './verdicts.ts';

/** What this check reads of a CSAF document; everything may be missing. */
export interface CsafShape {
  document?: {
    title?: unknown;
    distribution?: { tlp?: { label?: unknown } };
    tracking?: { id?: unknown; initial_release_date?: unknown; current_release_date?: unknown };
  };
}

/** A document that some list of the provider names. */
export interface KnownDocument {
  url: string;
  answer: Answer;
  /** Absent when it could not be read. */
  json?: CsafShape;
}

/** What a provider says of itself, as far as it could be read. All URLs have the scheme https; see `links`. */
export interface Provider {
  site: ServedSite;
  problems: Problems;
  /** Every URL as it was written. */
  links: Set<string>;
  metadataAnswer: Answer;
  metadata?: Metadata;
  /** With a slash at the end. */
  directories: string[];
  feeds: { url: string; label: string; feed?: Feed }[];
  documents: Map<string, KnownDocument>;
}

export const WELL_KNOWN = '/.well-known/csaf/provider-metadata.json';

/** Reads a provider's metadata and feeds, starting from nothing but its host. */
export async function openProvider(site: ServedSite): Promise<Provider> {
  const problems = new Problems();
  const links = new Set<string>();
  const metadataAnswer = await findMetadata(site);
  const provider: Provider = {
    ...{ site, problems, links, metadataAnswer },
    ...{ directories: [], feeds: [], documents: new Map() },
  };
  readJson(provider, 7, metadataAnswer, metadataSchema);
  // Metadata with a fault lead to the rest as far as they can, so that the rest is judged by itself.
  const metadata = looseMetadataSchema.safeParse(parseUtf8Json(metadataAnswer.bytes)).data;
  if (metadata === undefined) return provider;
  provider.metadata = metadata;
  note(provider, metadata.canonical_url);
  for (const { directory_url: directory, rolie } of metadata.distributions) {
    if (directory !== undefined) provider.directories.push(await openDirectory(provider, directory));
    for (const { url, tlp_label: label } of rolie?.feeds ?? []) {
      const answer = await site.get(note(provider, url));
      const feed = readJson(provider, 15, answer, feedSchema)?.feed;
      provider.feeds.push({ url: answer.url, label, ...(feed && { feed }) });
    }
  }
  return provider;
}

/** Asks for the address as it is written, and answers it with the slash that makes it a base of paths. */
async function openDirectory(provider: Provider, url: string): Promise<string> {
  const { url: asked } = await provider.site.get(note(provider, url));
  return asked.replace(/\/?$/u, '/');
}

/** The well-known address, or else the first that `security.txt` names. */
async function findMetadata(site: ServedSite): Promise<Answer> {
  const answer = await site.get(site.origin + WELL_KNOWN);
  if (answer.status === 200) return answer;
  const text = (await site.get(`${site.origin}/.well-known/security.txt`)).bytes.toString('utf8');
  const [, url] = /^CSAF:\s*(\S+)$/imu.exec(text) ?? [];
  return url === undefined ? answer : await site.get(toHttps(url));
}

/** Remembers URLs as they are written, and answers the first with the scheme https. */
export function note({ links }: Provider, ...urls: readonly [string, ...string[]]): string {
  for (const url of urls) links.add(url);
  return toHttps(urls[0]);
}

function toHttps(url: string): string {
  return url.replace(/^http:/u, 'https:');
}

/** Reads JSON of a fixed shape, with the very media type that readers ask for (§7.1.7 and the checker’s practice). */
export function readJson<Value>(
  { problems }: Provider,
  requirement: number,
  answer: Answer,
  schema: z.ZodType<Value>,
): Value | undefined {
  if (answer.status !== 200) {
    problems.add(requirement, `${answer.url} answers with ${answer.status}`);
    return undefined;
  }
  if (answer.type !== 'application/json') problems.add(7, `${answer.url} is sent as ${answer.type}`);
  const parsed = schema.safeParse(parseUtf8Json(answer.bytes));
  if (parsed.success) return parsed.data;
  problems.add(
    requirement,
    ...parsed.error.issues.map(({ path, message }) => `${answer.url}: ${path.join('/')}: ${message}`),
  );
  return undefined;
}

/** The value of JSON text in valid UTF-8, or undefined. */
function parseUtf8Json(bytes: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes));
  } catch {
    return undefined;
  }
}

/** Fetches a document that a list names; a list that names nothing breaks the requirement of that list. */
export async function meetDocument(provider: Provider, requirement: number, link: string): Promise<void> {
  const url = note(provider, link);
  const answer = await provider.site.get(url);
  if (answer.status !== 200 && !wantsCredentials(answer))
    provider.problems.add(requirement, `${url} answers with ${answer.status}`);
  const json = answer.status === 200 ? parseUtf8Json(answer.bytes) : undefined;
  const isObject = typeof json === 'object' && json !== null;
  provider.documents.set(url, { url, answer, ...(isObject && { json }) });
}

export function wantsCredentials({ status }: Answer): boolean {
  return status === 401 || status === 403;
}
