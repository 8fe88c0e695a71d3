import {
  type CsafVersion,
  HASH_ENDINGS,
  type ListedDocument,
  type ProviderUrls,
  PUBLIC_LABELS,
  SIGNATURE_ENDING,
} from './provider-tree.ts';

interface FeedLink {
  rel: 'self' | 'service' | 'hash' | 'signature';
  href: string;
}

interface FeedEntry {
  id: string;
  title: string;
  link: FeedLink[];
  published: string;
  updated: string;
  summary?: { content: string };
  content: { type: 'application/json'; src: string };
  format: { schema: string; version: CsafVersion };
}

/** A ROLIE feed as JSON (RFC 8322; CSAF 2.0 §7.1.15 and its ROLIE schema). Readers refuse fields beyond these. */
export interface RolieFeed {
  feed: {
    id: string;
    title: string;
    link: FeedLink[];
    category: { scheme: string; term: string }[];
    updated: string;
    entry: FeedEntry[];
  };
}

const SCHEMAS: Readonly<Record<CsafVersion, string>> = {
  '2.0': 'https://docs.oasis-open.org/csaf/csaf/v2.0/csaf_json_schema.json',
  '2.1': 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/csaf.json',
};

/** What the category of every CSAF feed and collection says. */
export const CSAF_CATEGORY = { scheme: 'urn:ietf:params:rolie:category:information-type', term: 'csaf' };

/** What a feed is made of. */
export interface FeedFacts {
  version: CsafVersion;
  title: string;
  urls: ProviderUrls;
  /** The current release of the newest document. */
  updated: string;
  documents: readonly ListedDocument[];
  /** Where a document stands, as an absolute URL. */
  urlOf: (document: ListedDocument) => string;
  /** True when every document has its signature beside it. */
  signed?: boolean;
}

/** The feed of all documents that everybody may see. */
export function toRolieFeed(facts: FeedFacts): RolieFeed {
  const { version, title, urls, updated, documents, urlOf } = facts;
  const feed: RolieFeed = {
    feed: {
      id: `csaf-feed-tlp-${PUBLIC_LABELS[version].toLowerCase()}`,
      title,
      link: [
        { rel: 'self', href: urls.feed },
        { rel: 'service', href: urls.service },
      ],
      category: [CSAF_CATEGORY],
      updated,
      entry: documents.map((document) => toEntry(version, document, urlOf(document))),
    },
  };
  return facts.signed === true ? addSignatureLinks(feed) : feed;
}

/** The same feed when every document has its signature beside it; one that names them already stays as it is. */
export function addSignatureLinks({ feed }: RolieFeed): RolieFeed {
  return {
    feed: {
      ...feed,
      entry: feed.entry.map((entry) => ({
        ...entry,
        link: [
          ...entry.link.filter(({ rel }) => rel !== 'signature'),
          { rel: 'signature', href: entry.content.src + SIGNATURE_ENDING },
        ],
      })),
    },
  };
}

function toEntry(version: CsafVersion, document: ListedDocument, url: string): FeedEntry {
  const { trackingId, title, summary, initialReleaseDate, currentReleaseDate } = document;
  return {
    id: trackingId,
    title,
    link: [
      { rel: 'self', href: url },
      ...HASH_ENDINGS.map((ending): FeedLink => ({ rel: 'hash', href: url + ending })),
    ],
    published: initialReleaseDate,
    updated: currentReleaseDate,
    ...(summary !== '' && { summary: { content: summary } }),
    content: { type: 'application/json', src: url },
    format: { schema: SCHEMAS[version], version },
  };
}
