import { hash } from 'node:crypto';
import type { Planned, PlannedPage } from './plan.ts';

/** Anything of a plan that is no page. */
export type PlannedData = Exclude<Planned, PlannedPage>;

/**
 * The content of one item by itself; what a listing tells of other files is found out by rendering those.
 * @param find an item of the same plan by its address
 */
export function renderPlanned(
  item: PlannedData,
  find: (address: string) => Planned | undefined,
): string | Uint8Array {
  if (item.kind !== 'listing') return item.render();
  return item.render((address) => {
    const other = find(address);
    if (other?.kind !== 'file' && other?.kind !== 'binary')
      throw new Error(`Nothing is known of ${address}.`);
    const bytes = Buffer.from(other.render());
    return { sha256: hash('sha256', bytes), size: bytes.length };
  });
}
