import { toCsaf } from '#formats/csaf/to-csaf.ts';
import { formatUrl } from '../addresses.ts';
import { csafDocumentsOf } from './csaf-documents.ts';
import { ENGINE } from './engine.ts';
import type { PlanFormat } from './planned-format.ts';

/** The CSAF 2.0 documents of an advisory: one for each of its languages and the VEX view. */
export const planCsaf20: PlanFormat = ({ index }, { advisory, record, basis }) =>
  csafDocumentsOf(index, advisory)
    .filter(({ version }) => version === '2.0')
    .map(({ view, language, trackingId, address }) => ({
      kind: 'file',
      format: view === 'vex' ? 'csaf-vex' : 'csaf',
      language,
      address,
      type: 'application/json',
      render: () => {
        const selfUrl = formatUrl(index.catalog.site, address);
        const document = toCsaf(record(), { view, language, trackingId, selfUrl, engine: ENGINE });
        return `${JSON.stringify(document, null, 2)}\n`;
      },
      basis,
      hashes: ['sha256', 'sha512'],
    }));
