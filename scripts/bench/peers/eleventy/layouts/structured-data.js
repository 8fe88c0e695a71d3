import { vendors, words } from './words.js';

/** What a page says of itself in the words of schema.org, as JSON for a script element. */
export function structuredDataOf(data, frame) {
  const { lang, trail = [] } = data;
  const steps = [{ label: words[lang].site.home, address: frame.homeAddress }, ...trail];
  const list = steps.map(({ label, address }, place) => ({
    '@type': 'ListItem',
    position: place + 1,
    name: label,
    item: frame.url + address,
  }));
  const page = data.id ? toArticle(data, frame) : describe(data, frame, 'CollectionPage');
  const graph = [page, { '@type': 'BreadcrumbList', itemListElement: list }];
  return JSON.stringify({ '@context': 'https://schema.org', '@graph': graph }).replaceAll(
    '<',
    String.raw`\u003c`,
  );
}

function describe({ lang, url, title, description }, frame, type) {
  const address = frame.url + url;
  return {
    '@type': type,
    '@id': address,
    url: address,
    name: title,
    description,
    inLanguage: lang,
    isPartOf: { '@id': `${frame.url}${frame.homeAddress}#site` },
  };
}

function toArticle(data, frame) {
  const cves = data.vulnerabilities.flatMap(({ cve }) => cve ?? []);
  const property = (propertyID, value) => ({ '@type': 'PropertyValue', propertyID, value });
  return {
    ...describe(data, frame, 'TechArticle'),
    headline: data.title,
    name: `${data.id} ${data.title}`,
    datePublished: data.publishedat,
    dateModified: data.updatedat,
    version: String(data.revisions.length),
    image: frame.url + data.picture.address,
    identifier: [
      property('advisory', data.id),
      ...cves.map((cve) => ({
        ...property('CVE', cve),
        url: `https://www.cve.org/CVERecord?id=${cve}`,
      })),
    ],
    publisher: { '@type': 'Organization', name: frame.publisher.name, url: `${frame.url}/` },
    isBasedOn: data.rows.flatMap(({ notices = [] }) => notices.map(({ url }) => url)),
    about: data.affected.slice(0, 20).map(({ product, software, vendor }) => ({
      '@type': software ? 'SoftwareApplication' : 'Thing',
      name: product,
      ...(software && { creator: { '@type': 'Organization', name: vendors[vendor][data.lang] } }),
    })),
  };
}
