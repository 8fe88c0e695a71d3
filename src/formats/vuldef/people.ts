import { isEmail } from '#domain/email.ts';
import { say, type Telling } from '#formats/myjvn/telling.ts';
import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { ROLE_WORDS } from '#formats/record/role-words.ts';
import { xml, type XmlNode } from '#formats/xml/xml-node.ts';
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
  const said = ROLE_WORDS[telling.language][role] ?? role;
  return xml('CreditItem', [
    ...(name ? [xml('Name', say(telling, name))] : []),
    xml('Description', name ? said : WORDS[telling.language].anonymous(said)),
    ...(affiliation ? [xml('Description', say(telling, affiliation))] : []),
  ]);
}

/** The publisher, with its e-mail address where its contact is one. */
export function toContact(telling: Telling): XmlNode {
  const { name, contact } = telling.record.publisher;
  return xml('Contact', [
    xml(
      'ContactItem',
      [xml('Name', say(telling, name)), xml(isEmail(contact) ? 'Email' : 'Description', contact)],
      { contacttype: 'organisation' },
    ),
  ]);
}
