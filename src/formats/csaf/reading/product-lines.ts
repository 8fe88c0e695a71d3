import { unique } from '#formats/foreign/unique.ts';
import { formatRangePhrase } from '#domain/range-phrase.ts';
import { readVersionRange } from '#domain/version-range.ts';
import type { TreeProduct } from './read-product-tree.ts';
import { placeOf } from './read-products.ts';
import type { Reading } from './reading.ts';
import { readVersions } from './rows.ts';

/** Versions of one product that stand in one place. */
interface Line {
  readonly called: string;
  readonly host: TreeProduct['host'];
  readonly architectures: readonly string[];
}

/**
 * Products as lines of a list: “name versions as a component of A, B (x86_64)”. What differs in version, architecture or
 * place only is one line.
 * @param isPlural whether the vendor has to be named
 */
export function listProductLines(
  products: readonly TreeProduct[],
  isPlural: boolean,
  { language, words: { comma } }: Reading,
): string[] {
  const parts = Map.groupBy(products, ({ vendor, name, host }) => JSON.stringify([vendor, name, host]));
  const lines = [...parts.values()].map((same): Line => {
    const [product] = same as [TreeProduct, ...TreeProduct[]];
    const versions = unique(same.flatMap(({ version }) => (version ? phrasesOf(version, language) : [])));
    return {
      called: join([nameOf(product, isPlural), versions.join(comma)]),
      host: product.host,
      architectures: unique(same.flatMap(({ architecture }) => architecture ?? [])).toSorted(),
    };
  });
  const joined = Map.groupBy(lines, ({ called, host, architectures }) =>
    JSON.stringify([called, host?.words, architectures]),
  );
  return [...joined.values()].map((same) => {
    const [first] = same as [Line, ...Line[]];
    const hosts = same.flatMap(({ host }) => host?.name ?? []);
    return join([first.called, placeOf({ ...first, hosts }, comma)]);
  });
}

function nameOf({ vendor, name }: TreeProduct, isPlural: boolean): string {
  return isPlural && !name.startsWith(vendor) ? `${vendor} ${name}` : name;
}

function phrasesOf(version: NonNullable<TreeProduct['version']>, language: Reading['language']): string[] {
  const { read, words } = readVersions(version, '=');
  return [...read.map((range) => formatRangePhrase(readVersionRange(range), language)), ...words];
}

function join(words: readonly string[]): string {
  return words.filter((each) => each !== '').join(' ');
}
