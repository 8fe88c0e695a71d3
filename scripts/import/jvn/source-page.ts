import type { Language } from '#domain/language.ts';
import { readKnownIdentifier } from '#formats/myjvn/known-identifier.ts';

const HOSTS = new Set(['jvn.jp', 'jvndb.jvn.jp']);

/**
 * The page of JVN or JVN iPedia that shows a record, from its identifier; nothing for identifiers of others.
 *
 * @param id `JVNDB-2023-004814`, `JVN#12345678`, `JVNVU#90224831` …
 */
export function sourcePage(id: string, language: Language): string | undefined {
  const year = /^JVNDB-(\d{4})-\d{6}$/u.exec(id)?.[1];
  if (year !== undefined) return `https://jvndb.jvn.jp/${language}/contents/${year}/${id}.html`;
  const known = readKnownIdentifier(id);
  if (known?.source !== 'JVN') return undefined;
  return language === 'ja' ? known.url : known.url.replace('https://jvn.jp/', 'https://jvn.jp/en/');
}

/** The path of an address on JVN’s hosts, which can be retired. */
export function retiredPath(address: string | undefined): string | undefined {
  const url = address === undefined ? null : URL.parse(address);
  if (url === null || !HOSTS.has(url.hostname.replace(/^www\./u, ''))) return undefined;
  return /^\/[\w\-./~%]+$/u.test(url.pathname) ? url.pathname : undefined;
}

/** Who publishes what stands at an address of JVN. */
export function sourcePublisher(address: string): string | undefined {
  const host = URL.parse(address)?.hostname;
  if (host === 'jvndb.jvn.jp') return 'JVN iPedia';
  return host === 'jvn.jp' ? 'JVN' : undefined;
}
