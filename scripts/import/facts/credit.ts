import type { Credit } from '#domain/advisory.ts';
import type { DraftFacts } from '../draft.ts';

type DraftCredit = NonNullable<DraftFacts['credits']>[number];

/** What somebody did, by the words of CVE records (`credits[].type`) and, in capitals, of OSV. */
const ROLES: Readonly<Partial<Record<string, Credit['role']>>> = {
  finder: 'finder',
  reporter: 'reporter',
  analyst: 'analyst',
  coordinator: 'coordinator',
  'remediation developer': 'remediation-developer',
};

/**
 * A credit from a name with its affiliation in brackets behind it. A type that is not known, or none, is `other`:
 * nobody is called a finder of whom the source does not say so.
 */
export function toCredit(said: string, type = ''): DraftCredit {
  const words = type.toLowerCase().replaceAll('_', ' ').trim();
  const role = (Object.hasOwn(ROLES, words) ? ROLES[words] : undefined) ?? 'other';
  if (/^anonymous(?: (?:researcher|reporter|finder))?$/iu.test(said)) return { anonymous: 'true', role };
  const [, name, affiliation] = /^([^(),;]+) \(([^()]+)\)$/u.exec(said) ?? [];
  return name === undefined || affiliation === undefined
    ? { name: said, role }
    : { name: name.trim(), affiliation: affiliation.trim(), role };
}
