import { CVE_SOURCE, type Link, tellLinks } from '#formats/myjvn/links.ts';
import type { Telling } from '#formats/myjvn/telling.ts';
import { tellWeaknesses } from '#formats/myjvn/weaknesses.ts';
import { xml, xmlIfAny, type XmlNode } from '#formats/xml/xml-node.ts';

/** Vendors' notices first, then advisories and references, weaknesses last, as in JVN's own documents. */
export function toRelated(telling: Telling): XmlNode {
  const links = tellLinks(telling);
  return xml('Related', [
    ...links.filter(({ kind }) => kind === 'vendor').map(toItem),
    ...links
      .filter(({ kind }) => kind === 'advisory')
      .flatMap((link) => (link.source === CVE_SOURCE ? toCveItems(link) : toItem(link))),
    ...tellWeaknesses(telling).map(({ id, name, url }) =>
      xml(
        'RelatedItem',
        [
          xml('Name', 'Common Weakness Enumeration (CWE)'),
          xml('VulinfoID', id),
          ...xmlIfAny('Title', name),
          xml('URL', url),
        ],
        { type: 'cwe' },
      ),
    ),
  ]);
}

function toItem({ kind, source, id, title, url }: Link): XmlNode {
  return xml(
    'RelatedItem',
    [xml('Name', source), ...xmlIfAny('VulinfoID', id), ...xmlIfAny('Title', title), xml('URL', url)],
    { type: kind },
  );
}

/** A CVE has a record at the CVE programme and one at NVD; readers know both by these very names. */
function toCveItems(link: Link): XmlNode[] {
  return [
    toItem({ ...link, source: 'Common Vulnerabilities and Exposures (CVE)' }),
    toItem({
      ...link,
      source: 'National Vulnerability Database (NVD)',
      url: `https://nvd.nist.gov/vuln/detail/${link.id ?? ''}`,
    }),
  ];
}
