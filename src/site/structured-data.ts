import { toInlineJson } from './inline-json.ts';
import type { PreviewView } from './preview.ts';
import type { AboutView, AdvisoryView, FeedsView, Frame, HomeView, View, ViewOf } from './view.ts';

/** A thing of schema.org: its type and properties, ready for JSON-LD. */
type Thing = Readonly<Record<string, unknown>> & { '@type': string };

/**
 * What a page says of itself as schema.org JSON-LD, safe inside a script element: `<` is written as an escape, so no
 * text can close the element. `undefined` for the page of unknown addresses and for what only authors see.
 *
 * schema.org has no type for an advisory; `TechArticle` is the nearest one.
 */
export function structuredDataOf(view: View | PreviewView, frame: Frame): string | undefined {
  if (view.kind === 'drafts' || view.kind === 'findings') return undefined;
  const things = [...thingsOf(view, frame), ...toTrail(view, frame)];
  if (things.length === 0) return undefined;
  const document = { '@context': 'https://schema.org', '@graph': things };
  return toInlineJson(document);
}

function thingsOf(view: View, frame: Frame): Thing[] {
  switch (view.kind) {
    case 'home':
      return [toSite(view, frame)];
    case 'advisory':
      return [toArticle(view, frame)];
    case 'index':
      return [toCollection(view, frame, { mainEntity: { '@type': 'ItemList', numberOfItems: view.count } })];
    case 'vendors':
      return [toCollection(view, frame, { mainEntity: { '@type': 'ItemList', numberOfItems: view.total } })];
    case 'vendor':
      return [toCollection(view, frame, { about: toVendor(view) })];
    case 'feeds':
      return [toCatalog(view, frame)];
    case 'about':
      return [toPage(view, frame)];
    case 'statistics':
    case 'exploit-times':
      return [{ '@type': 'WebPage', ...describePage(view, frame) }];
    case 'search':
      return [{ '@type': 'SearchResultsPage', ...describePage(view, frame) }];
    // Nothing about a list of people is told to machines, not even how long it is.
    case 'unreachable':
      return [{ '@type': 'WebPage', ...describePage(view, frame) }];
    case 'not-found':
      return [];
  }
}

function describePage({ head }: View, frame: Frame) {
  const url = frame.url + head.address;
  return {
    '@id': url,
    url,
    name: head.title,
    description: head.description,
    inLanguage: frame.language,
    isPartOf: { '@id': `${frame.url}${frame.homeAddress}#site` },
  };
}

function toPublisher({ publisher, url }: Frame): Thing {
  return { '@type': 'Organization', name: publisher.name, url: `${url}/` };
}

function toSite({ head }: HomeView, frame: Frame): Thing {
  const url = frame.url + head.address;
  const target = `${frame.url}${frame.searchAddress}?q={search_term_string}`;
  return {
    '@type': 'WebSite',
    '@id': `${url}#site`,
    url,
    name: frame.title,
    description: head.description,
    inLanguage: frame.language,
    publisher: toPublisher(frame),
    ...(frame.licence?.url !== undefined && { license: frame.licence.url }),
    potentialAction: {
      '@type': 'SearchAction',
      target: { '@type': 'EntryPoint', urlTemplate: target },
      'query-input': 'required name=search_term_string',
    },
  };
}

function toArticle(view: AdvisoryView, frame: Frame): Thing {
  const { translation, withdrawal } = view;
  const notices = view.vendors.flatMap((vendor) => vendor.notices.map(({ url }) => url));
  return {
    '@type': 'TechArticle',
    ...describePage(view, frame),
    headline: view.title,
    name: `${view.id} ${view.title}`,
    datePublished: view.publishedAt,
    dateModified: view.updatedAt,
    version: String(view.revision),
    ...(withdrawal && { creativeWorkStatus: 'Withdrawn' }),
    image: frame.url + view.head.picture.address,
    identifier: [
      { '@type': 'PropertyValue', propertyID: 'advisory', value: view.id },
      ...view.cves.map(({ id, url }) => ({ '@type': 'PropertyValue', propertyID: 'CVE', value: id, url })),
    ],
    publisher: toPublisher(frame),
    ...(frame.licence?.url !== undefined && { license: frame.licence.url }),
    ...toEncodings(view, frame),
    ...(notices.length > 0 && { isBasedOn: [...new Set(notices)] }),
    ...toAbout(view),
    ...(translation && { translationOfWork: { '@id': frame.url + translation.originalAddress } }),
  };
}

/** The same content in formats for machines. */
function toEncodings({ head }: AdvisoryView, frame: Frame): { encoding?: Thing[] } {
  const encoding = head.files.map(({ title, address, type }) => ({
    '@type': 'MediaObject',
    name: title,
    contentUrl: frame.url + address,
    encodingFormat: type,
  }));
  return encoding.length > 0 ? { encoding } : {};
}

/** So many products are named; a page about hundreds of them would carry them all once more. */
const MOST_PRODUCTS = 20;

/**
 * The affected products, each once. Only a package URL, or a CPE of an application or operating system, tells that a
 * product is software; of the others no more is said than that they are things.
 */
function toAbout({ products }: AdvisoryView): { about?: Thing[] } {
  const rows = Map.groupBy(products, ({ product, vendor }) => `${vendor.address}\n${product.text}`);
  const about = [...rows.values()].slice(0, MOST_PRODUCTS).flatMap(([row, ...more]): Thing[] => {
    if (row === undefined) return [];
    const name = row.product.text;
    if (![row, ...more].some(isSoftware)) return [{ '@type': 'Thing', name }];
    const creator = { '@type': 'Organization', name: row.vendor.name.text };
    return [{ '@type': 'SoftwareApplication', name, creator }];
  });
  return about.length > 0 ? { about } : {};
}

function isSoftware({ cpe, purl }: AdvisoryView['products'][number]): boolean {
  return purl !== undefined || /^cpe:2\.3:[ao]:/u.test(cpe ?? '');
}

function toCollection(view: View, frame: Frame, more: Readonly<Record<string, Thing>>): Thing {
  return { '@type': 'CollectionPage', ...describePage(view, frame), ...more };
}

function toVendor({ name, otherName, url }: ViewOf<'vendor'>): Thing {
  return {
    '@type': 'Organization',
    name: name.text,
    ...(otherName && { alternateName: otherName.text }),
    ...(url !== undefined && { url }),
  };
}

/** The feeds of the whole site; those of a year or a vendor are parts of them. */
function toCatalog(view: FeedsView, frame: Frame): Thing {
  return {
    '@type': 'DataCatalog',
    ...describePage(view, frame),
    publisher: toPublisher(frame),
    ...(frame.licence?.url !== undefined && { license: frame.licence.url }),
    dataset: view.site.map(({ label, feeds }) => ({
      '@type': 'DataFeed',
      name: `${frame.title}: ${label}`,
      description: `${frame.description} (${label})`,
      inLanguage: frame.language,
      isAccessibleForFree: true,
      distribution: feeds.map(({ type, address }) => ({
        '@type': 'DataDownload',
        encodingFormat: type,
        contentUrl: frame.url + address,
      })),
    })),
  };
}

/** Pages whose purpose schema.org has a type for. */
const PAGE_TYPES: Readonly<Partial<Record<string, string>>> = { about: 'AboutPage', contact: 'ContactPage' };

function toPage(view: AboutView, frame: Frame): Thing {
  return {
    '@type': PAGE_TYPES[view.slug] ?? 'WebPage',
    ...describePage(view, frame),
    dateModified: view.updatedOn,
  };
}

function toTrail({ head }: View, frame: Frame): Thing[] {
  if (head.trail.length === 0) return [];
  const itemListElement = head.trail.map(({ label, address }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name: label,
    item: frame.url + address,
  }));
  return [{ '@type': 'BreadcrumbList', itemListElement }];
}
