/** The items of a list, each once, in the order in which they come first. */
export function unique<Item>(list: readonly Item[]): Item[] {
  return [...new Set(list)];
}
