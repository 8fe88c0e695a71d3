import { drop, items, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';

type Product = NonNullable<DraftFacts['affected']>[number];

/** Whose products the advisories are about, and who publishes them. */
export const MOZILLA = 'Mozilla';

interface Told {
  readonly vendor: string;
  readonly product: string;
  readonly ranges: string[];
  readonly fixed: string[];
}

interface Written {
  readonly name: string;
  readonly version: string | undefined;
}

/**
 * The products in which something was fixed, each with the versions that have the fix. Since when it was there
 * Mozilla mostly does not say; where it does (`Thunderbird 0.6 - 0.9`), the range is given.
 */
export function readProducts(document: Place): Product[] {
  const products = new Map<string, Told>();
  const productOf = (name: string) => {
    const known: Told = products.get(name) ?? { vendor: MOZILLA, product: name, ranges: [], fixed: [] };
    products.set(name, known);
    return known;
  };
  for (const { name, version } of readAll(document, 'fixed_in')) {
    const { fixed } = productOf(name);
    if (version !== undefined && !fixed.includes(version)) fixed.push(version);
  }
  for (const { name, version } of readAll(document, 'vulnerable')) {
    if (version !== undefined) productOf(name).ranges.push(toRange(version));
  }
  return [...products.values()].map(({ ranges, fixed, ...product }) => ({
    ...product,
    ...(ranges.length > 0 && { ranges }),
    ...(fixed.length > 0 && { fixed }),
  }));
}

function readAll(document: Place, key: string): Written[] {
  return items(document, key).flatMap((place) => {
    const written = text(place);
    if (written === undefined) return [];
    const product = parseProduct(toLine(written));
    if (product.name === '') {
      drop(place, 'unreadable');
      return [];
    }
    if (product.version !== undefined) retell(place, `${product.name}: ${product.version}`);
    return [product];
  });
}

/** `Firefox ESR 24.3` or `Mozilla VPN 2.1 (Linux)`: a name, a version, and for which system. */
function parseProduct(written: string): Written {
  const [, name = '', version, system = ''] =
    /^(\D*?[^\d\s]) ?(\d[\w.]*(?: - \d[\w.]*)?)( \([^()]+\))?$/u.exec(written) ?? [];
  return version === undefined ? { name: written, version } : { name: `${name}${system}`, version };
}

function toRange(version: string): string {
  const [first = '', last] = version.split(' - ');
  return last === undefined ? `=${first}` : `>=${first} <=${last}`;
}
