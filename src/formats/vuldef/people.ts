import { isEmail } from '#domain/email.ts';
import { tell, type Telling } from '../myjvn/telling.ts';
import type { AdvisoryRecord } from '../record/advisory-record.ts';
import { xml, type XmlNode } from '../xml/xml-node.ts';
import { WORDS } from './words.ts';

export function toCredit(telling: Telling): XmlNode[] {
  const { credits } = telling.record;
  return credits.length === 0
    ? []
    : [
        xml(
          'Credit',
          credits.map((credit) => toCreditItem(telling, credit)),
        ),
      ];
}

function toCreditItem(telling: Telling, credit: AdvisoryRecord['credits'][number]): XmlNode {
  const { name, affiliation, role } = credit;
  const words = WORDS[telling.language];
  const said = words.roles[role] ?? role;
  return xml('CreditItem', [
    ...(name ? [xml('Name', tell(telling, name))] : []),
    xml('Description', name ? said : words.anonymous(said)),
    ...(affiliation ? [xml('Description', tell(telling, affiliation))] : []),
  ]);
}

/** The publisher, with its e-mail address where its contact is one. */
export function toContact(telling: Telling): XmlNode {
  const { name, contact } = telling.record.publisher;
  return xml('Contact', [
    xml(
      'ContactItem',
      [xml('Name', tell(telling, name)), xml(isEmail(contact) ? 'Email' : 'Description', contact)],
      { contacttype: 'organisation' },
    ),
  ]);
}
