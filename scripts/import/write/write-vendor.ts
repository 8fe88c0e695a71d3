import { type VendorFacts, vendorSchema } from '#domain/vendor.ts';
import { formatYaml } from '#catalog/format-front-matter.ts';
import { pickKnown } from '#catalog/pick-known.ts';
import type { WrittenFile } from './written-file.ts';

/** A vendor’s file; lists that are empty are left out. */
export function writeVendor(slug: string, facts: VendorFacts): WrittenFile {
  const told = Object.fromEntries(
    Object.entries(facts).filter(([, value]) => !(Array.isArray(value) && value.length === 0)),
  );
  return { path: `vendors/${slug}.yaml`, text: formatYaml(pickKnown(vendorSchema, told) ?? {}) };
}
