/**
 * Makes a function work once for each object, and remember what it gave as long as the object is there.
 *
 * @param work does not give `undefined`
 */
export function oncePer<Key extends object, Value>(work: (key: Key) => Value): (key: Key) => Value {
  const known = new WeakMap<Key, Value>();
  return (key) => {
    const value = known.get(key) ?? work(key);
    known.set(key, value);
    return value;
  };
}
