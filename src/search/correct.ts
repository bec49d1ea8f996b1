/** What was searched for instead of a word that the archive does not hold. */
import type { Correction, Part } from './answer.ts';
import { bagOfText, holds } from './coverage.ts';
import { addPart } from './excerpt.ts';
import { words } from './searched-words.ts';
import type { Term } from './terms.ts';
import type { PaperText } from './texts.ts';

/**
 * The query with its mended words in place of what was typed.
 *
 * @param first the first paper it found: of several guesses, the one that stands there is shown
 * @returns undefined if no word was changed
 */
export function correctedText(
  typed: string,
  terms: readonly Term[],
  first: PaperText | undefined,
): Correction | undefined {
  const bag = first && bagOfText(first);
  const meant = new Map<string, string>();
  for (const term of terms) {
    if (!term.mended) continue;
    const there = bag && term.options.find((option) => holds(bag, { ...term, options: [option] }));
    const option = there ?? term.options[0];
    if (option !== undefined) meant.set(term.typed, option.word);
  }
  if (meant.size === 0) return undefined;
  const parts: Part[] = [];
  for (const piece of typed.split(/([^\p{L}\p{N}\p{M}]+)/u)) {
    const [word] = words(piece);
    const instead = word && meant.get(word.whole);
    addPart(parts, { text: instead ?? piece, mark: instead !== undefined });
  }
  if (!parts.some(({ mark }) => mark)) return undefined;
  return { query: parts.map(({ text }) => text).join(''), parts };
}

/** Words of a query as they were typed: `typed` is folded. */
export function asTyped(query: string, wanted: readonly string[]): string[] {
  const pieces = new Map(
    query.split(/\s+/).flatMap((piece) => {
      // Without brackets and stops; but `C++` and `A*` end so.
      const [bare = piece] = /[\p{L}\p{N}](?:.*[\p{L}\p{N}+#*])?/u.exec(piece) ?? [];
      return words(piece).map(({ whole }) => [whole, bare]);
    }),
  );
  for (const bound of query.match(/(?<!\p{L})O\([^()]+\)/gu) ?? []) {
    const [name] = words(bound);
    if (name?.whole.startsWith('bigo')) pieces.set(name.whole, bound);
  }
  return wanted.map((word) => pieces.get(word) ?? word);
}
