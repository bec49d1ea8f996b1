/** How the words of some texts are written there. */
import { memoise } from '../once.ts';
import { wordPattern } from '../text/words.ts';
import { wordsOf } from './words.ts';

/**
 * Finds the commonest spelling of words. Linear in the length of the texts.
 *
 * @param texts prose: headings have capitals that say nothing
 * @param keys the words, as `Word.key`
 * @returns the spelling of a key, with capitals if most have them; the key itself where it does not occur
 */
export function writtenIn(
  texts: Iterable<string>,
  keys: ReadonlySet<string>,
): (key: string) => string {
  const keyOf = memoise((word: string): string => {
    const [only, ...more] = wordsOf(word);
    return more.length === 0 && only !== undefined && keys.has(only.key) ? only.key : '';
  });
  const counts = new Map<string, Map<string, number>>();
  for (const text of texts)
    for (const [word] of text.matchAll(wordPattern)) {
      const key = keyOf(word);
      if (key === '') continue;
      const forms = counts.get(key) ?? new Map<string, number>();
      counts.set(key, forms);
      forms.set(word, (forms.get(word) ?? 0) + 1);
    }
  const best = new Map(
    [...counts].map(([key, forms]) => [
      key,
      [...forms].reduce((one, other) => (other[1] > one[1] ? other : one))[0],
    ]),
  );
  return (key) => best.get(key) ?? key;
}
