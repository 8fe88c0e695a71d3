import { unique } from '#formats/foreign/unique.ts';
import { cpePattern, purlPattern } from '#domain/identifiers.ts';
import { formatRangePhrase } from '#domain/range-phrase.ts';
import { readVersionRange } from '#domain/version-range.ts';
import type { RecordProduct } from '#formats/record/advisory-record.ts';
import { drop, member, type Place, retell, text, texts } from '#formats/foreign/foreign-document.ts';
import { cpeOfUri } from './cpe-of-uri.ts';
import { FOREIGN_WORDS } from './foreign-words.ts';
import { foreignRows, type JoinedRow } from './foreign-rows.ts';
import { ownRows } from './own-rows.ts';
import type { ProductTree, TreeProduct } from './read-product-tree.ts';
import type { Standing } from './read-statuses.ts';
import { isWhole } from './read-vendors.ts';
import type { Reading } from './reading.ts';
import {
  type Context,
  type Leaf,
  readAffected,
  readFixed,
  readVersions,
  type Row,
  type Traits,
} from './rows.ts';

/** The affected products of a document that it names, in the order of its tree. */
export function readProducts(
  tree: ProductTree,
  standings: ReadonlyMap<string, readonly Standing[]>,
  context: Context,
): RecordProduct[] {
  const leaves = [...tree.products]
    .filter(([, product]) => !isWhole(product, context.reading))
    .map(([id, product]): Leaf => {
      const traits = readTraits(id, product, tree, context);
      return { ...{ id, product, traits }, standings: standings.get(id) ?? [] };
    });
  // A product without a version and its versions can be branches apart, so the names tell what is one product.
  const products = Map.groupBy(leaves, ({ product: { vendor, name }, traits }) =>
    JSON.stringify([vendor, name, traits.original]),
  );
  return [...products.values()].flatMap((own) =>
    context.reading.isOwn
      ? ownRows(own, context).map((row) => toProduct(row, context))
      : foreignRows(own, context).map((row) => toProduct(row, context, row)),
  );
}

function readTraits(id: string, product: TreeProduct, tree: ProductTree, context: Context): Traits {
  const { helper, host } = product;
  const [first] = texts(helper, 'purls');
  const [cpe, purl] = [text(helper, 'cpe'), text(helper, 'purl') ?? first];
  if (context.reading.isOwn) {
    return {
      ...{ cpe, purl, host },
      note: readNote(product, context.reading),
      ...readId(id, product, tree, context),
    };
  }
  return {
    ...{ cpe: readCpe(member(helper, 'cpe'), cpe), purl: readPurl(helper, purl, product), host },
    ...{ note: readForeignNote(product, context.reading), original: undefined, number: 1 },
  };
}

function readCpe(place: Place, written: string | undefined): string | undefined {
  if (written === undefined) return undefined;
  const cpe = cpeOfUri(written);
  if (!cpePattern.test(cpe)) drop(place, 'unreadable');
  else if (cpe !== written) retell(place, cpe);
  return cpePattern.test(cpe) ? cpe : undefined;
}

/** A package without its architecture and, where a branch tells it, without its version. */
function readPurl(helper: Place, written: string | undefined, product: TreeProduct): string | undefined {
  if (written === undefined) return undefined;
  const place = member(helper, typeof member(helper, 'purl').value === 'string' ? 'purl' : 'purls');
  if (!purlPattern.test(written)) {
    drop(place, 'unreadable');
    return undefined;
  }
  const purl = withoutVersion(written, product);
  if (purl !== written) retell(place, purl);
  return purl;
}

function withoutVersion(purl: string, { version, architecture }: TreeProduct): string {
  const [, before = '', at = '', query = '', subpath = ''] =
    /^([^?#@]+)(@[^?#]+)?(\?[^#]*)?(#.*)?$/u.exec(purl) ?? [];
  const isTold = version !== undefined;
  const left = query
    .slice(1)
    .split('&')
    .filter((each) => each !== '' && !(architecture !== undefined && each.startsWith('arch=')))
    .filter((each) => !(isTold && each.startsWith('epoch=')));
  return `${before}${isTold ? '' : at}${left.length > 0 ? `?${left.join('&')}` : ''}${subpath}`;
}

/** Ids of our own documents: the vendor’s slug, the name in the original’s language, the version, a number. */
function readId(
  id: string,
  { vendor, version }: TreeProduct,
  { products }: ProductTree,
  { original, slugOf }: Context,
): Pick<Traits, 'original' | 'number'> {
  const [, plain = '', number = ''] = /^(.*)#(\d+)$/su.exec(id) ?? [];
  const isNumbered = products.has(Number(number) > 2 ? `${plain}#${Number(number) - 1}` : plain);
  const rest = (isNumbered ? plain : id).slice(slugOf(vendor).length + 1);
  const name = version ? rest.slice(0, -version.text.length - 1) : rest;
  return {
    number: isNumbered ? Number(number) : 1,
    original: original !== undefined && name !== '' ? name.replaceAll('::', ':') : undefined,
  };
}

/** Our own documents put a product's note in parentheses behind its name and its versions in words. */
function readNote({ vendor, name, fullName, version }: TreeProduct, reading: Reading): string | undefined {
  const { read } = version ? readVersions(version, '=') : { read: [] };
  const phrases = read.map((range) => formatRangePhrase(readVersionRange(range), reading.language));
  const plain = [vendor, name, phrases.join(reading.words.comma)].filter((each) => each !== '').join(' ');
  const isNoted = fullName.startsWith(`${plain} (`) && fullName.endsWith(')');
  return isNoted ? fullName.slice(plain.length + 2, -1).trim() || undefined : undefined;
}

function toProduct(
  row: Row,
  { reading, cves, slugOf, original }: Context,
  joined?: JoinedRow,
): RecordProduct {
  const { say, language, isOwn } = reading;
  const { comma } = reading.words;
  const { cpe, purl, note, original: first } = row.traits;
  const [{ vendor, name }] = [...row.affected, ...row.fixed].map(({ product }) => product) as [
    TreeProduct,
    ...TreeProduct[],
  ];
  const affected = row.affected.map(readAffected);
  const fixed = row.fixed.map(readFixed);
  for (const { product } of isOwn ? [] : row.affected) retellVersion(product);
  const unfixed = fixed.flatMap((each) => each.words.map(isOwn ? String : FOREIGN_WORDS[language].fixed));
  const unread = unique([...affected.flatMap((each) => each.words), ...unfixed]);
  const notes = joined
    ? [placeOf({ ...joined, host: row.traits.host }, comma), note, unread.join(comma)].flatMap(
        (each) => each || [],
      )
    : unique([...(note === undefined ? [] : [note]), ...unread]);
  return {
    vendor: slugOf(vendor),
    name: { ...(original !== undefined && first !== undefined && { [original]: first }), ...say(name) },
    ranges: unique(affected.flatMap(({ read }) => read)),
    fixed: fixed.length === 0 ? [...row.updates] : unique(fixed.flatMap(({ read }) => read)),
    ...(notes.length > 0 && { note: say(notes.join('\n')) }),
    ...(!row.isGeneral && namedCves(row, cves)),
    ...(cpe !== undefined && { cpe }),
    ...(purl !== undefined && { purl }),
  };
}

/** What identifies hardware stands beside the note, as do model numbers with places for any sign (CSAF 2.0 §3.1.3.3.4). */
function readForeignNote(product: TreeProduct, reading: Reading): string | undefined {
  const models = texts(product.helper, 'model_numbers').join(reading.words.comma);
  const told = models === '' ? [] : [FOREIGN_WORDS[reading.language].models(models)];
  const note = readNote(product, reading);
  return [...(note === undefined ? [] : [note]), ...told].join('; ') || undefined;
}

/** Where a product is installed and for which kinds of processor it is built: “as a component of A, B (x86_64)”. */
export function placeOf(
  { host, hosts, architectures }: Pick<JoinedRow, 'hosts' | 'architectures'> & Pick<Traits, 'host'>,
  comma: string,
): string {
  const kinds = architectures.join(comma);
  if (host === undefined) return kinds;
  const where = `${host.words} ${hosts.join(comma)}`;
  return kinds === '' ? where : `${where} (${kinds})`;
}

/** A version that is told as a range counts as told in that form. */
function retellVersion({ version }: TreeProduct): void {
  if (version === undefined || version.place.told.get(version.place.pointer)?.kind !== 'kept') return;
  const { read } = readVersions(version, '=');
  const after = read.join(' | ');
  if (after !== '' && !after.includes(version.text)) retell(version.place, after);
}

/** Nothing when one of the vulnerabilities has no CVE by which it could be named: then all are meant. */
function namedCves({ vulnerabilities }: Row, cves: readonly (string | undefined)[]): { cves?: string[] } {
  const named = vulnerabilities.flatMap((place) => cves[place] ?? []);
  return named.length === vulnerabilities.length ? { cves: named } : {};
}
