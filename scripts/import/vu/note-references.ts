import { parsePublicUrl } from '#domain/public-url.ts';
import { drop, items, member, type Place, retell, text } from '#formats/foreign/foreign-document.ts';
import type { DraftFacts } from '../draft.ts';
import { toLine } from '../facts/plain-line.ts';

type DraftReference = NonNullable<DraftFacts['references']>[number];

export interface ReadReferences {
  readonly references: readonly DraftReference[];
  /** Lines that hold no address to follow: FTP, names of documents, what was torn apart. */
  readonly others: readonly string[];
}

/** The references of a note, one text or a list of them. Words beside an address become its title. */
export function readReferences(report: Place, known: readonly string[]): ReadReferences {
  const found = member(report, 'References');
  const places = Array.isArray(found.value) ? items(found) : [found];
  const seen = new Set(known.map(addressKey));
  const references: DraftReference[] = [];
  const others: string[] = [];
  for (const place of places) {
    const line = text(place);
    if (line === undefined) continue;
    const read = readLineOf(line);
    const fresh = read.references.filter(({ url }) => !seen.has(addressKey(url)));
    for (const { url } of fresh) seen.add(addressKey(url));
    references.push(...fresh);
    if (read.other !== undefined) others.push(read.other);
    else if (fresh.length === 0) drop(place, 'duplicate');
    else if (fresh.length === 1 && fresh[0]?.url !== line) retell(place, fresh[0]?.url ?? '');
  }
  return { references, others };
}

function readLineOf(line: string): { references: DraftReference[]; other?: string } {
  const parts = line.split(/\s+/u);
  const urls = parts.filter((part) => !('problem' in parsePublicUrl(part)));
  const rest = toLine(parts.filter((part) => !urls.includes(part)).join(' '));
  const [url] = urls;
  if (url === undefined) return { references: [], other: rest };
  if (rest === '') return { references: urls.map((each) => ({ title: documentTitle(each), url: each })) };
  const isTitle = urls.length === 1 && /^[([].*[)\]]$/u.test(rest) && !rest.includes('://');
  if (isTitle) return { references: [{ title: `${documentTitle(url)} ${rest}`, url }] };
  return { references: urls.map((each) => ({ title: documentTitle(each), url: each })), other: rest };
}

/** One address, whether written with the protocol of then or of now. */
function addressKey(url: string): string {
  return url.replace(/^http:/u, 'https:').replace(/\/$/u, '');
}

const LONGEST = 100;
const LONGEST_QUERY = 40;

/** Addresses of documents that everybody knows by an identifier. */
const KNOWN: readonly (readonly [RegExp, prefix: string])[] = [
  [/^https?:\/\/(?:www\.)?kb\.cert\.org\/vuls\/id\/(\d+)\/?$/u, 'VU#'],
  [/^https?:\/\/cwe\.mitre\.org\/data\/definitions\/(\d+)(?:\.html)?$/u, 'CWE-'],
  [/^https?:\/\/cve\.mitre\.org\/cgi-bin\/cvename\.cgi\?name=(?:CVE|CAN)-(\d{4}-\d{4,})$/u, 'CVE-'],
  [
    /^https?:\/\/(?:web\.)?nvd\.nist\.gov\/(?:vuln\/detail\/|view\/vuln\/detail\?vulnId=)CVE-(\d{4}-\d{4,})$/u,
    'CVE-',
  ],
  [/^https?:\/\/(?:tools\.ietf\.org\/html|www\.ietf\.org\/rfc)\/rfc(\d+)(?:\.txt)?$/u, 'RFC '],
  [/^https?:\/\/jvn\.jp\/(?:en\/)?jp\/JVN(?:%23)?([0-9A-F]{8})\/?(?:index\.html)?$/u, 'JVN#'],
];

/**
 * What to call a document of which only the address is known: its host and the end of its path, `securityfocus.com:
 * bid/7457`. A number alone says too little, so the word before it stands with it.
 */
export function documentTitle(url: string): string {
  const known = KNOWN.map(([form, prefix]) => [form.exec(url)?.[1], prefix] as const).find(([id]) => id);
  if (known !== undefined) return `${known[1]}${known[0]}`;
  const { hostname, pathname, search } = new URL(url);
  const host = hostname.replace(/^www\d?\./u, '');
  const parts = pathname.split('/').filter((part) => part !== '' && !/^(?:index|default)\.\w+$/iu.test(part));
  const last = parts.at(-1);
  if (last === undefined) return host;
  const name = /^\d+(?:\.\w+)?$/u.test(last) ? parts.slice(-2).join('/') : last;
  // Many old pages differ in their query only.
  const query = search.length <= LONGEST_QUERY ? search : '';
  const title = toLine(`${host}: ${decoded(name)}${query}`);
  return title.length <= LONGEST ? title : `${title.slice(0, LONGEST - 1)}…`;
}

function decoded(part: string): string {
  try {
    return decodeURIComponent(part);
  } catch {
    return part;
  }
}
