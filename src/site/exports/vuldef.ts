import { languagesOf } from '#catalog/queries.ts';
import { renderVuldef } from '#formats/vuldef/render-vuldef.ts';
import { vuldefAddress } from './export-addresses.ts';
import type { PlanFormat } from './planned-format.ts';

/** The advisory as VULDEF 3.2, one file for each language in which it was written. */
export const planVuldef: PlanFormat = ({ index: { catalog } }, { advisory, record, basis }) =>
  languagesOf(catalog, advisory).map((language) => ({
    kind: 'file',
    format: 'vuldef',
    language,
    address: vuldefAddress(catalog.site, language, advisory.slug),
    type: 'application/xml',
    render: () => renderVuldef(record(), language, catalog.site.timezone),
    basis,
  }));
