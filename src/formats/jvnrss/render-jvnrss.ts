import { compareInstants, toZone } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import type { Site } from '#domain/site.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { renderXml } from '#formats/xml/render-xml.ts';
import { xml, xmlIfAny, type XmlNode } from '#formats/xml/xml-node.ts';
import { toJvnrssItem } from './jvnrss-item.ts';

/** What a JVNRSS feed says of itself; addresses are absolute. */
export interface JvnrssChannel {
  url: string;
  homeUrl: string;
  title: string;
  description: string;
  language: Language;
  publisher: string;
  rights?: string;
  /** The IANA time zone on whose clock moments are written. */
  zone: string;
  /** That of the security elements. */
  namespace: Site['jvnrss']['namespace'];
}

/**
 * Advisories as JVNRSS 3.2 (RSS 1.0 with mod_sec), in the order given, in the shape that readers of JVN iPedia's feeds
 * parse. Every advisory must be written in the channel's language.
 */
export function renderJvnrss(channel: JvnrssChannel, records: readonly AdvisoryRecord[]): string {
  const { language, zone, namespace } = channel;
  const items = records.map((record) => toJvnrssItem({ record, language, zone }));
  return renderXml(
    xml('rdf:RDF', [toChannel(channel, records), ...items], {
      xmlns: 'http://purl.org/rss/1.0/',
      'xmlns:rdf': 'http://www.w3.org/1999/02/22-rdf-syntax-ns#',
      'xmlns:dc': 'http://purl.org/dc/elements/1.1/',
      'xmlns:dcterms': 'http://purl.org/dc/terms/',
      'xmlns:sec': namespace,
      'xml:lang': language,
    }),
  );
}

function toChannel(channel: JvnrssChannel, records: readonly AdvisoryRecord[]): XmlNode {
  const { url, homeUrl, title, description, language, publisher, rights } = channel;
  const items = records.flatMap(({ urls }) => urls[language] ?? []);
  return xml(
    'channel',
    [
      xml('title', title),
      xml('link', homeUrl),
      xml('description', description),
      xml('dc:language', language),
      xml('dc:publisher', publisher),
      ...xmlIfAny('dc:rights', rights),
      ...toDates(channel, records),
      xml('items', [
        xml(
          'rdf:Seq',
          items.map((item) => xml('rdf:li', [], { 'rdf:resource': item })),
        ),
      ]),
    ],
    { 'rdf:about': url },
  );
}

/** As old as its latest change, to the second; an empty feed has no date. */
function toDates({ zone }: JvnrssChannel, records: readonly AdvisoryRecord[]): XmlNode[] {
  const latest = records
    .map(({ updatedAt }) => updatedAt)
    .toSorted(compareInstants)
    .at(-1);
  if (latest === undefined) return [];
  const moment = toZone(latest, zone);
  return [xml('dc:date', moment), xml('dcterms:modified', moment)];
}
