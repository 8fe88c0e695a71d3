/** The list without values that are the same as an earlier one, key by key: some formats refuse twins. */
export function withoutTwins<Value>(list: readonly Value[]): Value[] {
  return [...new Map(list.map((value) => [JSON.stringify(value), value])).values()];
}
