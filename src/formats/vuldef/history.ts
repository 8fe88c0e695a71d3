import { dayIn } from '#domain/dates.ts';
import { say, tellMoment, type Telling } from '#formats/myjvn/telling.ts';
import { xml, type XmlNode } from '#formats/xml/xml-node.ts';

export function toHistory(telling: Telling): XmlNode {
  return xml(
    'History',
    telling.record.revisions.map(({ number, at, summary }) =>
      xml('HistoryItem', [
        xml('HistoryNo', String(number)),
        xml('DateTime', tellMoment(telling, at)),
        xml('Description', say(telling, summary)),
      ]),
    ),
  );
}

export function toDates(telling: Telling): XmlNode[] {
  const { publishedAt, updatedAt } = telling.record;
  return [
    xml('DateFirstPublished', tellMoment(telling, publishedAt)),
    xml('DateLastUpdated', tellMoment(telling, updatedAt)),
    xml('DatePublic', firstPublic(telling)),
  ];
}

/** Events by which a vulnerability becomes known. */
const PUBLIC_EVENTS: ReadonlySet<string> = new Set(['published', 'exploit-published']);

/** When the vulnerability became public anywhere: the start of an earlier day of the timeline, or the publication here. */
function firstPublic(telling: Telling): string {
  const { timeline, publishedAt } = telling.record;
  const earlier = timeline
    .filter(({ event, on }) => PUBLIC_EVENTS.has(event) && on < dayIn(publishedAt, telling.zone))
    .map(({ on }) => on)
    .toSorted()
    .at(0);
  const moment = tellMoment(telling, earlier === undefined ? publishedAt : `${earlier}T00:00:00Z`);
  return earlier === undefined ? moment : `${earlier}T00:00:00${moment.slice(-'+09:00'.length)}`;
}
