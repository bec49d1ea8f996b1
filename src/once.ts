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
