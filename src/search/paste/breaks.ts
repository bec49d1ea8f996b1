/** Words that a line break has parted: `contras- tive`. */
import { fold } from '../../text/letters.ts';

const parted = /(?<!\p{L})(\p{L}{1,40})- (\p{L}{1,40})/gu;

/**
 * Puts together what a line break has parted: with the hyphen, unless the archive holds the word without it.
 *
 * @param isKnown whether the archive holds a word, folded
 */
export async function mendBreaks(
  text: string,
  isKnown: (word: string) => Promise<boolean>,
): Promise<string> {
  const found = [...text.matchAll(parted)];
  const known = await Promise.all(
    found.map(([, head = '', tail = '']) => isKnown(fold(head + tail))),
  );
  return found.reduce(
    (mended, [whole, head = '', tail = ''], at) =>
      mended.replace(whole, head + (known[at] === true ? '' : '-') + tail),
    text,
  );
}
