import { toCpeUri } from '#domain/cpe-uri.ts';
import type { Instant } from '#domain/dates.ts';
import { tellLinks, type Link } from '#formats/myjvn/links.ts';
import { formatScore, formatSeverity, toJvnScores } from '#formats/myjvn/scores.ts';
import { say, tellMoment, tellOverview, tellVendor, type Telling } from '#formats/myjvn/telling.ts';
import { tellWeaknesses } from '#formats/myjvn/weaknesses.ts';
import { xml, xmlIfAny, type XmlNode } from '#formats/xml/xml-node.ts';

/**
 * An advisory as an item, its elements in the order of jvnrss_3.2.xsd. A withdrawn one keeps its identifiers and links
 * and names neither products nor scores any more.
 */
export function toJvnrssItem(telling: Telling): XmlNode {
  const { record, language } = telling;
  const url = record.urls[language] ?? '';
  const isValid = record.state !== 'withdrawn';
  const updated = toMinute(tellMoment(telling, record.updatedAt));
  return xml(
    'item',
    [
      xml('title', say(telling, record.title)),
      xml('link', url),
      xml('description', tellOverview(telling)),
      xml('dc:language', language),
      xml('dc:publisher', say(telling, record.publisher.name)),
      ...xmlIfAny('dc:rights', record.licence && say(telling, record.licence.name)),
      xml('dc:identifier', record.id),
      xml('sec:identifier', record.id),
      ...tellLinks(telling).map(toReference),
      ...toWeaknessReferences(telling),
      ...(isValid ? [...toProducts(telling), ...toScores(telling)] : []),
      xml('dc:date', updated),
      xml('dcterms:issued', toMinute(tellMoment(telling, record.publishedAt))),
      xml('dcterms:modified', updated),
    ],
    { 'rdf:about': url },
  );
}

/** The dates of items have no seconds: go-cve-dictionary reads them by the layout `2006-01-02T15:04-07:00` alone. */
function toMinute(moment: Instant): string {
  return moment.replace(/:\d{2}(?=[+-]\d{2}:\d{2}$)/u, '');
}

function toReference({ source, id, title, url }: Link): XmlNode {
  return xml('sec:references', url, {
    source,
    ...(id !== undefined && { id }),
    ...(title !== undefined && { title }),
  });
}

/** A weakness is told by having no source. */
function toWeaknessReferences(telling: Telling): XmlNode[] {
  return tellWeaknesses(telling).map(({ id, name, url }) =>
    xml('sec:references', url, { id, title: name === undefined ? id : `${name}(${id})` }),
  );
}

/** Each CPE once, with the first product that has it. */
function toProducts(telling: Telling): XmlNode[] {
  const byUri = new Map<string, XmlNode>();
  for (const product of telling.record.products) {
    const uri = product.cpe === undefined ? undefined : toCpeUri(product.cpe);
    if (uri === undefined || byUri.has(uri)) continue;
    const names = { vendor: tellVendor(telling, product), product: say(telling, product.name) };
    byUri.set(uri, xml('sec:cpe', uri, { version: '2.2', ...names }));
  }
  return [...byUri.values()];
}

function toScores({ record }: Telling): XmlNode[] {
  return toJvnScores(record).map((score) =>
    xml('sec:cvss', [], {
      version: score.version,
      score: formatScore(score),
      type: 'Base',
      severity: formatSeverity(score),
      vector: score.vector,
    }),
  );
}
