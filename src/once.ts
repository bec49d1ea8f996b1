/**
 * Makes a function work once for each object, and remember what it gave as long as the object is there. What recognises
 * a capture by reading it so leaves its reading to what parses it.
 */
export function oncePer<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, { readonly value: Value }>();
  return (key) => {
    const before = known.get(key);
    if (before) return before.value;
    const value = work(key);
    known.set(key, { value });
    return value;
  };
}

/**
 * Makes a function work once for each key, and remember what it gave; what failed is asked for again.
 *
 * @param keyOf what tells one call from another: the first argument itself unless told
 * @param most answers kept; of more, the one asked for first is forgotten
 */
export function memoise<Given extends readonly unknown[], Value>(
  work: (...given: Given) => Value,
  {
    keyOf = ([key]) => key,
    most = Infinity,
  }: { keyOf?: (given: Given) => unknown; most?: number } = {},
): (...given: Given) => Value {
  const known = new Map<unknown, { readonly value: Value }>();
  return (...given) => {
    const key = keyOf(given);
    const before = known.get(key);
    if (before) return before.value;
    const value = work(...given);
    known.set(key, { value });
    if (value instanceof Promise) value.catch(() => known.delete(key));
    if (known.size > most) known.delete(known.keys().next().value);
    return value;
  };
}
