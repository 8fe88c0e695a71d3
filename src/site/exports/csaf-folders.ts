import { firstLanguage, localize } from '#domain/language.ts';
import { PUBLIC_LABELS } from '#formats/csaf-provider/provider-tree.ts';
import { wordsOf } from '#i18n/words.ts';
import { homeAddress } from '../addresses.ts';
import type { PlannedFile } from '../plan.ts';
import type { CsafDocument } from './csaf-documents.ts';
import { type FolderPage, renderFolderPage } from './csaf-folder-page.ts';
import type { CsafTree } from './csaf-tree.ts';
import type { Exports } from './exports.ts';

type Folder = Pick<FolderPage, 'heading' | 'address'> &
  Partial<Pick<FolderPage, 'notes' | 'items' | 'documents'>>;

/**
 * A page for every folder of the provider, in the site's first language: its root, the directory of each version and its
 * years. Static hosts list no folders by themselves.
 */
export function planCsafFolders(exports: Exports, trees: readonly CsafTree[]): PlannedFile[] {
  const { site } = exports.index.catalog;
  const language = firstLanguage(site);
  const frame = {
    language,
    zone: site.timezone,
    siteTitle: localize(site.title, language, site.languages).text,
    homeAddress: homeAddress(site, language),
  };
  return trees.flatMap((tree) => {
    const years = [...Map.groupBy(tree.documents, ({ year }) => year)].toSorted(([a], [b]) => b - a);
    const folders = [
      rootFolder(frame.language, tree, trees),
      directoryFolder(frame.language, tree, years),
      ...years.map(([year, documents]) => yearFolder(frame.language, tree, year, documents)),
    ];
    return folders.map((folder): PlannedFile => {
      const page = { notes: [], items: [], documents: [], ...frame, ...folder };
      return { kind: 'file', address: page.address, type: 'text/html', render: () => renderFolderPage(page) };
    });
  });
}

type Language = FolderPage['language'];

function rootFolder(
  language: Language,
  { version, addresses }: CsafTree,
  trees: readonly CsafTree[],
): Folder {
  const { csafFolders: words } = wordsOf(language);
  const isStandard = version === '2.0';
  const nameOf = (address: string) => address.slice(addresses.root.length);
  const others = isStandard ? trees.filter((tree) => tree.version !== version) : [];
  return {
    heading: isStandard ? words.provider : words.experimentalProvider,
    address: addresses.root,
    notes: [words.lead, ...experimentNotes(language, version)],
    items: [
      { name: nameOf(addresses.directory), text: words.items.documents },
      ...others.map((other) => ({ name: nameOf(other.addresses.root), text: words.items.experimental })),
      { name: nameOf(addresses.metadata), text: words.items.metadata },
      { name: nameOf(addresses.feed), text: words.items.feed },
      { name: nameOf(addresses.service), text: words.items.service },
      { name: nameOf(addresses.category), text: words.items.category },
    ],
  };
}

function directoryFolder(
  language: Language,
  { version, addresses }: CsafTree,
  years: readonly [year: number, documents: readonly CsafDocument[]][],
): Folder {
  const { csafFolders: words } = wordsOf(language);
  return {
    heading: words.documents(version, PUBLIC_LABELS[version]),
    address: addresses.directory,
    notes: experimentNotes(language, version),
    items: [
      ...years.map(([year, documents]) => ({ name: `${year}/`, text: words.count(documents.length) })),
      { name: 'index.txt', text: words.items.index },
      { name: 'changes.csv', text: words.items.changes },
    ],
  };
}

function yearFolder(
  language: Language,
  { version, addresses }: CsafTree,
  year: number,
  documents: readonly CsafDocument[],
): Folder {
  const { csafFolders: words } = wordsOf(language);
  return {
    heading: words.documentsOf(version, year),
    address: `${addresses.directory}${year}/`,
    notes: [words.beside, ...experimentNotes(language, version)],
    documents,
  };
}

function experimentNotes(language: Language, version: CsafTree['version']): string[] {
  return version === '2.0' ? [] : [wordsOf(language).csafFolders.experimental];
}
