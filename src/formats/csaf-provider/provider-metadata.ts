import { type CsafVersion, type ProviderUrls, PUBLIC_LABELS } from './provider-tree.ts';

/** The key with which documents are signed. */
export interface Signing {
  /** Upper-case hex without blanks. */
  fingerprint: string;
  /** Where the public key can be had, in ASCII armour. */
  keyUrl: string;
}

interface Publisher {
  category: string;
  name: string;
  namespace: string;
  contact_details?: string;
}

interface FeedReference {
  summary: string;
  tlp_label: string;
  url: string;
  last_updated?: string;
}

type Distribution =
  | { rolie: { feeds: FeedReference[]; categories: string[]; services: string[] } }
  | { directory_url: string }
  | { directory: { tlp_label: string; url: string } };

/** `provider-metadata.json` (CSAF 2.0 §7.1.7 and its provider schema; the schema of CSAF 2.1). */
export interface ProviderMetadata {
  $schema?: string;
  canonical_url: string;
  distributions: Distribution[];
  last_updated: string;
  list_on_CSAF_aggregators: boolean;
  metadata_version: CsafVersion;
  mirror_on_CSAF_aggregators: boolean;
  public_openpgp_keys?: { fingerprint: string; url: string }[];
  publisher: Publisher;
  role: 'csaf_provider' | 'csaf_trusted_provider';
}

/** What the metadata is made of. */
export interface ProviderFacts {
  version: CsafVersion;
  urls: ProviderUrls;
  publisher: { category: string; name: string; namespace: string; contact: string };
  /** The current release of the newest document; a clock would change the file with every build. */
  lastUpdated: string;
  signing?: Signing;
}

/**
 * Who provides which documents where. Aggregators are invited to 2.0 only, because 2.1 is no standard yet. How the
 * publisher is reached is left out of 2.1, whose drafts disagree about the field.
 */
export function toProviderMetadata(facts: ProviderFacts): ProviderMetadata {
  const { version, urls, publisher, lastUpdated, signing } = facts;
  const { category, name, namespace, contact } = publisher;
  const isStandard = version === '2.0';
  const metadata: ProviderMetadata = {
    ...(!isStandard && { $schema: 'https://docs.oasis-open.org/csaf/csaf/v2.1/schema/provider.json' }),
    canonical_url: urls.metadata,
    distributions: [toRolie(facts), toDirectory(version, urls.directory)],
    last_updated: lastUpdated,
    list_on_CSAF_aggregators: isStandard,
    metadata_version: version,
    mirror_on_CSAF_aggregators: isStandard,
    publisher: { category, ...(isStandard && { contact_details: contact }), name, namespace },
    role: 'csaf_provider',
  };
  return signing ? toTrustedProvider(metadata, signing) : metadata;
}

/**
 * The metadata of the same provider when every document is hashed and signed (CSAF 2.0 §7.2.3). A key that was named
 * before gives way to this one.
 */
export function toTrustedProvider(metadata: ProviderMetadata, signing: Signing): ProviderMetadata {
  const { publisher, ...rest } = metadata;
  return {
    ...rest,
    public_openpgp_keys: [{ fingerprint: signing.fingerprint, url: signing.keyUrl }],
    publisher,
    role: 'csaf_trusted_provider',
  };
}

function toRolie({ version, urls, lastUpdated }: ProviderFacts): Distribution {
  const label = PUBLIC_LABELS[version];
  const feed: FeedReference = {
    ...(version === '2.1' && { last_updated: lastUpdated }),
    summary: version === '2.0' ? `All TLP:${label} documents.` : `All TLP:${label} documents; experimental.`,
    tlp_label: label,
    url: urls.feed,
  };
  return { rolie: { categories: [urls.category], feeds: [feed], services: [urls.service] } };
}

function toDirectory(version: CsafVersion, url: string): Distribution {
  return version === '2.0'
    ? { directory_url: url }
    : { directory: { tlp_label: PUBLIC_LABELS[version], url } };
}
