import { isEmail } from '#domain/email.ts';

/** What `security.txt` says; URLs are absolute. */
export interface SecurityContact {
  /** How to report a vulnerability, best way first; at least one. See `toContactUri`. */
  contacts: readonly string[];
  /** An instant in UTC. */
  expires: string;
  languages: readonly string[];
  canonicalUrl: string;
  policyUrl?: string;
  /** Addresses of `provider-metadata.json`, that of the well-known path first (CSAF 2.0 §7.1.8). */
  csafUrls: readonly string[];
}

/** `/.well-known/security.txt` (RFC 9116). Line ends are LF, which §2.2 allows. */
export function renderSecurityTxt(facts: SecurityContact): string {
  const fields = [
    ...facts.contacts.map((contact) => ['Contact', contact]),
    ['Expires', facts.expires],
    ['Preferred-Languages', facts.languages.join(', ')],
    ['Canonical', facts.canonicalUrl],
    ...(facts.policyUrl === undefined ? [] : [['Policy', facts.policyUrl]]),
    ...facts.csafUrls.map((url) => ['CSAF', url]),
  ];
  return fields.map(([name, value]) => `${name}: ${value}\n`).join('');
}

/**
 * A publisher's contact as the URI that RFC 9116 §2.5.3 wants: a mail address or an https address. Undefined for
 * anything else that people write, such as a postal address.
 */
export function toContactUri(contact: string): string | undefined {
  const text = contact.trim().toWellFormed();
  if (isEmail(text)) return `mailto:${encodeURI(text).replace(/[?&#]/gu, encodeURIComponent)}`;
  if (!/^https:\/\/|^mailto:|^tel:/u.test(text) || !URL.canParse(text)) return undefined;
  return new URL(text).href;
}

/**
 * When the file is out of date: at the first moment of the month eleven to twelve months on, because RFC 9116 §2.5.5
 * asks for less than a year. It moves with the month and not with every build; a site that publishes nothing for a year
 * but is built keeps a file that holds.
 * @param now an instant
 */
export function securityTxtExpiry(now: string): string {
  const date = new Date(now);
  return new Date(Date.UTC(date.getUTCFullYear() + 1, date.getUTCMonth()))
    .toISOString()
    .replace('.000Z', 'Z');
}
