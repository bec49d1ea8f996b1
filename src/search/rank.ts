/** The paper that was asked for by name comes first, whatever the words' weights say. */
import { titleKey } from '../digest/identity.ts';

/** How well a title answers a query that may be a title: 0 not at all, 3 it is the title. */
function closeness(wanted: string, words: number, title: string): number {
  const key = titleKey(title);
  if (key === wanted) return 3;
  // `SOAP` for `SOAP: Improving and Stabilizing …`: the name before the colon or dash.
  const name = /^(.{1,80}?)(?::| [-–—] )/.exec(title)?.[1];
  if (name !== undefined && titleKey(name) === wanted) return 2;
  // One word begins many titles by chance, and says nothing of which is meant.
  return words > 1 && key.startsWith(wanted) ? 1 : 0;
}

/**
 * Puts titles that equal the query first, then those whose name it is, then those it begins.
 * Case, punctuation, accents and TeX do not count. Otherwise the order stays.
 *
 * @param query as typed
 * @param hits in order of relevance
 */
export function rankByTitle<Hit extends { readonly title: string }>(
  query: string,
  hits: readonly Hit[],
): Hit[] {
  const wanted = titleKey(query);
  if (wanted === '') return [...hits];
  const words = query.trim().split(/\s+/).length;
  return hits
    .map((hit, place) => ({ hit, place, close: closeness(wanted, words, hit.title) }))
    .toSorted((a, b) => b.close - a.close || a.place - b.place)
    .map(({ hit }) => hit);
}
