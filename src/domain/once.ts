/** Asks once and remembers the answer. */
export function once<Value>(build: () => Value): () => Value {
  let built: { value: Value } | undefined;
  return () => {
    built ??= { value: build() };
    return built.value;
  };
}

/** Asks once for each key, and remembers the answer as long as anybody holds the key. */
export function oncePer<Key extends WeakKey, Value>(build: (key: Key) => Value): (key: Key) => Value {
  const built = new WeakMap<Key, { value: Value }>();
  return (key) => {
    const known = built.get(key) ?? { value: build(key) };
    built.set(key, known);
    return known.value;
  };
}
