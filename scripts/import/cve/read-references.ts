import { drop, items, member, type Place, retell, texts } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { addressTitle, readAddress } from '../facts/address.ts';
import { readLine } from '../facts/plain-line.ts';

export type DraftReference = NonNullable<DraftFacts['references']>[number];

interface CveReferences {
  readonly references: readonly DraftReference[];
  /** Those that the record calls advisories of the vendor. */
  readonly notices: readonly DraftReference[];
}

/** What kinds of documents are called for readers (CVE Record Format 5.1, `reference.tags`), the more telling first. */
const WORDS: Readonly<Record<string, string>> = {
  'vendor-advisory': 'Vendor advisory',
  'third-party-advisory': 'Third-party advisory',
  'government-resource': 'Government resource',
  patch: 'Patch',
  exploit: 'Exploit',
  mitigation: 'Mitigation',
  'technical-description': 'Technical description',
  'issue-tracking': 'Issue',
  'release-notes': 'Release notes',
  'mailing-list': 'Mailing list',
  'media-coverage': 'Press',
  'vdb-entry': 'Vulnerability database',
  'permissions-required': 'Permissions required',
  signature: 'Signature',
  product: 'Product',
  'customer-entitlement': 'For customers',
  'broken-link': 'Broken link',
  'not-applicable': 'Not applicable',
  related: 'Related',
};

/** The references of the containers, each address once. */
export function readReferences(containers: readonly Place[]): CveReferences {
  const seen = new Set<string>();
  const read = containers.flatMap((container) =>
    items(container, 'references').flatMap((place) => {
      const url = readAddress(place, 'url');
      if (url === undefined) return [];
      if (seen.has(url)) {
        drop(place, 'duplicate');
        return [];
      }
      seen.add(url);
      const tags = readTags(place);
      return [
        {
          reference: { title: readTitle(place, url, tags), url },
          isNotice: tags.includes('vendor-advisory'),
        },
      ];
    }),
  );
  return {
    references: read.filter(({ isNotice }) => !isNotice).map(({ reference }) => reference),
    notices: read.filter(({ isNotice }) => isNotice).map(({ reference }) => reference),
  };
}

/** Tags of the format; `x_refsource_MISC` and its like are how older records were converted. */
function readTags(place: Place): string[] {
  return texts(place, 'tags').filter((tag) => Object.hasOwn(WORDS, tag));
}

/** Tags that no title tells. */
function dropTags(place: Place, told?: string, after?: string): void {
  for (const tag of items(place, 'tags')) {
    const isInternal = typeof tag.value === 'string' && /^x_(?:refsource_|transferred$)/u.test(tag.value);
    if (tag.value !== told) drop(tag, isInternal ? 'internal' : 'no-place');
    else if (after !== undefined) retell(tag, after);
  }
}

function readTitle(place: Place, url: string, tags: readonly string[]): string {
  const name = readLine(place, 'name');
  const [word] = Object.keys(WORDS).filter((tag) => tags.includes(tag));
  const title = addressTitle(url, word === undefined ? undefined : WORDS[word]);
  const isTelling = name !== undefined && !/^(?:https?:\/\/\S*|[\d\s.-]*)$/iu.test(name);
  if (!isTelling) {
    dropTags(place, word, title);
    if (name !== undefined) retell(member(place, 'name'), title);
    return title;
  }
  dropTags(place, 'vendor-advisory');
  return name;
}
