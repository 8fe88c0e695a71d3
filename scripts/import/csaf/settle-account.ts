import { parsePublicUrl } from '#domain/public-url.ts';
import { isEmpty } from '#formats/foreign/outcome.ts';
import { drop, items, listOutcomes, member, type Place, retell } from '#formats/foreign/foreign-document.ts';
import type { Draft } from '../draft.ts';

/**
 * Brings the account of a document, kept while a record was made of it, to what stands in the draft: the record holds
 * more than an advisory of another site can, its publisher and its licence for example.
 */
export function settleAccount(document: Place, draft: Draft): void {
  accountForFrame(document, draft);
  const stands = createSearch(draft);
  for (const { pointer, value, outcome } of listOutcomes(document)) {
    if (outcome.kind !== 'kept') continue;
    if (/^\/product_tree\/.*\/category$/u.test(pointer)) {
      document.told.set(pointer, { kind: 'normalised', after: 'affected' });
    } else if (/\/references\/\d+\/category$/u.test(pointer)) {
      document.told.set(pointer, { kind: 'normalised', after: 'references' });
    } else if (!stands(value)) {
      const why = pointer.endsWith('/url') && !isPublic(value) ? 'unsafe' : 'no-place';
      document.told.set(pointer, { kind: 'dropped', why });
    }
  }
}

function isPublic(url: string): boolean {
  return !('problem' in parsePublicUrl(url));
}

function accountForFrame(root: Place, { language }: Draft): void {
  const document = member(root, 'document');
  const tracking = member(document, 'tracking');
  for (const place of [
    member(document, 'csaf_version'),
    member(document, 'category'),
    member(tracking, 'status'),
  ]) {
    if (!isEmpty(place.value)) drop(place, 'internal');
  }
  if (!isEmpty(member(document, 'lang').value)) retell(member(document, 'lang'), language);
  const label = member(document, 'distribution', 'tlp', 'label');
  if (!isEmpty(label.value)) retell(label, 'CLEAR');
  const numbers = items(tracking, 'revision_history').map((entry) => member(entry, 'number'));
  for (const place of [member(tracking, 'version'), ...numbers])
    if (!isEmpty(place.value)) drop(place, 'computed');
}

/** Whether a value stands somewhere in a draft, marks and blanks aside: Markdown writes them in its own way. */
function createSearch(draft: Draft): (value: string) => boolean {
  const whole = lettersOf(textsOf(draft).join('\n'));
  const known = new Map<string, boolean>();
  return (value) => {
    const found = known.get(value) ?? whole.includes(lettersOf(value));
    known.set(value, found);
    return found;
  };
}

function lettersOf(text: string): string {
  return text
    .normalize('NFKC')
    .replaceAll(/[^\p{L}\p{N}]+/gu, '')
    .trim();
}

function textsOf(value: unknown): string[] {
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null ? Object.values(value).flatMap(textsOf) : [];
}
