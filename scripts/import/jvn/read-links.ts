import { isCweId } from '#domain/cwe.ts';
import { cvePattern } from '#domain/identifiers.ts';
import type { Language } from '#domain/language.ts';
import { readKnownIdentifier } from '#formats/myjvn/known-identifier.ts';
import { drop, type Place, retell, tell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { readAddress, addressTitle } from '../facts/address.ts';
import { isDocumentId } from '../facts/identifiers.ts';
import { toLine } from '../facts/plain-line.ts';
import { placeholderPattern } from '#lint/rules/placeholder.ts';

/** A related document as one of JVN’s formats writes it. */
export interface WrittenLink {
  readonly place: Place;
  /** Who publishes it. */
  readonly source: Place;
  readonly id: Place;
  readonly title?: Place;
  readonly url: Place;
  /** What the format calls it, in one of VULDEF’s words. */
  readonly kind?: Place;
}

type Reference = NonNullable<DraftFacts['references']>[number];
type Notice = NonNullable<NonNullable<DraftFacts['vendors']>[number]['notices']>[number];

export interface Links {
  readonly cves: string[];
  readonly cwes: string[];
  readonly related: string[];
  readonly references: Reference[];
  /** Notices by the name of their vendor. */
  readonly notices: Map<string, Notice[]>;
  /** The record’s own page, where a link leads to it. */
  page?: string;
}

const CVE_SOURCES = /^(?:CVE|NVD|Common Vulnerabilities and Exposures|National Vulnerability Database)\b/iu;
/** How JVN’s files call the source of a document that has no better one. */
const NO_SOURCE: ReadonlySet<string> = new Set([
  '関連文書',
  'Related document',
  'Related Documents',
  'advisory',
  'vendor',
]);

/**
 * The documents to which a record points, each once: CVEs and weaknesses by their identifiers, other notes of JVN and
 * CERT/CC as related, notices of vendors that the record names, all others as references.
 * @param vendors names of vendors as the record writes them
 */
export function readLinks(
  written: readonly WrittenLink[],
  own: { readonly id: string; readonly language: Language },
  vendors: ReadonlySet<string>,
): Links {
  const links: Links = { cves: [], cwes: [], related: [], references: [], notices: new Map() };
  const seen = new Set<string>();
  for (const link of written) {
    const id = typeof link.id.value === 'string' ? toLine(link.id.value) : '';
    const source = typeof link.source.value === 'string' ? toLine(link.source.value) : '';
    if (link.kind !== undefined) tell(link.kind);
    const weakness = weaknessOf(link, id, source);
    if (weakness !== undefined) readWeakness(links, link, weakness);
    else if (isCve(id, source)) readCve(links, link, id);
    else if (id === own.id && id !== '') readOwn(links, link);
    else readDocument(links, link, { id, source, seen, vendors });
  }
  return links;
}

/** RSS tells a weakness by its lack of a source; drafts of API 4.0 by its address alone. */
function weaknessOf({ kind, url }: WrittenLink, id: string, source: string): string | undefined {
  if (kind !== undefined) return kind.value === 'cwe' ? id : undefined;
  if (source !== '') return undefined;
  if (/^(?:NVD-)?CWE-/u.test(id)) return id;
  const page = /\/(?:cwe\/CWE-|data\/definitions\/)(\d{1,5})\.html$/u.exec(
    typeof url.value === 'string' ? url.value : '',
  );
  return page === null ? undefined : `CWE-${page[1] ?? ''}`;
}

function readWeakness(links: Links, link: WrittenLink, id: string): void {
  if (!isCweId(id)) drop(link.place, /^(?:NVD-)?CWE-[a-z]/iu.test(id) ? 'placeholder' : 'unreadable');
  else if (links.cwes.includes(id)) drop(link.place, 'duplicate');
  else {
    links.cwes.push(id);
    keepIdOnly(link);
  }
}

function isCve(id: string, source: string): boolean {
  return cvePattern.test(id) && (CVE_SOURCES.test(source) || source === '' || source === id);
}

/** The records of CVE and NVD have addresses that follow from the identifier. */
function readCve(links: Links, link: WrittenLink, id: string): void {
  if (isPlaceholder(id)) drop(link.place, 'placeholder');
  else if (links.cves.includes(id)) drop(link.place, 'duplicate');
  else {
    links.cves.push(id);
    keepIdOnly(link);
  }
}

/** Whether a text is what people write where an identifier is still to come: `CVE-2025-0000`. */
export function isPlaceholder(id: string): boolean {
  return id.match(placeholderPattern) !== null;
}

function keepIdOnly({ place, id, kind }: WrittenLink): void {
  drop(place, 'computed');
  tell(id);
  if (kind !== undefined) tell(kind);
}

function readOwn(links: Links, link: WrittenLink): void {
  const address = readAddress(link.url);
  tell(link.id);
  drop(link.source, 'computed');
  if (address !== undefined) links.page ??= address;
}

interface Identity {
  readonly id: string;
  readonly source: string;
  readonly seen: Set<string>;
  readonly vendors: ReadonlySet<string>;
}

function readDocument(links: Links, link: WrittenLink, identity: Identity): void {
  const isRelated = readRelated(links, link, identity.id);
  if (isRelated && isSameAddress(link.url.value, readKnownIdentifier(identity.id)?.url)) {
    for (const place of [link.url, link.source]) drop(place, 'computed');
    if (link.title !== undefined) drop(link.title, 'no-place');
    return;
  }
  const url = readAddress(link.url);
  if (url !== undefined) readReference(links, link, url, identity);
  else if (!isRelated) drop(link.place, link.url.value === undefined ? 'no-place' : 'unreadable');
}

/** Notes of JVN and CERT/CC, in all forms that their identifiers ever had and the check knows. */
function readRelated(links: Links, link: WrittenLink, id: string): boolean {
  const isNote = readKnownIdentifier(id) !== undefined || id.startsWith('JVN');
  if (!isNote || !isDocumentId(id) || isPlaceholder(id)) return false;
  tell(link.id);
  if (!links.related.includes(id)) links.related.push(id);
  return true;
}

function readReference(links: Links, link: WrittenLink, url: string, identity: Identity): void {
  const { source, seen, vendors } = identity;
  const title = readTitle(link);
  const isKnown = seen.has(url);
  if (isKnown || isPlaceholder(`${title ?? ''} ${url}`)) {
    drop(link.place, isKnown ? 'duplicate' : 'placeholder');
    return;
  }
  seen.add(url);
  if (link.kind?.value === 'vendor' && vendors.has(source)) {
    tell(link.source);
    const notice = { url, ...(title !== undefined && { label: title }) };
    links.notices.set(source, [...(links.notices.get(source) ?? []), notice]);
    return;
  }
  const publisher = readPublisher(link.source, source);
  links.references.push({
    title: title ?? publisher ?? addressTitle(url),
    url,
    ...(publisher !== undefined && { publisher }),
  });
}

function readPublisher(place: Place, source: string): string | undefined {
  if (text(place) === undefined) return undefined;
  if (NO_SOURCE.has(source)) {
    drop(place, 'placeholder');
    return undefined;
  }
  return source;
}

/** The title; JVN iPedia often writes it where the identifier belongs. */
function readTitle({ id, title }: WrittenLink): string | undefined {
  const [name, number] = [lineOf(title), lineOf(id)];
  if (name === undefined || number === undefined || name.includes(number)) return name ?? number;
  retell(id, `${number}: ${name}`);
  return `${number}: ${name}`;
}

function lineOf(place: Place | undefined): string | undefined {
  const written = place && text(place);
  return written === undefined ? undefined : toLine(written) || undefined;
}

/** Addresses of one page: with or without `www.`, over HTTP or HTTPS, to the folder or its index. */
function isSameAddress(written: unknown, known: string | undefined): boolean {
  if (typeof written !== 'string' || known === undefined) return false;
  return bare(written) === bare(known);
}

function bare(address: string): string {
  return address
    .trim()
    .replace(/^https?:\/\/(?:www\.)?/u, '')
    .replace(/^jvn\.jp\/en\//u, 'jvn.jp/')
    .replace(/(?:\/index\.html?|\/)$/u, '');
}
