import type { PlanFormat } from './planned-format.ts';
import { formatJson } from '#formats/format-json.ts';
import { formatUrl } from '../addresses.ts';
import { advisoryJsonAddress, apiSchemaAddress } from './export-addresses.ts';

/**
 * The advisory as data, `advisory.json`: the record of `#formats/record/advisory-record.ts` behind the address of its
 * JSON Schema.
 */
export const planAdvisoryJson: PlanFormat = ({ index }, { advisory, record, basis }) => [
  {
    kind: 'file',
    format: 'json',
    address: advisoryJsonAddress(index.catalog.site, advisory),
    type: 'application/json',
    render: () => {
      const $schema = formatUrl(index.catalog.site, apiSchemaAddress('advisory'));
      return formatJson({ $schema, ...record() });
    },
    basis,
  },
];
