import type { Contact } from './hub-files.ts';

/** A vendor who should perhaps be told, and what of the report its entry in the hub matches. */
export interface VendorSuggestion {
  vendor: string;
  because: 'product' | 'keyword';
  match: string;
}

/**
 * Whom to notify: vendors whose product names or keywords stand in the report. Vendors registered for their own products
 * only (individual) are named for a product, never for a keyword (JPCERT/CC, vendor registration).
 */
export function suggestVendors(
  report: { title: string; product?: string },
  contacts: readonly Contact[],
  already: ReadonlySet<string>,
): VendorSuggestion[] {
  const text = fold(`${report.product ?? ''} ${report.title}`);
  const suggestions = contacts
    .filter(({ vendor }) => !already.has(vendor))
    .flatMap((contact) => suggestOne(contact, text) ?? []);
  return suggestions.toSorted((a, b) => b.because.localeCompare(a.because, 'en'));
}

function suggestOne(contact: Contact, text: string): VendorSuggestion | undefined {
  const { vendor } = contact;
  const product = contact.products.find((pattern) => stands(pattern, text));
  if (product !== undefined) return { vendor, because: 'product', match: product };
  if (contact.class === 'individual') return undefined;
  const keyword = contact.keywords.find((word) => stands(word, text));
  return keyword === undefined ? undefined : { vendor, because: 'keyword', match: keyword };
}

/** Whether the parts of a pattern between its `*` stand in the text in that order, Latin words as whole words. */
function stands(pattern: string, text: string): boolean {
  let at = 0;
  for (const part of fold(pattern).split('*')) {
    if (part.trim() === '') continue;
    at = indexOfWord(text, part.trim(), at);
    if (at === -1) return false;
    at += part.trim().length;
  }
  return pattern.replaceAll('*', '').trim() !== '';
}

function indexOfWord(text: string, part: string, from: number): number {
  for (let at = text.indexOf(part, from); at !== -1; at = text.indexOf(part, at + 1)) {
    const [before = ' ', after = ' '] = [text[at - 1], text[at + part.length]];
    const isInside =
      (isLatin(before) && isLatin(part[0] ?? '')) || (isLatin(after) && isLatin(part.at(-1) ?? ''));
    if (!isInside) return at;
  }
  return -1;
}

function isLatin(character: string): boolean {
  return /[a-z0-9]/.test(character);
}

function fold(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
