import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { toUri } from '#formats/record/to-uri.ts';
import type { OsvReference } from './osv-record.ts';

const ADVISORY =
  /^https?:\/\/(?:nvd\.nist\.gov\/vuln\/detail\/|(?:www\.)?cve\.org\/CVERecord|github\.com\/(?:advisories\/|[^/]+\/[^/]+\/security\/advisories\/))/iu;
const FIX = /^https?:\/\/(?:github\.com|gitlab\.com)\/.+\/commit\/[0-9a-f]{7,}/iu;

/**
 * Where to read more (OSV 1.7, `references[]`), each address once: the advisory's own pages, English first, then the
 * vendors' notices, then the rest, whose type is told from addresses that leave no doubt.
 */
export function toOsvReferences({ urls, vendors, references }: AdvisoryRecord): OsvReference[] {
  const { en, ...others } = urls;
  const advisories = [...(en === undefined ? [] : [en]), ...Object.values(others)];
  const notices = vendors.flatMap((vendor) => vendor.notices.map(({ url }) => url));
  const found = new Map<string, OsvReference>();
  const add = (text: string, type?: OsvReference['type']) => {
    const url = toUri(text);
    if (url !== undefined && !found.has(url)) found.set(url, { type: type ?? typeOf(url), url });
  };
  for (const url of [...advisories, ...notices]) add(url, 'ADVISORY');
  for (const { url } of references) add(url);
  return [...found.values()];
}

function typeOf(url: string): OsvReference['type'] {
  if (ADVISORY.test(url)) return 'ADVISORY';
  return FIX.test(url) ? 'FIX' : 'WEB';
}
