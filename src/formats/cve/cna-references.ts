import type { AdvisoryRecord } from '#formats/record/advisory-record.ts';
import { speak } from '#formats/record/texts.ts';
import { toUri } from '#formats/record/to-uri.ts';
import { clip } from './clip.ts';
import type { CnaReference } from './cna-container.ts';

/** The record itself and what is derived from it (CNA Operational Rules §5.3). */
const THE_RECORD_ITSELF =
  /^https?:\/\/(?:(?:www\.)?cve\.org\/CVERecord|cve\.mitre\.org\/cgi-bin\/cvename|nvd\.nist\.gov\/vuln\/detail\/|cveawg\.mitre\.org\/)/iu;
const PATCH = /^https?:\/\/(?:github\.com|gitlab\.com)\/.+\/commit\/[0-9a-f]{7,}/iu;
const MAX_REFERENCES = 512;
const MAX_URL = 2048;
const MAX_NAME = 512;

/**
 * Public references (CVE Record Format 5.1, `references[]`), each address once: the advisory's own pages, English first,
 * vendors' notices, and what the advisory refers to.
 */
export function toCnaReferences(record: AdvisoryRecord): CnaReference[] {
  const { urls, vendors, references, languages, publisher } = record;
  const found = new Map<string, CnaReference>();
  const add = (text: string, name: string | undefined, tag: string | undefined) => {
    const url = toUri(text);
    if (url === undefined || url.length > MAX_URL || THE_RECORD_ITSELF.test(url) || found.has(url)) return;
    found.set(url, {
      url,
      ...(name !== undefined && { name: clip(name, MAX_NAME) }),
      ...(tag !== undefined && { tags: [tag] }),
    });
  };
  const own = publisher.category === 'vendor' ? 'vendor-advisory' : 'third-party-advisory';
  const { en, ...others } = urls;
  for (const url of [...(en === undefined ? [] : [en]), ...Object.values(others)]) add(url, record.id, own);
  for (const { url, label } of vendors.flatMap(({ notices }) => notices))
    add(url, label && speak(label, 'en', languages), 'vendor-advisory');
  for (const { url, title } of references)
    add(url, speak(title, 'en', languages), PATCH.test(url) ? 'patch' : undefined);
  return [...found.values()].slice(0, MAX_REFERENCES);
}
