import { type CsafVersion, PUBLIC_LABELS } from '#formats/csaf-provider/provider-tree.ts';
import { type CsafDocument, listCsafDocuments } from './csaf-documents.ts';
import { csafAddress } from './export-addresses.ts';
import type { Exports } from './exports.ts';

/** The documents of one version of CSAF, and the site paths of what lists them. */
export interface CsafTree {
  version: CsafVersion;
  /** The latest release first; at least one. */
  documents: readonly [CsafDocument, ...CsafDocument[]];
  addresses: {
    /** The folder of metadata, feed, service and category document. */
    root: string;
    metadata: string;
    feed: string;
    service: string;
    category: string;
    /** The folder of index.txt, changes.csv and the folders of years. */
    directory: string;
  };
}

/** The trees in which something is published: that of 2.0, which is authoritative, before the one of 2.1. */
export function buildCsafTrees(exports: Exports): CsafTree[] {
  const all = listCsafDocuments(exports);
  return (['2.0', '2.1'] as const).flatMap((version) => {
    const [first, ...rest] = all.filter((document) => document.version === version);
    return first ? [{ version, documents: [first, ...rest], addresses: csafTreeAddresses(version) }] : [];
  });
}

/** Where the provider’s files of one version stand, if there are any. */
export function csafTreeAddresses(version: CsafVersion): CsafTree['addresses'] {
  const folder = version === '2.0' ? [] : [`v${version}`];
  const label = PUBLIC_LABELS[version].toLowerCase();
  return {
    root: csafAddress(folder, '/'),
    metadata: csafAddress([...folder, 'provider-metadata.json']),
    feed: csafAddress([...folder, `feed-tlp-${label}.json`]),
    service: csafAddress([...folder, 'service.json']),
    category: csafAddress([...folder, `category-${label}.json`]),
    directory: csafAddress([...folder, label], '/'),
  };
}
