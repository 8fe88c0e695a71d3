import type { CsafAcknowledgment } from './csaf-2.0.ts';
import type { Telling } from './telling.ts';

/** Who is thanked (CSAF 2.0 §3.1.1); of somebody whose name is withheld only the role is told. */
export function toAcknowledgments({ record, words, say }: Telling): CsafAcknowledgment[] {
  return record.credits.map(({ name, affiliation, role }) => {
    const did = words.roles[role] ?? role;
    return {
      names: name && [say(name)],
      organization: affiliation && say(affiliation),
      summary: name || affiliation ? did : `${did} (${words.anonymous})`,
    };
  });
}
