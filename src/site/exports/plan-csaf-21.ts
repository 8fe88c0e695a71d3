import { toCsaf21 } from '#formats/csaf/to-csaf-21.ts';
import { formatUrl } from '../addresses.ts';
import { csafDocumentsOf } from './csaf-documents.ts';
import { ENGINE } from './engine.ts';
import type { PlanFormat } from './planned-format.ts';

/** The experimental CSAF 2.1 documents of an advisory, one for each of its languages. */
export const planCsaf21: PlanFormat = ({ index }, { advisory, record, basis }) =>
  csafDocumentsOf(index, advisory)
    .filter(({ version }) => version === '2.1')
    .map(({ language, trackingId, address }) => ({
      kind: 'file',
      format: 'csaf-2.1',
      language,
      address,
      type: 'application/json',
      render: () => {
        const selfUrl = formatUrl(index.catalog.site, address);
        const document = toCsaf21(record(), { language, trackingId, selfUrl, engine: ENGINE });
        return `${JSON.stringify(document, null, 2)}\n`;
      },
      basis,
      hashes: ['sha256', 'sha512'],
    }));
