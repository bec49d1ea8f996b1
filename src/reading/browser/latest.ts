/** What a kept search finds now, newest first. */
import { facets } from '#words/saved-search.ts';
import { chosenOf } from '../../search/facets.ts';
import { readAddress, writeAddress, type SearchState } from '../../search/address.ts';
import type { Hit } from '../../search/answer.ts';
import { connect } from '../../search/browser/connect.ts';
import { SearchEngine } from '../../search/engine.ts';

/** Papers looked at: more are hardly new. */
const most = 50;

const engine = new SearchEngine(connect);

const stateOf = (address: string): SearchState => readAddress(new URLSearchParams(address));

/** A search without its order, which is no part of what it finds; empty if it asks for nothing. */
export const searchIn = (address: string): string =>
  writeAddress({ ...stateOf(address), sort: 'relevance' });

/** A search for readers: `diffusion`, topic bandits. */
export function wordsOf(address: string): string {
  const { query, filters } = stateOf(address);
  const chosen = chosenOf(filters).map(({ facet, value }) =>
    value === 'yes' ? (facets[facet] ?? facet) : `${facets[facet] ?? facet} ${value}`,
  );
  return [...(query === '' ? [] : [`“${query}”`]), ...chosen].join(', ');
}

/**
 * Searches.
 *
 * @throws {SearchError} if the index cannot be loaded
 */
export async function latest(address: string): Promise<readonly Hit[]> {
  const answer = await engine.search({ ...stateOf(address), sort: 'date' });
  // Those that hold all that is asked for come first.
  const whole = answer.whole ?? answer.total;
  return answer.hits(Math.min(most, whole));
}
