import { toCsaf21 } from '#formats/csaf/to-csaf-21.ts';
import { toCsaf } from '#formats/csaf/to-csaf.ts';
import { formatJson } from '#formats/format-json.ts';
import { formatUrl } from '../addresses.ts';
import { type CsafDocument, csafDocumentsOf } from './csaf-documents.ts';
import { ENGINE } from './engine.ts';
import type { FormatName, PlanFormat } from './planned-format.ts';

/** The CSAF documents of an advisory: those of 2.0, its VEX view among them, then the experimental ones of 2.1. */
export const planCsaf: PlanFormat = ({ index }, { advisory, record, basis }) =>
  csafDocumentsOf(index, advisory).map((document) => {
    const { version, view, language, trackingId, address } = document;
    return {
      kind: 'file',
      format: formatOf(document),
      language,
      address,
      type: 'application/json',
      render: () => {
        const selfUrl = formatUrl(index.catalog.site, address);
        const options = { view, language, trackingId, selfUrl, engine: ENGINE };
        return formatJson(version === '2.0' ? toCsaf(record(), options) : toCsaf21(record(), options));
      },
      basis,
      hashes: ['sha256', 'sha512'],
    };
  });

function formatOf({ version, view }: CsafDocument): FormatName {
  if (version === '2.1') return 'csaf-2.1';
  return view === 'vex' ? 'csaf-vex' : 'csaf';
}
