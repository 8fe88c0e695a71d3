import { hash } from 'node:crypto';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { toProviderMetadata } from '#formats/csaf-provider/provider-metadata.ts';
import type { CsafVersion, ListedDocument } from '#formats/csaf-provider/provider-tree.ts';
import { toRolieFeed } from '#formats/csaf-provider/rolie-feed.ts';
import { renderFolderPage } from '#site/exports/csaf-folder-page.ts';
import { MARKER } from '#scripts/build/out-dir.ts';

const ORIGIN = 'https://vn.example';

/** The release of a document by its number: one a year, so that each has a folder of its own. */
function releaseOf(number: number): string {
  return `${2020 + number}-03-01T00:00:00Z`;
}

/**
 * Writes what signing sees of a built site: the marker, CSAF documents of both versions with their digests, folder
 * pages, feeds and metadata.
 * @param count documents of each version, released on 1 March 2021 and of each year after it
 */
export function writeCsafSite(outDir: string, count = 2): void {
  const write = (path: string, text: string): void => {
    const file = join(outDir, path);
    mkdirSync(dirname(file), { recursive: true });
    writeFileSync(file, text);
  };
  write(MARKER.address, MARKER.render());
  write('index.html', '<!doctype html><title>home</title>');
  writeTree(write, '2.0', '.well-known/csaf', 'white', count);
  writeTree(write, '2.1', '.well-known/csaf/v2.1', 'clear', count);
}

function writeTree(
  write: (path: string, text: string) => void,
  version: CsafVersion,
  root: string,
  label: string,
  count: number,
): void {
  const documents = Array.from({ length: count }, (_, i) => toListed(`${root}/${label}`, i + 1));
  for (const document of documents) writeDocument(write, document);
  const url = (name: string): string => `${ORIGIN}/${root}/${name}`;
  const urls = {
    metadata: url('provider-metadata.json'),
    directory: url(`${label}/`),
    feed: url(`feed-tlp-${label}.json`),
    service: url('service.json'),
    category: url(`category-${label}.json`),
  };
  const publisher = { category: 'coordinator', name: 'Example', namespace: ORIGIN, contact: 'a@vn.example' };
  const [updated, urlOf] = [releaseOf(count), ({ address }: ListedDocument) => ORIGIN + address];
  const feed = toRolieFeed({ version, title: 'Feed', urls, updated, documents, urlOf });
  const metadata = toProviderMetadata({ version, urls, publisher, lastUpdated: updated });
  write(`${root}/feed-tlp-${label}.json`, `${JSON.stringify(feed, null, 2)}\n`);
  write(`${root}/provider-metadata.json`, `${JSON.stringify(metadata, null, 2)}\n`);
}

function toListed(folder: string, number: number): ListedDocument {
  const released = releaseOf(number);
  const year = Number(released.slice(0, 4));
  return {
    trackingId: `XVN#${number}`,
    view: 'advisory',
    title: `脆弱性 ${number}`,
    language: 'ja',
    summary: '',
    year,
    fileName: `xvn_${number}.json`,
    address: `/${folder}/${year}/xvn_${number}.json`,
    initialReleaseDate: released,
    currentReleaseDate: released,
  };
}

function writeDocument(write: (path: string, text: string) => void, document: ListedDocument): void {
  const { address, fileName, trackingId, year, currentReleaseDate } = document;
  const path = address.slice(1);
  const tracking = { id: trackingId, current_release_date: currentReleaseDate };
  const text = `${JSON.stringify({ document: { tracking } }, null, 2)}\n`;
  write(path, text);
  for (const name of ['sha256', 'sha512']) write(`${path}.${name}`, `${hash(name, text)}  ${fileName}\n`);
  const page = renderFolderPage({
    ...{ language: 'ja', zone: 'Asia/Tokyo', heading: String(year), siteTitle: 'Example' },
    ...{ address: dirname(address), homeAddress: '/', notes: [], items: [], documents: [document] },
  });
  write(join(dirname(path), 'index.html'), page);
}
