import { listPositions } from '#formats/openvex/list-positions.ts';
import { toOpenVex } from '#formats/openvex/to-openvex.ts';
import { formatUrl } from '../addresses.ts';
import { openVexAddress } from './export-addresses.ts';
import type { PlanFormat } from './planned-format.ts';

/** What vendors say about the vulnerabilities, where any of them says something. */
export const planOpenVex: PlanFormat = ({ index }, { advisory, record, basis }) => {
  const { state, vulnerabilities, affected: products, vendors: rows } = advisory.facts;
  const vendors = rows.map(({ vendor, status, cves }) => ({ slug: vendor, status, exceptions: cves ?? {} }));
  if (listPositions({ state, vulnerabilities, products, vendors }).length === 0) return [];
  const address = openVexAddress(advisory.slug);
  return [
    {
      kind: 'file',
      format: 'openvex',
      address,
      type: 'application/json',
      render: () =>
        `${JSON.stringify(toOpenVex(record(), formatUrl(index.catalog.site, address)), null, 2)}\n`,
      basis,
    },
  ];
};
