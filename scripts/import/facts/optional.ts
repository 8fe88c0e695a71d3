/** A list under its name, or nothing where it is empty: what says nothing stands in no draft. */
export function optional<Key extends string, Item>(
  key: Key,
  list: readonly Item[],
): { [Name in Key]?: Item[] } {
  return (list.length === 0 ? {} : { [key]: [...list] }) as { [Name in Key]?: Item[] };
}
