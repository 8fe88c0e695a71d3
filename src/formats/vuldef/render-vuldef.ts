import type { Language } from '#domain/language.ts';
import { formatScore, formatSeverity, toJvnScores } from '#formats/myjvn/scores.ts';
import { say, tellOverview, tellSection, type Telling } from '#formats/myjvn/telling.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { renderXml } from '#formats/xml/render-xml.ts';
import { xml, type XmlNode } from '#formats/xml/xml-node.ts';
import { toAffected } from './affected.ts';
import { toDates, toHistory } from './history.ts';
import { toContact, toCredit } from './people.ts';
import { toRelated } from './related.ts';
import { WORDS } from './words.ts';

/**
 * An advisory as VULDEF 3.2 in one of its languages, its elements in the order of vuldef_3.2.xsd. A withdrawn one keeps
 * its identifiers, links and history and names neither products nor scores any more.
 * @param zone the IANA time zone on whose clock moments are written
 */
export function renderVuldef(record: AdvisoryRecord, language: Language, zone: string): string {
  const telling: Telling = { record, language, zone };
  return renderXml(
    xml(
      'VULDEF-Document',
      [
        // Left unsaid, the restriction would be “private”.
        xml('Vulinfo', [xml('VulinfoID', record.id), xml('VulinfoData', toData(telling))], {
          restriction: 'public',
        }),
      ],
      { version: '3.2', xmlns: 'http://jvn.jp/vuldef/', 'xml:lang': language },
    ),
  );
}

function toData(telling: Telling): XmlNode[] {
  const { record } = telling;
  const isValid = record.state !== 'withdrawn';
  return [
    xml('Title', say(telling, record.title)),
    xml('VulinfoDescription', [
      xml('Overview', tellOverview(telling)),
      ...(isValid ? toDetails(telling) : []),
    ]),
    ...(isValid ? [...toAffected(telling), ...toImpact(telling), ...toSolution(telling)] : []),
    toRelated(telling),
    ...toCredit(telling),
    toContact(telling),
    toHistory(telling),
    ...toDates(telling),
  ];
}

/** Every section that has no element of its own, under its heading. */
function toDetails({ record, language }: Telling): XmlNode[] {
  const sections = record.sections[language] ?? [];
  const isTold = sections.some(({ id }) => id === 'overview');
  return sections
    .filter(({ id }, place) => !/^(?:overview|impact|solution)$/u.test(id ?? '') && (isTold || place > 0))
    .map(({ id, heading, text }) => xml('Detail', id === 'details' ? text : `${heading}\n${text}`));
}

function toImpact(telling: Telling): XmlNode[] {
  const scores = toJvnScores(telling.record).map((score) =>
    xml(
      'Cvss',
      [
        xml('Severity', formatSeverity(score), { type: 'Base' }),
        xml('Base', formatScore(score)),
        xml('Vector', score.vector),
      ],
      { version: score.version },
    ),
  );
  const written = tellSection(telling, 'impact');
  if (scores.length === 0 && written === undefined) return [];
  const impact = written ?? WORDS[telling.language].impactUnwritten;
  return [xml('Impact', [...scores, xml('ImpactItem', [xml('Description', impact)])])];
}

function toSolution(telling: Telling): XmlNode[] {
  const solution = tellSection(telling, 'solution');
  return solution === undefined
    ? []
    : [xml('Solution', [xml('SolutionItem', [xml('Description', solution)])])];
}
