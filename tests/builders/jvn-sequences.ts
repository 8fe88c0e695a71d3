import { expect } from 'vitest';
import type { XmlElement } from './parsed-xml.ts';

/**
 * What each element of JVNRSS 3.2 and VULDEF 3.2 may hold, in this order: `?` at most once, `*` any number, `+` at least
 * once. An element that is not named holds no other. `Name`, `Cpe` and their like mean the same wherever they stand.
 */
const SEQUENCES: Readonly<Record<string, string>> = {
  'rdf:RDF': 'channel item*',
  channel:
    'title link description dc:language? dc:publisher? dc:rights? dc:creator? dc:subject? dc:identifier? ' +
    'sec:identifier? dc:date? dcterms:issued? dcterms:modified? sec:handling? items',
  items: 'rdf:Seq',
  'rdf:Seq': 'rdf:li*',
  item:
    'title link description? dc:language? dc:publisher? dc:rights? dc:creator? dc:subject? dc:identifier? ' +
    'dc:relation* sec:identifier? sec:references* sec:cpe* sec:cvss* dc:date? dcterms:issued? dcterms:modified?',
  'VULDEF-Document': 'Vulinfo+',
  Vulinfo: 'VulinfoID VulinfoGID? VulinfoData',
  VulinfoData:
    'Title? VulinfoDescription? Affected? Impact? Solution? Exploit? Related? Credit? Contact? History? ' +
    'DateFirstPublished? DateLastUpdated? DatePublic?',
  VulinfoDescription: 'Overview Detail* Cwe*',
  Affected: 'AffectedItem+',
  AffectedItem: 'Name? ProductName? Cpe* VersionNumber* BuildNumber* Description*',
  Impact: 'Cvss* ImpactItem+',
  Cvss: 'Severity? Base? Vector? Temp? Env?',
  ImpactItem: 'Description+',
  Solution: 'SolutionItem+',
  SolutionItem: 'Description+ URL*',
  Related: 'RelatedItem+',
  RelatedItem: 'Name? VulinfoID? Title? URL? Description?',
  Credit: 'CreditItem+',
  CreditItem: 'Name? Description+',
  Contact: 'ContactItem+',
  ContactItem: 'Name? Description* Email* Telephone* Fax? TimeZone?',
  History: 'HistoryItem+',
  HistoryItem: 'HistoryNo? DateTime? Published? Updated? Description+',
};

/** Expects every element below to hold what the formats' schemas allow, in their order. */
export function expectSequences(element: XmlElement): void {
  const names = element.children.map(({ name }) => `${name} `).join('');
  expect(`${element.name} holds ${names}`).toMatch(patternOf(element.name));
  for (const child of element.children) expectSequences(child);
}

function patternOf(name: string): RegExp {
  const parts = (SEQUENCES[name] ?? '').split(' ').filter((part) => part !== '');
  const inner = parts.map((part) => part.replace(/^([\w:-]+)([?*+]?)$/, '(?:$1 )$2')).join('');
  return new RegExp(`^${name} holds ${inner}$`);
}
