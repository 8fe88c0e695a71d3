import { vendorsOf } from '#catalog/build-catalog.ts';
import { firstLanguage, localize } from '#domain/language.ts';
import { toCategoryDocument } from '#formats/csaf-provider/category-document.ts';
import { renderChangesCsv } from '#formats/csaf-provider/changes-csv.ts';
import { renderIndexTxt } from '#formats/csaf-provider/index-txt.ts';
import { toProviderMetadata } from '#formats/csaf-provider/provider-metadata.ts';
import { type ProviderUrls, PUBLIC_LABELS } from '#formats/csaf-provider/provider-tree.ts';
import { toRolieFeed } from '#formats/csaf-provider/rolie-feed.ts';
import { toServiceDocument } from '#formats/csaf-provider/service-document.ts';
import { formatJson } from '#formats/format-json.ts';
import { formatUrl } from '../addresses.ts';
import type { PlannedFile } from '../plan.ts';
import { vendorName } from '../vendor-name.ts';
import { planCsafFolders } from './csaf-folders.ts';
import { buildCsafTrees, type CsafTree } from './csaf-tree.ts';
import type { Exports } from './exports.ts';
import { planSecurityTxt } from './security-txt.ts';

/**
 * Everything of the CSAF provider beside the documents themselves: metadata, lists, feed and folder pages of each
 * version, and `security.txt`. Where nothing is published there is no provider yet, and `security.txt` names none.
 */
export function planCsafProvider(exports: Exports): PlannedFile[] {
  const trees = buildCsafTrees(exports);
  return [
    ...trees.flatMap((tree) => planTree(exports, tree)),
    ...planCsafFolders(exports, trees),
    planSecurityTxt(exports.index, trees),
  ];
}

function planTree(exports: Exports, tree: CsafTree): PlannedFile[] {
  const { site } = exports.index.catalog;
  const { version, documents, addresses } = tree;
  const name = localize(site.publisher.name, firstLanguage(site), site.languages).text;
  const title = `${name}: CSAF ${version} (TLP:${PUBLIC_LABELS[version]})`;
  const urls = urlsOf(exports, tree);
  const updated = documents[0].currentReleaseDate;
  const urlOf = ({ address }: { address: string }) => formatUrl(site, address);
  const facts = { version, urls, publisher: { ...site.publisher, name }, lastUpdated: updated };
  const feed = () => toRolieFeed({ version, title, urls, updated, documents, urlOf });
  return [
    planJson(addresses.metadata, () => toProviderMetadata(facts)),
    { ...planJson(addresses.feed, feed), basis: basisOfAll(exports) },
    planJson(addresses.service, () => toServiceDocument(title, urls)),
    planJson(addresses.category, () => toCategoryDocument(vendorNames(exports, tree))),
    planText(`${addresses.directory}index.txt`, 'text/plain', () => renderIndexTxt(documents)),
    planText(`${addresses.directory}changes.csv`, 'text/csv', () => renderChangesCsv(version, documents)),
  ];
}

function urlsOf({ index }: Exports, { addresses }: CsafTree): ProviderUrls {
  const { metadata, directory, feed, service, category } = addresses;
  const say = (address: string) => formatUrl(index.catalog.site, address);
  return {
    ...{ metadata: say(metadata), directory: say(directory), feed: say(feed) },
    ...{ service: say(service), category: say(category) },
  };
}

/** The vendors of all documents, each in the language of the document. */
function vendorNames({ index: { catalog } }: Exports, { documents }: CsafTree): string[] {
  return documents.flatMap(({ advisory, language }) =>
    vendorsOf(advisory).map((slug) => vendorName(catalog, slug, language).text),
  );
}

/** The feed tells of every advisory, so it is made again when any of them may have changed. */
function basisOfAll({ entries }: Exports): () => string {
  return () => entries.map(({ basis }) => basis()).join('\n');
}

function planJson(address: string, build: () => unknown): PlannedFile {
  return planText(address, 'application/json', () => formatJson(build()));
}

function planText(address: string, type: string, render: () => string): PlannedFile {
  return { kind: 'file', address, type, render };
}
