import { drop, items, member, type Place, tell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readAddress } from '../facts/address.ts';
import { readLine, toLine } from '../facts/plain-line.ts';
import { buildDraft } from './build-draft.ts';
import { readCpe } from './cpe.ts';
import { readRevisions } from './read-history.ts';
import { readLinks } from './read-links.ts';
import { readMoment } from './read-moment.ts';
import { readVectors, toLink } from './read-oka-record.ts';
import { readProse } from './read-prose.ts';
import { toExactRange } from './read-versions.ts';
import { type Read, readLanguage, type Surroundings } from './read-vulinfo.ts';
import { splitWithdrawal } from './withdrawal.ts';

/** An entry of an overview of MyJVN API 4.0 and of its drafts of 2022, which call some things otherwise. */
export function readOkaEntry(entry: Place, { language: declared, zone }: Surroundings): Read {
  const id = readLine(entry, 'id');
  const title = readLine(entry, 'title');
  if (id === undefined) return missing(member(entry, 'id'));
  if (title === undefined) return missing(member(entry, 'title'));
  const language = readLanguage(declared, title);
  if (language === undefined) return { refusal: { why: 'language', what: declared ?? '' } };
  const created = firstMoment(entry, 'created', 'published');
  const updatedAt = firstMoment(entry, 'modified', 'updated', 'update');
  const publishedAt = created ?? updatedAt;
  if (publishedAt === undefined) return missing(member(entry, 'created'));
  const place = member(entry, 'public');
  const first = readMoment(place);
  const dates = {
    publishedAt,
    ...(updatedAt && { updatedAt }),
    ...(first && { firstPublic: { at: first, place } }),
  };
  const revisions = readRevisions([], dates, language, zone);
  const { text: overview, withdrawal } = splitWithdrawal(
    readProse(member(entry, 'summary')),
    revisions,
    language,
  );
  const links = readLinks(
    [...items(entry, 'references').map(toLink), ...listWeaknesses(entry)],
    { id, language },
    new Set(),
  );
  const page = readAddress(entry, 'link');
  if (page !== undefined) links.page = page;
  const affected = readProducts(entry);
  const vectors = [
    ...items(entry, 'metrics').map((metric) => member(metric, 'content')),
    member(entry, 'scores'),
  ].flatMap(readVectors);
  return {
    draft: buildDraft({
      ...{ id, title, language, links, vectors },
      facts: {
        ...{ publishedAt, revisions },
        ...(withdrawal !== undefined && { state: 'withdrawn' as const, withdrawal }),
        ...(affected.length > 0 && { affected }),
      },
      prose: overview === undefined ? [] : [{ id: 'overview', markdown: overview }],
    }),
  };
}

/** The first of several names for one date that the entry has. */
function firstMoment(entry: Place, ...names: readonly string[]): string | undefined {
  for (const name of names) {
    const moment = readMoment(member(entry, name));
    if (moment !== undefined) return moment;
  }
  return undefined;
}

function missing(place: Place): Read {
  return { refusal: { why: place.value === undefined ? 'missing' : 'unreadable', at: place.pointer } };
}

function listWeaknesses(entry: Place): Parameters<typeof readLinks>[0] {
  return items(entry, 'cwes').map((place) => ({
    place,
    source: member(place, 'source'),
    id: member(place, 'id'),
    title: member(place, 'name'),
    url: member(place, 'url'),
  }));
}

type Product = NonNullable<DraftFacts['affected']>[number];

function readProducts(entry: Place): Product[] {
  const products = new Map<string, Product & { ranges: string[] }>();
  for (const place of items(entry, 'products')) {
    const vendor = nameOf(place, 'vname', 'vendor');
    const product = nameOf(place, 'pname', 'product');
    if (vendor === '' || product === '') {
      drop(place, 'no-place');
      continue;
    }
    const key = `${vendor}\n${product}`;
    const row = products.get(key) ?? { vendor, product, ranges: [] };
    products.set(key, row);
    readDetails(row, place);
  }
  return [...products.values()].map(({ ranges, ...row }) => ({
    ...row,
    ...(ranges.length > 0 && { ranges }),
  }));
}

function nameOf(place: Place, ...names: readonly string[]): string {
  const name = names.map((each) => text(place, each)).find((each) => each !== undefined);
  return toLine(name ?? '');
}

function readDetails(row: Product & { ranges: string[] }, place: Place): void {
  const version = text(place, 'version');
  const range = version === undefined ? undefined : toExactRange(version);
  if (version !== undefined && range === undefined) drop(member(place, 'version'), 'unreadable');
  if (range !== undefined && !row.ranges.includes(range)) row.ranges.push(range);
  const cpe = readIdentifiers(place, version !== undefined);
  if (cpe !== undefined) row.cpe ??= cpe;
}

/** The CPE of a product; other identifiers, and those of its versions, have no place. */
function readIdentifiers(place: Place, isVersion: boolean): string | undefined {
  const ids = member(place, 'product_ids');
  drop(ids, 'no-place');
  drop(member(place, 'product_id'), 'internal');
  const written = [member(ids, 'cpe'), ...items(ids).map((item) => member(item, 'cpe'))].find(
    ({ value }) => value !== undefined,
  );
  if (written === undefined || isVersion) return undefined;
  tell(written);
  return readCpe(written);
}
