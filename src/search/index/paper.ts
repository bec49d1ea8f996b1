/** What of a paper is searched, as its text lies in Pagefind's index. */
import { indexedWords } from '../vocabulary/collect.ts';
import { stopWords } from '../../text/words.ts';
import { textWeight, type Posting } from './postings.ts';
import type { PaperText } from './text-files.ts';

/** What of a paper is indexed: its text as Pagefind reads it. */
export type IndexedText = Pick<PaperText, 'content' | 'meta'>;

/** The paper's text without its title, which Pagefind ends with a full stop, and without its authors. */
function bodyOf({ content, meta }: IndexedText): string {
  let body = content.replaceAll('\u200b', '');
  for (const lead of [meta['title'], meta['authors']]) {
    if (lead === undefined || !body.startsWith(lead)) continue;
    body = body.slice(lead.length).replace(/^[.\s]+/, '');
  }
  return body;
}

const telling = (words: Iterable<string>): Set<string> => {
  const found = new Set<string>();
  for (const word of words) if (!stopWords.has(word)) found.add(word);
  return found;
};

/**
 * Every word of a paper, and how it stands there. Small words are kept in titles alone: they say nothing elsewhere.
 *
 * @param paper its ordinal
 */
export function postingsOf(text: IndexedText, paper: number): Map<string, Posting> {
  const { meta } = text;
  const inTitle = new Set(indexedWords(meta['title'] ?? ''));
  const inName = new Set(indexedWords(meta['name'] ?? ''));
  const authors = new Set(indexedWords(meta['authors'] ?? ''));
  const inNote = telling(indexedWords(meta['note'] ?? ''));
  const counts = new Map<string, number>();
  const body = indexedWords(bodyOf(text));
  for (const word of body) if (!stopWords.has(word)) counts.set(word, (counts.get(word) ?? 0) + 1);
  for (const word of telling((meta['also'] ?? '').split(' '))) {
    if (word !== '' && !counts.has(word)) counts.set(word, 1);
  }
  const titleLength = telling(inTitle).size;
  const nameLength = telling(inName).size;
  const all = new Set([...inTitle, ...authors, ...inNote, ...counts.keys()]);
  return new Map(
    [...all].map((word) => [
      word,
      {
        paper,
        weight: textWeight(counts.get(word) ?? 0, body.length),
        title: inTitle.has(word),
        name: inName.has(word),
        author: authors.has(word),
        note: inNote.has(word),
        titleLength,
        nameLength,
      },
    ]),
  );
}
