import type { Language } from '#domain/language.ts';
import { SECTION_HEADINGS } from '#domain/section.ts';
import type { AdvisoryRecord, RecordVendor } from '#formats/record/advisory-record.ts';
import { drop, member, type Place, tell, text, texts, untell } from '#formats/foreign/foreign-document.ts';
import type { Reading } from './reading.ts';

/** A web address that can be read; another one is lost. */
export function webAddress(place: Place, ...path: readonly string[]): string | undefined {
  const written = text(place, ...path);
  if (written === undefined || (/^https?:/iu.test(written) && URL.canParse(written))) return written;
  drop(member(place, ...path), 'unsafe');
  return undefined;
}

/** Who is thanked, one entry for each name (CSAF 2.0 §3.1.1). Roles are known in the words of our own documents. */
export function readCredits(
  places: readonly Place[],
  { words, say, isOwn }: Reading,
): AdvisoryRecord['credits'] {
  const roles = new Map(
    Object.entries(words.roles).flatMap(([role, word]) => [
      [word, role] as const,
      [`${word} (${words.anonymous})`, role] as const,
    ]),
  );
  return places.flatMap((place) => {
    const organization = text(place, 'organization');
    const summary = text(place, 'summary') ?? '';
    const role = roles.get(summary);
    if (role === undefined && isOwn) untell(member(place, 'summary'));
    const names = texts(place, 'names');
    if (role === undefined && organization === undefined && names.length === 0) return [];
    return (names.length === 0 ? [undefined] : names).map((name) => ({
      ...(name !== undefined && { name: say(name) }),
      ...(organization !== undefined && { affiliation: say(organization) }),
      role: role ?? 'other',
    }));
  });
}

/** What the references of a document lead to. */
export interface Links {
  /** Pages of the advisory. */
  readonly urls: AdvisoryRecord['urls'];
  readonly references: AdvisoryRecord['references'];
  readonly related: AdvisoryRecord['related'];
  /** Notices by the name of their vendor. */
  readonly notices: ReadonlyMap<string, RecordVendor['notices']>;
}

/**
 * References (CSAF 2.0 §3.1.7) of the document and of its vulnerabilities, each address once. Our own documents say of
 * which vendor one is a notice.
 */
export function readLinks(places: readonly Place[], vendors: readonly string[], reading: Reading): Links {
  const links = {
    urls: {} as Partial<Record<Language, string>>,
    references: [] as AdvisoryRecord['references'],
    related: [] as AdvisoryRecord['related'],
    notices: new Map<string, RecordVendor['notices']>(),
  };
  const known = new Set<string>();
  for (const place of places) {
    const url = webAddress(place, 'url');
    if (url === undefined) continue;
    if (known.has(url)) drop(place, 'duplicate');
    if (known.has(url)) continue;
    known.add(url);
    const title = text(place, 'summary') ?? url;
    tell(member(place, 'category'));
    const isPage = member(place, 'category').value === 'self';
    if (isPage && (reading.isOwn || isFirstPage(links.urls, url, reading)))
      addPage(links.urls, place, url, title, reading);
    else addLink(links, url, title, vendors, reading);
  }
  return links;
}

/** The vendors that notices name, in their order; only one that is known can have a colon in its name. */
export function readNoticeVendors(
  places: readonly Place[],
  known: readonly string[],
  { words: { titles } }: Reading,
): string[] {
  const start = titles.notice('');
  const named = places.flatMap((place) => {
    const title = member(place, 'summary').value;
    if (typeof title !== 'string' || !title.startsWith(start)) return [];
    const isKnown = known.some((name) => isNoticeOf(title, name, titles));
    return isKnown ? [] : [(title.slice(start.length).split(': ')[0] ?? '').trim()];
  });
  return [...new Set(named)].filter((name) => name !== '');
}

function isNoticeOf(title: string, vendor: string, titles: Reading['words']['titles']): boolean {
  return `${title}: `.startsWith(`${titles.notice(vendor)}: `);
}

/** Of other publishers’ pages the first is that of the advisory; the document itself is no page. */
function isFirstPage(urls: AdvisoryRecord['urls'], url: string, { language }: Reading): boolean {
  return urls[language] === undefined || /\.json$/iu.test(new URL(url).pathname);
}

/** The document itself is no page; the pages are those of its language and, in our own documents, of the other one. */
function addPage(
  urls: Partial<Record<Language, string>>,
  place: Place,
  url: string,
  title: string,
  { language, words }: Reading,
): void {
  const other: Language = language === 'ja' ? 'en' : 'ja';
  if (/\.json$/iu.test(new URL(url).pathname)) return;
  if (urls[language] === undefined) urls[language] = url;
  else if (title.endsWith(`(${words.webPage[other]})`) && urls[other] === undefined) urls[other] = url;
  else untell(member(place, 'url'));
}

function addLink(
  links: {
    references: AdvisoryRecord['references'];
    related: AdvisoryRecord['related'];
    notices: Map<string, RecordVendor['notices']>;
  },
  url: string,
  title: string,
  vendors: readonly string[],
  { language, say, words: { titles } }: Reading,
): void {
  const related = `${SECTION_HEADINGS[language].related[0]}: `;
  const vendor = vendors.find((name) => isNoticeOf(title, name, titles));
  if (title.startsWith(related) && title.length > related.length) {
    links.related.push({ id: title.slice(related.length), url });
  } else if (vendor === undefined) {
    links.references.push({ title: say(title), url });
  } else {
    const label = title.slice(titles.notice(vendor).length + 2);
    const notice = { url, ...(label !== '' && { label: say(label) }) };
    links.notices.set(vendor, [...(links.notices.get(vendor) ?? []), notice]);
  }
}
