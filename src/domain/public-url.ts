/** A web address that readers can follow. */
export interface PublicUrl {
  /** The address as the URL standard writes it. */
  readonly href: string;
  readonly host: string;
}

/**
 * Why an address is not for readers.
 * - `malformed`: no absolute URL, or one with blanks, control characters or backslashes that browsers repair silently
 * - `not-web`: another scheme than http and https
 * - `credentials`: a user name or password in front of the host
 * - `private-host`: a host that only exists inside some network; `host` is what the address really leads to
 */
export interface UrlProblem {
  readonly problem: 'malformed' | 'not-web' | 'credentials' | 'private-host';
  readonly text: string;
  readonly host?: string;
}

/** Checks an address before it is printed on a public page. The text decides alone; nothing is looked up. */
export function parsePublicUrl(text: string): PublicUrl | UrlProblem {
  if (/[\s\p{C}\\]/u.test(text) || !URL.canParse(text)) return { problem: 'malformed', text };
  const url = new URL(text);
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return { problem: 'not-web', text };
  if (!/^https?:\/\/[^/]/iu.test(text)) return { problem: 'malformed', text };
  if (url.username !== '' || url.password !== '') return { problem: 'credentials', text };
  const host = url.hostname;
  return isPrivateHost(host) ? { problem: 'private-host', text, host } : { href: url.href, host };
}

/**
 * The origin of a site (`https://notes.example`), or `undefined` for an address that says more than that: every address
 * of a site starts at its root, so a path, a query, a fragment or credentials would be lost. One trailing slash is allowed.
 */
export function parseOrigin(text: string): string | undefined {
  if (!/^https?:\/\/[^\s/?#@\\]+\/?$/iu.test(text)) return undefined;
  return URL.parse(text)?.origin;
}

/** @param host as the URL parser gives it, so that `0x7f.1` and `2130706433` have become `127.0.0.1` */
function isPrivateHost(host: string): boolean {
  if (host.startsWith('[')) return isPrivateIpv6(ipv6Groups(host.slice(1, -1)));
  if (/^\d+\.\d+\.\d+\.\d+$/.test(host)) return isPrivateIpv4(host.split('.').map(Number));
  return isPrivateName(host.replace(/\.$/, ''));
}

/** Names without a dot, and top-level names that RFC 6761, RFC 6762, RFC 8375 and ICANN reserve for private use. */
function isPrivateName(name: string): boolean {
  if (!name.includes('.')) return true;
  return /\.(?:localhost|local|internal|intranet|lan|corp|home|private|test|invalid|home\.arpa|localdomain)$/.test(
    name,
  );
}

/** Ranges that the IANA IPv4 special-purpose registry keeps off the public internet, multicast and above included. */
function isPrivateIpv4([a = 0, b = 0]: readonly number[]): boolean {
  if (a === 0 || a === 10 || a === 127 || a >= 224) return true;
  if (a === 100) return b >= 64 && b <= 127;
  if (a === 169) return b === 254;
  if (a === 172) return b >= 16 && b <= 31;
  if (a === 198) return b === 18 || b === 19;
  return a === 192 && b === 168;
}

/** Unspecified, loopback, unique local, link-local, site-local, multicast, and IPv4 addresses in IPv6 clothes. */
function isPrivateIpv6(groups: readonly number[]): boolean {
  const [first = 0, second = 0] = groups;
  const [high = 0, low = 0] = groups.slice(6);
  const ipv4 = [high >> 8, high & 255, low >> 8, low & 255];
  const leading = groups.slice(0, 5).every((group) => group === 0);
  if (leading && (groups[5] === 0 || groups[5] === 0xffff)) return isPrivateIpv4(ipv4);
  if (first === 0x64 && second === 0xff9b) return isPrivateIpv4(ipv4);
  return (first & 0xfe00) === 0xfc00 || (first & 0xff80) === 0xfe80 || (first & 0xff00) === 0xff00;
}

/** The eight groups of an IPv6 address in the compressed form that the URL parser writes. */
function ipv6Groups(address: string): number[] {
  const [head = [], tail = []] = address
    .split('::')
    .map((side) => (side === '' ? [] : side.split(':').map((group) => Number.parseInt(group, 16))));
  return [...head, ...Array.from({ length: 8 - head.length - tail.length }, () => 0), ...tail];
}
