/**
 * Questions to arXiv's API.
 *
 * @see https://info.arxiv.org/help/api/user-manual.html#query_details
 */
import { functionWords } from '../text/word-lists.ts';

/** The first id of today's form: arXiv has it whenever it has anything. */
export const knownId = '0704.0001';

/** Ids in one question: an answer of about 250 KB. */
export const idsAtOnce = 100;

/** Titles in one question, joined by OR: an address of about 1.5 KB. */
export const titlesAtOnce = 10;

/** Papers wanted at most in one answer; the API's own default is 10. */
const mostResults = 100;

/** A title of fewer words may be part of thousands of others: it is asked for alone. */
const fewestShared = 4;

/** Words that are in too many titles to find one by; the search leaves function words out itself. */
const crowded = /^(?:along|approach|based|learning|methods?|models?|networks?|neural|versus)$/;

/**
 * The words of a title as the search takes them. A hyphen means NOT there and a colon a field, so nothing
 * but letters, digits and the point of a number goes through.
 */
function wordsOf(title: string): string[] {
  return (
    title
      .normalize('NFC')
      .replaceAll(/\\[A-Za-z]+\s*\{/g, ' ')
      .match(/[\p{L}\p{N}\p{M}]+(?:(?<=\d)\.(?=\d)\d+)*/gu) ?? []
  );
}

function question(parts: Readonly<Record<string, string>>): URLSearchParams {
  return new URLSearchParams({ ...parts, start: '0' });
}

/** Asks for papers by their ids; without a version that is the newest one. */
export const askForIds = (ids: readonly string[]): URLSearchParams =>
  question({ id_list: ids.join(','), max_results: String(ids.length) });

/** `ti:"words of the title"`; undefined for a title without words. Longer titles are cut at 30 words. */
export function phraseOf(title: string): string | undefined {
  const words = wordsOf(title).slice(0, 30);
  return words.length === 0 ? undefined : `ti:"${words.join(' ')}"`;
}

/** Whether a title may be asked for together with others. */
export const isDistinctive = (title: string): boolean => wordsOf(title).length >= fewestShared;

/** Asks for papers by phrases (see `phraseOf`). */
export const askForPhrases = (phrases: readonly string[]): URLSearchParams =>
  question({ search_query: phrases.join(' OR '), max_results: String(mostResults) });

/**
 * Titles with one word added, dropped or changed: of two halves of its telling words one is still whole.
 *
 * @returns undefined for a title with too few telling words
 */
export function nearQueryOf(title: string): string | undefined {
  const telling = [...new Set(wordsOf(title).map((word) => word.toLowerCase()))]
    .filter((word) => word.length >= 4 && !functionWords.has(word) && !crowded.test(word))
    .toSorted((a, b) => b.length - a.length)
    .slice(0, 6);
  if (telling.length < 4) return undefined;
  const half = (parity: number): string =>
    telling
      .filter((_, at) => at % 2 === parity)
      .map((word) => `ti:${word}`)
      .join(' AND ');
  return `(${half(0)}) OR (${half(1)})`;
}

/** Asks for papers by a query (see `nearQueryOf`), best first. */
export const askForNear = (query: string): URLSearchParams =>
  question({ search_query: query, max_results: '50' });
