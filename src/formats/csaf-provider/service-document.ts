import type { ProviderUrls } from './provider-tree.ts';
import { CSAF_CATEGORY } from './rolie-feed.ts';

/** A ROLIE service document as JSON (RFC 8322; CSAF 2.0 §7.1.16). */
interface ServiceDocument {
  service: {
    workspace: {
      title: string;
      collection: {
        title: string;
        href: string;
        categories: { category: (typeof CSAF_CATEGORY)[] };
      }[];
    }[];
  };
}

/** The one feed that the provider has. */
export function toServiceDocument(feedTitle: string, urls: ProviderUrls): ServiceDocument {
  const collection = { title: feedTitle, href: urls.feed, categories: { category: [CSAF_CATEGORY] } };
  return { service: { workspace: [{ title: 'Public CSAF feed', collection: [collection] }] } };
}
