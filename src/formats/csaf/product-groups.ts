import type { StatusEntry } from './product-status.ts';

/** Equal statements as one statement about all their products, in the order in which they were first made. */
export function mergeProducts<Value extends object>(
  told: readonly { entry: StatusEntry; value: Value }[],
): (Value & { product_ids: string[] })[] {
  return [...Map.groupBy(told, ({ value }) => JSON.stringify(value)).values()].flatMap((group) => {
    const [first] = group;
    return first ? [{ ...first.value, product_ids: group.map(({ entry }) => entry.product.id) }] : [];
  });
}
