import { renderSecurityTxt, securityTxtExpiry, toContactUri } from '#formats/csaf-provider/security-txt.ts';
import { firstLanguage } from '#domain/language.ts';
import { formatUrl, homeAddress } from '../addresses.ts';
import { buildFrame } from '../frame.ts';
import type { PlannedFile } from '../plan.ts';
import type { SiteIndex } from '../site-index.ts';
import type { CsafTree } from './csaf-tree.ts';
import { securityTxtAddress } from './export-addresses.ts';

/**
 * `security.txt` of the site. Its contacts are the publisher's own where that is a mail or web address, else the page on
 * how to report, else the site itself, because one is required. A file of the same name in `public/` takes its place.
 */
export function planSecurityTxt({ catalog }: SiteIndex, trees: readonly CsafTree[]): PlannedFile {
  const { site, now } = catalog;
  const { contact, securityPolicyUrl } = site.publisher;
  const language = firstLanguage(site);
  const fallback = buildFrame(catalog, language).reportAddress ?? homeAddress(site, language);
  return {
    kind: 'file',
    address: securityTxtAddress(),
    type: 'text/plain',
    yields: true,
    render: () =>
      renderSecurityTxt({
        contacts: [toContactUri(contact) ?? formatUrl(site, fallback)],
        expires: securityTxtExpiry(now),
        languages: site.languages,
        canonicalUrl: formatUrl(site, securityTxtAddress()),
        ...(securityPolicyUrl !== undefined && { policyUrl: new URL(securityPolicyUrl).href }),
        csafUrls: trees.map(({ addresses }) => formatUrl(site, addresses.metadata)),
      }),
  };
}
