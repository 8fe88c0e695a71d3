import { formatJson } from '#formats/format-json.ts';
import { listClaims } from '#formats/openvex/list-claims.ts';
import { toOpenVex } from '#formats/openvex/to-openvex.ts';
import { formatUrl } from '../addresses.ts';
import { toAnswered } from './answered-facts.ts';
import { openVexAddress } from './export-addresses.ts';
import type { PlanFormat } from './planned-format.ts';

/** What vendors say about the vulnerabilities, where any of them says something. */
export const planOpenVex: PlanFormat = ({ index }, { advisory, record, basis }) => {
  const { facts } = advisory;
  const { state, vulnerabilities } = facts;
  if (listClaims({ state, vulnerabilities, ...toAnswered(facts) }).length === 0) return [];
  const address = openVexAddress(advisory.slug);
  return [
    {
      kind: 'file',
      format: 'openvex',
      address,
      type: 'application/json',
      render: () => formatJson(toOpenVex(record(), formatUrl(index.catalog.site, address))),
      basis,
    },
  ];
};
