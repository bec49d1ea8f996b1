/** The words of a query that are worth marking. Pure. */
import { tidyQuery } from '../../query.ts';

/** A part of a query: a word or a phrase in quotes, with what stands before it. */
const token = /(-?)(?:(title|author|topic):)?(?:["“”„«»]([^"“”„«»]*)["“”„«»]?|(\S+))/giu;

/**
 * Reads a query as it stands in an address.
 *
 * @returns words and phrases that a paper's text may hold: not those left out (`-word`), nor authors and topics
 */
export function wordsOfQuery(query: string): string[] {
  return [...tidyQuery(query).matchAll(token)]
    .filter(([, minus, field]) => minus === '' && !/^(?:author|topic)$/i.test(field ?? ''))
    .map(([, , , phrase, word]) => (phrase ?? word ?? '').trim())
    .filter((word) => /[\p{L}\p{N}]/u.test(word));
}
