/**
 * What is kept for a key: asked for the first time, and again after a failure.
 *
 * @param kept changed
 */
export function remembered<Value>(
  kept: Map<string, Promise<Value>>,
  key: string,
  ask: () => Promise<Value>,
): Promise<Value> {
  const known = kept.get(key);
  if (known !== undefined) return known;
  const answer = ask();
  kept.set(key, answer);
  answer.catch(() => kept.delete(key));
  return answer;
}
