import { drop, member, type Place, tell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readAddress } from '../facts/address.ts';
import { readLine, toLine } from '../facts/plain-line.ts';
import { readVector } from '../facts/vector.ts';
import { buildDraft } from './build-draft.ts';
import { readCpe } from './cpe.ts';
import { element, elements, elementText, textPlace } from './elements.ts';
import { readRevisions } from './read-history.ts';
import { readLinks } from './read-links.ts';
import { readMoment } from './read-moment.ts';
import { readProse } from './read-prose.ts';
import { type Read, readLanguage, type Surroundings } from './read-vulinfo.ts';
import { splitWithdrawal } from './withdrawal.ts';

/** An `item` of JVNRSS as a draft: thin, because a feed says little more than that there is an advisory. */
export function readItem(item: Place, { language: declared, zone }: Surroundings): Read {
  const [idPlace = textPlace(element(item, 'sec:identifier'))] = ['sec:identifier', 'dc:identifier']
    .map((name) => textPlace(element(item, name)))
    .filter(({ value }) => typeof value === 'string' && value.trim() !== '');
  const id = readLine(idPlace);
  const title = readLine(textPlace(element(item, 'title')));
  if (id === undefined) return missing(idPlace);
  if (title === undefined) return missing(element(item, 'title'));
  const language = readLanguage(elementText(item, 'dc:language') ?? declared, title);
  if (language === undefined) return { refusal: { why: 'language', what: declared ?? '' } };
  const dates = readDates(item);
  if (dates === undefined) return missing(element(item, 'dcterms:issued'));
  const revisions = readRevisions([], dates, language, zone);
  const { text: overview, withdrawal } = splitWithdrawal(
    readProse(element(item, 'description')),
    revisions,
    language,
  );
  const links = readLinks(listLinks(item), { id, language }, new Set());
  const page = readAddress(textPlace(element(item, 'link')));
  if (page !== undefined) links.page = page;
  const affected = readProducts(item);
  dropRest(item);
  return {
    draft: buildDraft({
      ...{ id, title, language, links, vectors: readScores(item) },
      facts: {
        ...{ publishedAt: dates.publishedAt, revisions },
        ...(withdrawal !== undefined && { state: 'withdrawn' as const, withdrawal }),
        ...(affected.length > 0 && { affected }),
      },
      prose: overview === undefined ? [] : [{ id: 'overview', markdown: overview }],
    }),
  };
}

function missing(place: Place): Read {
  return { refusal: { why: place.value === undefined ? 'missing' : 'unreadable', at: place.pointer } };
}

/** `dc:date` is the last update; an item that says nothing else was not updated. */
function readDates(item: Place): Parameters<typeof readRevisions>[1] | undefined {
  const issued = readMoment(textPlace(element(item, 'dcterms:issued')));
  const modified = readMoment(textPlace(element(item, 'dcterms:modified')));
  const date = readMoment(textPlace(element(item, 'dc:date')));
  const updatedAt = modified ?? date;
  const publishedAt = issued ?? updatedAt;
  if (publishedAt === undefined) return undefined;
  return { publishedAt, ...(updatedAt !== undefined && { updatedAt }) };
}

function listLinks(item: Place): Parameters<typeof readLinks>[0] {
  const references = elements(item, 'sec:references').map((place) => ({
    place,
    source: member(place, '@source'),
    id: member(place, '@id'),
    title: member(place, '@title'),
    url: textPlace(place),
  }));
  const relations = elements(item, 'dc:relation').map((place) => ({
    place,
    source: member(place, '@source'),
    id: member(place, '@id'),
    url:
      element(place, '@rdf:resource').value === undefined
        ? textPlace(place)
        : element(place, '@rdf:resource'),
  }));
  return [...references, ...relations];
}

type Product = NonNullable<DraftFacts['affected']>[number];

/** Products; versions stand in no feed, so nothing is said about them. */
function readProducts(item: Place): Product[] {
  const products = new Map<string, Product>();
  for (const place of elements(item, 'sec:cpe')) {
    const vendor = toLine(text(member(place, '@vendor')) ?? '');
    const product = toLine(text(member(place, '@product')) ?? '');
    const cpe = readCpe(textPlace(place));
    tell(member(place, '@version'));
    const impact = member(place, '@impact');
    if (impact.value === 'not vulnerable' || vendor === '' || product === '') {
      drop(place, 'no-place');
      continue;
    }
    tell(impact);
    const key = `${vendor}\n${product}\n${cpe ?? ''}`;
    if (products.has(key)) drop(place, 'duplicate');
    else products.set(key, { vendor, product, ...(cpe !== undefined && { cpe }) });
  }
  return [...products.values()];
}

function readScores(item: Place): string[] {
  return elements(item, 'sec:cvss').flatMap((place) => {
    for (const name of ['@version', '@score', '@type', '@severity']) drop(member(place, name), 'computed');
    return readVector(member(place, '@vector')) ?? [];
  });
}

/** What every item of a feed says alike, and what stands twice in it. */
function dropRest(item: Place): void {
  for (const name of ['@rdf:about', 'dc:identifier', 'sec:identifier']) {
    const place = textPlace(element(item, name));
    if (!item.told.has(place.pointer)) drop(place, 'duplicate');
  }
  for (const name of ['dc:publisher', 'dc:creator', 'dc:subject']) drop(member(item, name), 'internal');
  drop(member(item, 'dc:rights'), 'no-place');
}
