import type { Instant } from '#domain/dates.ts';
import type { Language } from '#domain/language.ts';
import { coordinationWords } from './words/words.ts';

export interface ReminderParts {
  vendor: string;
  logins: readonly string[];
  /** When the vendor was reminded last: the same reminder is told by it, however often it is sent. */
  before: Instant | undefined;
  languages: readonly Language[];
}

/** A reminder in a room, addressed to those who speak for a vendor. Mails carry it, so it tells nothing of the case. */
export function renderReminder({ vendor, logins, before = 'first', languages }: ReminderParts): string {
  const lines = languages.map((language) => coordinationWords(language).reminder);
  const people = logins.map((login) => `@${login}`).join(' ');
  return `<!-- kairan:reminder ${vendor} ${before} -->\n${people}\n\n${lines.join('\n\n')}`;
}
