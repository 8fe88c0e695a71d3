import type { csafFolders as japanese } from '../ja/csaf-folders.ts';

/** What the folder pages of the CSAF provider say, in English. */
export const csafFolders: typeof japanese = {
  elsewhere: 'Elsewhere',
  up: 'Folder above',
  provider: 'Advisories as CSAF documents',
  experimentalProvider: 'Advisories as CSAF 2.1 documents (experimental)',
  documents: (version, label) => `CSAF ${version} documents (TLP:${label})`,
  documentsOf: (version, year) => `CSAF ${version} documents of ${year}`,
  lead: 'Advisories for machines, as documents of the Common Security Advisory Framework (CSAF).',
  beside: 'Digests beside each document tell whether a file arrived as it was published.',
  experimental:
    'CSAF 2.1 is not a standard yet. These documents are experimental and may change without notice; those of CSAF 2.0 are authoritative.',
  count: (count) => (count === 1 ? '1 document' : `${count} documents`),
  views: {
    advisory: 'The whole advisory',
    vex: 'VEX: which products are affected',
  },
  inLanguage: (view, language) => `${view} (${language})`,
  changed: (moment) => `last changed ${moment}`,
  items: {
    metadata: 'who provides the documents, and where they stand',
    service: 'ROLIE service document',
    category: 'ROLIE category document',
    feed: 'ROLIE feed of all documents',
    documents: 'the documents by year',
    experimental: 'the documents in CSAF 2.1, experimental',
    index: 'the names of all documents',
    changes: 'when each document changed, the latest first',
  },
};
