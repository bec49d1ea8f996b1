/** What the search page’s script says. */
import { counted, number } from '../formats.ts';

export const orLater = (year: number): string => `${year} or later`;
export const orEarlier = (year: number): string => `${year} or earlier`;
export const without = (what: string): string => `without ${what}`;
export const withoutMark = { code: 'code', note: 'a note' };
export const or = ' or ';
export const facets = {
  topic: 'Topic',
  year: 'Year',
  digest: 'Digest',
  venue: 'Venue',
  tag: 'Tag',
  code: 'Has code',
  note: 'Has a note',
};
export const titleWith = (words: string): string => `Title ${words}`;
export const authorNamed = (name: string): string => `Author ${name}`;
export const listed = (date: string): string => `listed ${date}`;
export const note = 'Note';
/** Said of what was found, and true of it however it was found: by some of the words, or by related ones. */
export const closest = {
  phrase: 'No paper has exactly that. These come closest.',
  words: 'No paper has all the words. These come closest.',
};
export const notKnown =
  ' is not among the identifiers that this archive knows. Most of its papers are listed without one: try the title.';
export const notHere = ' is not in this archive.';
export const andMore = (count: number): string => ` and ${number(count)} more`;
export const allHere = (count: number): string => `All ${number(count)} are in this archive.`;
export const someHere = (here: number, of: number): string =>
  `${here === 0 ? 'None' : number(here)} of ${number(of)} ${here > 1 ? 'are' : 'is'} in this archive. Not here: `;
export const withAllWords = (found: string, whole: number): string =>
  `${found}, ${number(whole)} with all the words`;
export const showingFor = 'Showing results for ';
export const insteadFor = (query: string): string => `Search instead for ${query}`;
export const alsoFor = (words: string): string => `Also searched for: ${words}`;
export const shown = (count: number, total: number): string =>
  `${number(count)} of ${number(total)} papers shown`;
export const withoutSome = 'Without some of the words';
export const searching = 'Searching …';
export const noneFound = 'No paper found';
export const noneFoundFor = (query: string, filtered: boolean): string =>
  `No paper found${query && ` for “${query}”`}${filtered ? ' with these filters' : ''}.`;
export const withoutFilters = 'Search without filters';
export const spelling = 'Check the spelling, or try another name for it.';
export const noIndex = 'There is no search index yet: run `npm run build` once, then try again.';
export const notLoaded = 'The search index could not be loaded.';
export const offline = 'You’re offline, and the search index isn’t saved on this device yet.';
export const tryAgain = 'Try again';
/** What is done to a query that found nothing. */
/** A word of the query that a paper does not hold, before those that stand for it; and words that nothing stands for. */
export const standing = (typed: string): string => `For “${typed}”: `;
export const lacking = (words: readonly string[]): string =>
  `Without ${words.map((word) => `“${word}”`).join(', ')}`;
export const relaxations = {
  quotes: 'Without the quotes',
  leftOut: 'Without what is left out',
  anywhere: 'Anywhere, not in one field',
  fields: 'Without fields',
  word: (word: string | undefined): string => `Without “${word}”`,
};
export const removeFilter = (name: string): string => `Remove filter: ${name}`;
export const removeFromQuery = (name: string): string => `Remove from query: ${name}`;
export const clearAll = 'Clear all';
export const forget = 'Forget';
export const forgetThis = (query: string): string => `Forget “${query}”`;
export const exportResults = 'Export results';
export const onMap = 'Show on the map';
export const resultsShown = (count: number): string =>
  `The ${counted(count, { one: 'result', other: 'results' })} shown`;
export const allResults = (count: number): string =>
  `All ${counted(count, { one: 'result', other: 'results' })}`;
export const saveSearch = 'Save this search';
export const searchSaved = 'Search saved';
export const savedSearch = 'Saved: your reading list shows what is new.';
export const unsavedSearch = 'Search no longer saved.';
