import type { AdvisoryView, Frame } from '#site/view.ts';

/**
 * The advisory as schema.org JSON-LD (TechArticle and BreadcrumbList), safe inside a script element:
 * `<` is written as an escape, so no text can close the element.
 */
export function structuredDataOf(view: AdvisoryView, frame: Frame): string {
  const url = frame.url + view.head.address;
  const article = {
    '@type': 'TechArticle',
    '@id': url,
    url,
    headline: view.title,
    name: `${view.id} ${view.title}`,
    description: view.head.description,
    inLanguage: frame.language,
    datePublished: view.publishedAt,
    dateModified: view.updatedAt,
    version: String(view.revision),
    identifier: [view.id, ...view.cves.map(({ id }) => id)].map(identifierOf),
    publisher: { '@type': 'Organization', name: frame.publisher.name },
    ...(frame.licence?.url && { license: frame.licence.url }),
    isBasedOn: view.vendors.flatMap(({ notices }) => notices.map((notice) => notice.url)),
  };
  const trail = {
    '@type': 'BreadcrumbList',
    itemListElement: view.head.trail.map(({ label, address }, index) => ({
      '@type': 'ListItem',
      position: index + 1,
      name: label,
      item: frame.url + address,
    })),
  };
  const document = { '@context': 'https://schema.org', '@graph': [article, trail] };
  return JSON.stringify(document).replaceAll('<', String.raw`\u003c`);
}

function identifierOf(id: string) {
  const kind = id.startsWith('CVE-') ? 'CVE' : 'advisory';
  return { '@type': 'PropertyValue', propertyID: kind, value: id };
}
