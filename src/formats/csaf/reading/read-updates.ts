import { items, member, type Place } from '#formats/foreign/foreign-document.ts';
import type { ProductTree } from './read-product-tree.ts';
import type { Reading } from './reading.ts';

/** The versions that fix a product for one vulnerability, as our own documents list them; empty where they list none. */
export type Updates = (productId: string, vulnerability: number) => readonly string[];

/** Our own documents tell in a remediation to which versions a product is to be updated, words among them. */
export function readUpdates(
  { words }: Reading,
  vulnerabilities: readonly Place[],
  { products }: ProductTree,
): Updates {
  const start = words.updateTo('');
  const updates = new Map<string, readonly string[]>();
  for (const [vulnerability, parent] of vulnerabilities.entries()) {
    for (const place of items(parent, 'remediations')) {
      const details = member(place, 'details').value;
      if (typeof details !== 'string' || !details.startsWith(start)) continue;
      const fixed = details
        .slice(start.length)
        .split(words.comma)
        .filter((each) => each !== '');
      for (const { value: id } of items(place, 'product_ids')) {
        if (typeof id === 'string' && products.has(id)) updates.set(`${vulnerability} ${id}`, fixed);
      }
    }
  }
  return (id, vulnerability) => updates.get(`${vulnerability} ${id}`) ?? [];
}
