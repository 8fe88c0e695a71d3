import { join } from 'node:path';
import { z } from 'zod';
import { formatJson } from '#formats/format-json.ts';
import { type ProviderMetadata, toTrustedProvider } from '#formats/csaf-provider/provider-metadata.ts';
import { addSignatureLinks, type RolieFeed } from '#formats/csaf-provider/rolie-feed.ts';
import { addSignatureLinksToPage } from '#site/exports/csaf-folder-page.ts';
import { listFiles } from '../build/list-files.ts';
import { toOutputPath } from '../build/output-path.ts';
import { CSAF_FOLDER, type CsafTree, readText } from './csaf-tree.ts';
import { TreeError } from './tree-problem.ts';

/** A file as it stands in the tree once the tree is signed. */
export interface SignedFile {
  /** Below the output folder. */
  path: string;
  text: string;
}

/** What is read of metadata. Only looked at, never given on: a parsed copy would have its keys in another order. */
const metadataSchema = z.object({
  canonical_url: z.url(),
  distributions: z.array(
    z.object({ rolie: z.object({ feeds: z.array(z.object({ url: z.url() })) }).optional() }),
  ),
  public_openpgp_keys: z.array(z.object({ fingerprint: z.string(), url: z.url() })).optional(),
  role: z.enum(['csaf_provider', 'csaf_trusted_provider']),
});

/** What is read of a feed. */
const feedSchema = z.object({
  feed: z.object({
    entry: z.array(
      z.object({
        link: z.array(z.object({ rel: z.string(), href: z.url() })),
        content: z.object({ src: z.url() }),
      }),
    ),
  }),
});

/**
 * Reads a tree's provider metadata.
 * @throws {TreeError} when it is none
 */
export function loadMetadata(outDir: string, { metadata }: CsafTree): ProviderMetadata {
  const value = loadJson(outDir, metadata);
  if (!metadataSchema.safeParse(value).success) throw new TreeError('no-provider', metadata);
  return value as ProviderMetadata;
}

/** Where a public key stands in the site. */
export function keyPath(fingerprint: string): string {
  return `${CSAF_FOLDER}/openpgp/${fingerprint}.asc`;
}

/** The lists and pages of a tree when every document has its signature beside it, and last of all its metadata. */
export function toSignedProvider(outDir: string, tree: CsafTree, fingerprint: string): SignedFile[] {
  const metadata = loadMetadata(outDir, tree);
  const keyUrl = new URL(`/${keyPath(fingerprint)}`, metadata.canonical_url).href;
  const trusted = toTrustedProvider(metadata, { fingerprint, keyUrl });
  return [
    ...feedPaths(metadata).map((path) => toSignedFeed(outDir, tree, path)),
    ...folderPages(outDir, tree).map((path) => ({
      path,
      text: addSignatureLinksToPage(readText(outDir, path) ?? ''),
    })),
    { path: tree.metadata, text: formatJson(trusted) },
  ];
}

/** The feeds of the metadata as files of this site. */
function feedPaths({ distributions }: ProviderMetadata): string[] {
  return distributions
    .flatMap((each) => ('rolie' in each ? each.rolie.feeds : []))
    .map(({ url }) => pathOf(url));
}

function toSignedFeed(outDir: string, { documents }: CsafTree, path: string): SignedFile {
  const value = loadJson(outDir, path);
  if (!feedSchema.safeParse(value).success) throw new TreeError('missing', path);
  const feed = value as RolieFeed;
  const known = new Set(documents);
  const absent = feed.feed.entry.map(({ content }) => pathOf(content.src)).find((each) => !known.has(each));
  if (absent !== undefined) throw new TreeError('missing', absent);
  return { path, text: formatJson(addSignatureLinks(feed)) };
}

/** Where something of this site stands in the output folder, by its URL. */
function pathOf(url: string): string {
  return toOutputPath(new URL(url).pathname);
}

function folderPages(outDir: string, { folder }: CsafTree): string[] {
  return listFiles(join(outDir, folder))
    .filter((path) => /(?:^|\/)index\.html$/.test(path))
    .map((path) => `${folder}/${path}`);
}

function loadJson(outDir: string, path: string): unknown {
  const text = readText(outDir, path);
  if (text === undefined) throw new TreeError('missing', path);
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
