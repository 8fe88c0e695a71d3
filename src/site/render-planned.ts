import { hash } from 'node:crypto';
import type { Planned, PlannedPage } from './plan.ts';

/** Anything of a plan that is no page. */
export type PlannedData = Exclude<Planned, PlannedPage>;

/**
 * The content of one item by itself; what it tells of other files or takes from them is found out by rendering those.
 * @param find an item of the same plan by its address
 */
export function renderPlanned(
  item: PlannedData,
  find: (address: string) => Planned | undefined,
): string | Uint8Array {
  const made = new Map<string, Buffer>();
  const read = (address: string): Buffer => {
    const other = find(address);
    if (other === undefined || other.kind === 'page') throw new Error(`Nothing is known of ${address}.`);
    const bytes = made.get(address) ?? Buffer.from(render(other));
    made.set(address, bytes);
    return bytes;
  };
  const render = (each: PlannedData): string | Uint8Array => {
    if (each.kind === 'file') return each.render();
    if (each.kind === 'binary') return each.render(read);
    return each.render((address) => {
      const bytes = read(address);
      return { sha256: hash('sha256', bytes), size: bytes.length };
    });
  };
  return render(item);
}
