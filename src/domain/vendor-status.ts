import { z } from 'zod';

/**
 * What a vendor says about its products: the closed vocabulary of VULDEF 3.2 (`affectedstatusEnum`)
 * plus `notified`, meaning that information was provided and no answer has come yet.
 * A status says whether products were ever affected; a fix does not turn it back.
 */
export const VENDOR_STATUSES = [
  'affected',
  'affected-investigating',
  'not-affected',
  'not-affected-investigating',
  'unknown',
  'notified',
] as const;

export type VendorStatus = (typeof VENDOR_STATUSES)[number];

export const vendorStatusSchema = z
  .enum(VENDOR_STATUSES)
  .describe('The vendor’s status: were its products ever affected? A later fix does not change it.');

/** The order in which a table shows statuses: those that ask the reader to act come first. */
export function compareVendorStatus(a: VendorStatus | undefined, b: VendorStatus | undefined): number {
  return rank(a) - rank(b);
}

const SHOWN_ORDER: readonly VendorStatus[] = [
  'affected',
  'affected-investigating',
  'not-affected-investigating',
  'unknown',
  'notified',
  'not-affected',
];

function rank(status: VendorStatus | undefined): number {
  return status === undefined ? SHOWN_ORDER.length : SHOWN_ORDER.indexOf(status);
}
