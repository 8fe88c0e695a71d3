import { toUri } from '#formats/record/to-uri.ts';
import type { CsafInvolvement, CsafPublisher } from './csaf-2.0.ts';
import type { Telling } from './telling.ts';

const CATEGORIES: readonly CsafPublisher['category'][] = [
  'coordinator',
  'discoverer',
  'other',
  'translator',
  'user',
  'vendor',
];

/**
 * The publisher (CSAF 2.0 §3.2.1.9). A translator is one in translations only: a document with that category must name
 * the language that it was translated from (§6.1.15), which an original does not have.
 */
export function toPublisher({ record, language, say }: Telling): CsafPublisher {
  const { name, namespace, category, contact } = record.publisher;
  const known = CATEGORIES.find((each) => each === category) ?? 'other';
  const isOriginal = language === record.languages[0];
  return {
    category: known === 'translator' && isOriginal ? 'other' : known,
    contact_details: contact,
    name: say(name),
    namespace: toUri(namespace) ?? namespace,
  };
}

/** The publisher as a party of the coordination (CSAF 2.0 §3.2.3.6.2). */
export function partyOf(category: string): CsafInvolvement['party'] {
  const known = CATEGORIES.find((each) => each === category) ?? 'other';
  return known === 'translator' ? 'other' : known;
}
