import { isObject } from '#formats/foreign/outcome.ts';
import type { Refusal } from '../format.ts';

/** What else a CSAF provider publishes (CSAF 2.0 §7.1), by a member that only it has. */
const OTHERS: readonly (readonly [path: readonly string[], what: string])[] = [
  [['metadata_version'], 'provider-metadata'],
  [['aggregator_version'], 'aggregator'],
  [['csaf_providers'], 'aggregator'],
  [['feed'], 'ROLIE feed'],
  [['service'], 'ROLIE service document'],
  [['categories'], 'ROLIE category document'],
];

/** Why a JSON value is no CSAF document at all; what a provider publishes beside its documents is passed over. */
export function tellOther(
  value: unknown,
): { readonly skipped: Refusal } | { readonly refusal: Refusal } | undefined {
  if (isObject(value) && Object.hasOwn(value, 'document')) return undefined;
  const other = OTHERS.find(([path]) => path.every((key) => isObject(value) && Object.hasOwn(value, key)));
  if (other !== undefined) return { skipped: { why: 'not-an-advisory', what: other[1] } };
  return { refusal: { why: 'other-format', at: '/document', what: 'CSAF document' } };
}
