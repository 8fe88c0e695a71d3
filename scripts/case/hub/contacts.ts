import type { CaseRecord, CaseVendor } from '#coordination/case-record.ts';
import type { Contact } from '#coordination/hub-files.ts';
import { nearest } from '#domain/nearest.ts';
import { CaseError } from '../case-error.ts';
import type { Cases } from '../desk.ts';

/**
 * A vendor's entry in the hub.
 * @throws {CaseError} when it has none
 */
export function requireContact({ contacts }: Cases, vendor: string): Contact {
  const contact = contacts.get(vendor);
  if (contact !== undefined) return contact;
  throw new CaseError('unknown-vendor', { vendor, nearest: nearest(vendor, [...contacts.keys()]) ?? '' });
}

/**
 * A vendor of a case.
 * @throws {CaseError} when it does not take part
 */
export function requireVendor({ code, vendors }: CaseRecord, vendor: string): CaseVendor {
  const found = vendors.find((one) => one.vendor === vendor);
  if (found !== undefined) return found;
  const slugs = vendors.map((one) => one.vendor);
  throw new CaseError('not-in-case', { code, vendor, nearest: nearest(vendor, slugs) ?? '' });
}
