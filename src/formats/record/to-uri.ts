/** An address of the web in the characters of RFC 3986 §2; brackets are left to IPv6 hosts. */
const STRICT = /^https?:\/\/[\w.~:/?@!$&'()*+,;=%-]*(?:#[\w.~:/?@!$&'()*+,;=%-]*)?$/iu;

/**
 * A web address with nothing in it but the characters of a URI (RFC 3986 §2), for schemas that ask for `format: uri`:
 * hosts in their ASCII form, everything else percent-encoded. Browsers are laxer, and so is content. An address that is
 * strict already stays as written. `undefined` for what is no address of the web.
 */
export function toUri(text: string): string | undefined {
  const url = URL.parse(text.toWellFormed());
  if (url === null || !/^https?:$/u.test(url.protocol)) return undefined;
  if (STRICT.test(text) && !hasLoosePercent(text)) return text;
  const fragment = url.hash === '' ? '' : `#${encodeRest(url.hash.slice(1))}`;
  return `${url.protocol}//${url.host}${encodeRest(url.pathname + url.search)}${fragment}`;
}

function hasLoosePercent(text: string): boolean {
  return /%(?![0-9a-f]{2})/iu.test(text);
}

function encodeRest(part: string): string {
  return part.replace(/%(?![0-9a-f]{2})|[^\w.~:/?@!$&'()*+,;=%-]/giu, encodeURIComponent);
}
