import { cveUrl } from '#domain/identifiers.ts';
import type { Language } from '#domain/language.ts';
import { cleanText } from '#domain/xml-text.ts';
import { toUri } from '#formats/record/to-uri.ts';
import { readKnownIdentifier } from './known-identifier.ts';
import { say, tellName, type Telling } from './telling.ts';

/** A document that an advisory points to. */
export interface Link {
  kind: 'advisory' | 'vendor';
  /** Who publishes it; never empty, because readers take a link without a source for a weakness. */
  source: string;
  id?: string;
  title?: string;
  /** A URI by RFC 3986: the schema and its readers take no other address. */
  url: string;
}

/** The source of the links that name the advisory's own CVEs. */
export const CVE_SOURCE = 'CVE';

/**
 * Sources on which readers of JVN's files act: they look for a CVE behind the first four and fetch what stands behind
 * the last. No publisher's name may be mistaken for one.
 */
const RESERVED: ReadonlySet<string> = new Set([
  CVE_SOURCE,
  'NVD',
  'Common Vulnerabilities and Exposures (CVE)',
  'National Vulnerability Database (NVD)',
  'JPCERT-AT',
]);

/** What JVN's files call the source of a document that has no better one. */
const OTHER_DOCUMENT: Readonly<Record<Language, string>> = { ja: '関連文書', en: 'Related document' };

/** The advisory itself, its CVEs, related advisories whose address is known, vendors' notices and references. */
export function tellLinks(telling: Telling): Link[] {
  const { id, urls, vulnerabilities, related } = telling.record;
  const own = { id, url: urls[telling.language] };
  const links = [
    ...[own, ...related].flatMap((each) => toAdvisoryLink(telling, each)),
    ...vulnerabilities.flatMap(({ cve }) => (cve === undefined ? [] : toCveLink(cve))),
    ...tellNotices(telling),
    ...tellReferences(telling),
  ];
  return links.flatMap((link) => {
    const url = toUri(link.url);
    return url === undefined ? [] : [{ ...link, url }];
  });
}

function toAdvisoryLink(telling: Telling, { id, url }: { id: string; url?: string | undefined }): Link[] {
  const known = readKnownIdentifier(id);
  const address = url ?? known?.url;
  if (address === undefined) return [];
  const source = known?.source ?? toSource(telling, say(telling, telling.record.publisher.name));
  return [{ kind: 'advisory', source, id, url: address }];
}

function toCveLink(cve: string): Link {
  return { kind: 'advisory', source: CVE_SOURCE, id: cve, url: cveUrl(cve) };
}

function tellNotices(telling: Telling): Link[] {
  return telling.record.vendors.flatMap((vendor) =>
    vendor.notices.map(({ url, label }) => ({
      kind: 'vendor',
      source: toSource(telling, tellName(telling, vendor)),
      ...(label && { title: say(telling, label) }),
      url,
    })),
  );
}

function tellReferences(telling: Telling): Link[] {
  return telling.record.references.map(({ title, url, publisher }) => ({
    kind: 'advisory',
    source: toSource(telling, publisher ? say(telling, publisher) : ''),
    title: say(telling, title),
    url,
  }));
}

function toSource({ language }: Telling, name: string): string {
  const source = cleanText(name).trim();
  return source === '' || RESERVED.has(source) ? OTHER_DOCUMENT[language] : source;
}
