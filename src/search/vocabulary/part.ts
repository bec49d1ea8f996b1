/** A part of the vocabulary as a file, a line a word: `shampoo 3 1`, `deep 12[deep learning=dl]`. */
import type { OtherName, VocabularyWord } from './model.ts';

/** The word; papers, unless it is one; titles, if any (then papers always); other names as `[phrase=other]`. */
function line({ word, papers, titles, names }: VocabularyWord): string {
  const counts = titles > 0 ? ` ${papers} ${titles}` : papers === 1 ? '' : ` ${papers}`;
  return word + counts + names.map(({ phrase, other }) => `[${phrase}=${other}]`).join('');
}

/** Writes a part. */
export function writePart(words: readonly VocabularyWord[]): string {
  return `${words.map(line).join('\n')}\n`;
}

const shape = /^([\p{L}\p{N}]+)(?: (\d+))?(?: (\d+))?((?:\[[^[\]=]+=[^[\]=]+\])*)$/u;

function otherNames(text: string): OtherName[] {
  return [...text.matchAll(/\[([^[\]=]+)=([^[\]=]+)\]/gu)].map(([, phrase = '', other = '']) => ({
    phrase,
    other,
  }));
}

/** Reads a part; a line of another shape is left out. */
export function readPart(text: string): VocabularyWord[] {
  const words: VocabularyWord[] = [];
  for (const row of text.split('\n')) {
    const [, word, papers = '1', titles = '0', names = ''] = shape.exec(row) ?? [];
    if (word === undefined) continue;
    words.push({ word, papers: Number(papers), titles: Number(titles), names: otherNames(names) });
  }
  return words;
}
