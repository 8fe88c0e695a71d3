/*
 * The part of schema.org's vocabulary that the site speaks (schema.org 29.0), written down from its type pages: every
 * type with its own properties, and the type that it specialises.
 */
const TYPES: Readonly<Record<string, { parent?: string; properties: readonly string[] }>> = {
  Thing: { properties: ['name', 'alternateName', 'description', 'identifier', 'image', 'url'] },
  Action: { parent: 'Thing', properties: ['target', 'query-input'] },
  SearchAction: { parent: 'Action', properties: ['query'] },
  Intangible: { parent: 'Thing', properties: [] },
  EntryPoint: { parent: 'Intangible', properties: ['urlTemplate', 'contentType'] },
  ItemList: { parent: 'Intangible', properties: ['itemListElement', 'numberOfItems', 'itemListOrder'] },
  BreadcrumbList: { parent: 'ItemList', properties: [] },
  ListItem: { parent: 'Intangible', properties: ['item', 'position'] },
  PropertyValue: { parent: 'Intangible', properties: ['propertyID', 'value'] },
  Organization: { parent: 'Thing', properties: ['email', 'legalName', 'logo'] },
  CreativeWork: {
    parent: 'Thing',
    properties: [
      ...['about', 'abstract', 'creativeWorkStatus', 'creator', 'dateModified', 'datePublished', 'headline'],
      ...[
        'encoding',
        'inLanguage',
        'isAccessibleForFree',
        'isBasedOn',
        'isPartOf',
        'license',
        'mainEntity',
        'mentions',
      ],
      ...['publisher', 'translationOfWork', 'version'],
    ],
  },
  Article: { parent: 'CreativeWork', properties: ['articleBody', 'articleSection', 'wordCount'] },
  TechArticle: { parent: 'Article', properties: ['dependencies', 'proficiencyLevel'] },
  SoftwareApplication: { parent: 'CreativeWork', properties: ['operatingSystem', 'softwareVersion'] },
  WebSite: { parent: 'CreativeWork', properties: ['issn', 'potentialAction'] },
  WebPage: { parent: 'CreativeWork', properties: ['breadcrumb', 'lastReviewed', 'primaryImageOfPage'] },
  AboutPage: { parent: 'WebPage', properties: [] },
  CollectionPage: { parent: 'WebPage', properties: [] },
  ContactPage: { parent: 'WebPage', properties: [] },
  SearchResultsPage: { parent: 'WebPage', properties: [] },
  DataCatalog: { parent: 'CreativeWork', properties: ['dataset'] },
  Dataset: { parent: 'CreativeWork', properties: ['distribution', 'includedInDataCatalog'] },
  DataFeed: { parent: 'Dataset', properties: ['dataFeedElement'] },
  MediaObject: { parent: 'CreativeWork', properties: ['contentUrl', 'encodingFormat'] },
  DataDownload: { parent: 'MediaObject', properties: [] },
};

/** Properties whose values are addresses of the web, absolute, or things. */
const ADDRESSES = ['url', 'image', 'license', 'item', 'contentUrl', 'isBasedOn', '@id'];
const MOMENTS = ['datePublished', 'dateModified'];

/** What is wrong in a JSON-LD document: unknown types and properties, relative addresses, wrong dates, empty values. */
export function findSchemaProblems(document: unknown): string[] {
  const { '@context': context, '@graph': graph } = document as Record<string, unknown>;
  return [
    ...(context === 'https://schema.org' ? [] : ['wrong context']),
    ...(Array.isArray(graph) && graph.length > 0
      ? graph.flatMap((thing) => checkThing(thing, ''))
      : ['no graph']),
  ];
}

function checkThing(thing: unknown, at: string): string[] {
  const {
    '@type': type,
    '@id': id,
    ...properties
  } = thing as Record<string, unknown> & {
    '@type'?: string;
    '@id'?: string;
  };
  if (type === undefined) return id !== undefined && isAbsolute(id) ? [] : [`${at}: neither type nor id`];
  const known = propertiesOf(type);
  if (known === undefined) return [`${at}: unknown type ${type}`];
  const here = `${at}/${type}`;
  return [
    ...(id === undefined || isAbsolute(id) ? [] : [`${here}: relative @id`]),
    ...Object.entries(properties).flatMap(([name, value]) => [
      ...(known.has(name) ? [] : [`${here}: no property ${name}`]),
      ...[value].flat().flatMap((each) => checkValue(name, each, `${here}.${name}`)),
      ...(Array.isArray(value) && value.length === 0 ? [`${here}: ${name} is empty`] : []),
    ]),
  ];
}

function checkValue(name: string, value: unknown, at: string): string[] {
  if (typeof value === 'object' && value !== null) return checkThing(value, at);
  const text = String(value);
  if (text === '' || text === 'undefined' || text === 'null') return [`${at}: empty`];
  if (ADDRESSES.includes(name) && !isAbsolute(text)) return [`${at}: relative address ${text}`];
  if (MOMENTS.includes(name) && Number.isNaN(Date.parse(text))) return [`${at}: no date ${text}`];
  return [];
}

function isAbsolute(address: string): boolean {
  return /^https?:\/\/[^/]/u.test(address) && URL.canParse(address);
}

function propertiesOf(type: string): Set<string> | undefined {
  const found = TYPES[type];
  if (found === undefined) return undefined;
  return new Set([...found.properties, ...(found.parent ? (propertiesOf(found.parent) ?? []) : [])]);
}
