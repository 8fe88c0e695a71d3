/** How a link may be rendered: to another host, to a mailbox, or within this site. */
type LinkTarget = 'external' | 'mail' | 'internal';

/** Why a link is not rendered. */
type LinkRefusal =
  'scheme' | 'protocol-relative' | 'backslash' | 'hidden-character' | 'credentials' | 'malformed' | 'length';

export type LinkVerdict =
  | { readonly ok: true; readonly target: LinkTarget; readonly href: string }
  | { readonly ok: false; readonly reason: LinkRefusal };

const MAX_LINK_LENGTH = 2048;

/** Browsers drop some of these while reading a URL (WHATWG URL §4.4) and readers see none of them. */
const HIDDEN = /[\p{Cc}\p{Cf}\p{Cs}\u2028\u2029]/u;

/**
 * A link destination as Markdown gives it → what to write in `href`, or why not.
 * Allowed are http, https, mailto and same-site references (RFC 3986 §4.2) that name no host.
 */
export function checkLink(url: string): LinkVerdict {
  if (url.length > MAX_LINK_LENGTH) return refuse('length');
  if (HIDDEN.test(url)) return refuse('hidden-character');
  // Browsers read `/\host` as `//host`.
  if (url.includes('\\')) return refuse('backslash');
  if (/^\s*\/\//.test(url)) return refuse('protocol-relative');
  const scheme = /^([^/?#]*?):/.exec(url)?.[1]?.toLowerCase();
  if (scheme === undefined) return accept('internal', url);
  if (scheme === 'mailto')
    return /^mailto:[^\s@]+@[^\s@]+$/i.test(url) ? accept('mail', url) : refuse('malformed');
  return scheme === 'http' || scheme === 'https' ? checkWebAddress(url) : refuse('scheme');
}

function checkWebAddress(url: string): LinkVerdict {
  if (!/^https?:\/\/[^/]/i.test(url) || !URL.canParse(url)) return refuse('malformed');
  const { username, password } = new URL(url);
  return username === '' && password === '' ? accept('external', url) : refuse('credentials');
}

function accept(target: LinkTarget, url: string): LinkVerdict {
  return { ok: true, target, href: encodeUrl(url) };
}

function refuse(reason: LinkRefusal): LinkVerdict {
  return { ok: false, reason };
}

/** Percent-encodes what is not a URL code point (WHATWG URL §4.3), so that the attribute is valid. */
function encodeUrl(url: string): string {
  return url.replaceAll(/[\s"<>^`{|}]|%(?![0-9a-f]{2})/gi, encodeURIComponent);
}
