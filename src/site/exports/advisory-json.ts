import type { PlanFormat } from './planned-format.ts';
import { advisoryJsonAddress } from './export-addresses.ts';

/** The advisory as data, `advisory.json`, in the shape of `#formats/record/advisory-record.ts`. */
export const planAdvisoryJson: PlanFormat = ({ index }, { advisory, record, basis }) => [
  {
    kind: 'file',
    format: 'json',
    address: advisoryJsonAddress(index.catalog.site, advisory),
    type: 'application/json',
    render: () => `${JSON.stringify(record(), null, 2)}\n`,
    basis,
  },
];
