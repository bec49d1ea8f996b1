/** What the search page’s script says. */
import { counted, number } from '../formats.ts';

export const orLater = (year: number): string => `ab ${year}`;
export const orEarlier = (year: number): string => `bis ${year}`;
export const without = (what: string): string => `ohne ${what}`;
export const withoutMark = { code: 'Code', note: 'Notiz' };
export const or = ' oder ';
export const facets = {
  topic: 'Thema',
  year: 'Jahr',
  digest: 'Liste',
  venue: 'Erschienen in',
  tag: 'Schlagwort',
  code: 'Mit Code',
  note: 'Mit Notiz',
};
export const titleWith = (words: string): string => `Titel ${words}`;
export const authorNamed = (name: string): string => `Von ${name}`;
export const listed = (date: string): string => `aufgeführt ${date}`;
export const note = 'Notiz';
export const closest = {
  phrase: 'Kein Paper hat genau das. Diese kommen am nächsten.',
  words: 'Kein Paper hat alle Wörter. Diese kommen am nächsten.',
};
export const notKnown =
  ' ist keine der Kennungen, die dieses Archiv kennt. Die meisten seiner Paper haben keine: Versuchen Sie es mit dem Titel.';
export const notHere = ' ist nicht in diesem Archiv.';
export const andMore = (count: number): string => ` und ${number(count)} weitere`;
export const allHere = (count: number): string => `Alle ${number(count)} sind in diesem Archiv.`;
export const someHere = (here: number, of: number): string =>
  `${here === 0 ? 'Keines' : number(here)} von ${number(of)} ${here > 1 ? 'sind' : 'ist'} in diesem Archiv. Nicht hier: `;
export const withAllWords = (found: string, whole: number): string =>
  `${found}, ${number(whole)} mit allen Wörtern`;
export const showingFor = 'Treffer für ';
export const insteadFor = (query: string): string => `Stattdessen suchen nach ${query}`;
export const alsoFor = (words: string): string => `Auch gesucht: ${words}`;
export const shown = (count: number, total: number): string =>
  `${number(count)} von ${number(total)} Papern werden gezeigt`;
export const withoutSome = 'Ohne einige der Wörter';
export const searching = 'Sucht …';
export const noneFound = 'Kein Paper gefunden';
export const noneFoundFor = (query: string, filtered: boolean): string =>
  `Kein Paper${query && ` für „${query}“`}${filtered ? ' mit diesen Filtern' : ''} gefunden.`;
export const withoutFilters = 'Ohne Filter suchen';
export const spelling =
  'Prüfen Sie die Schreibweise, oder versuchen Sie einen anderen Namen dafür.';
export const noIndex =
  'Es gibt noch keinen Suchindex: Starten Sie einmal `npm run build`, und versuchen Sie es dann wieder.';
export const notLoaded = 'Der Suchindex ließ sich nicht laden.';
export const offline =
  'Sie sind offline, und der Suchindex ist auf diesem Gerät noch nicht gespeichert.';
export const tryAgain = 'Noch einmal versuchen';
/** A word of the query that a paper does not hold, before those that stand for it; and words that nothing stands for. */
export const standing = (typed: string): string => `Für „${typed}“: `;
export const lacking = (words: readonly string[]): string =>
  `Ohne ${words.map((word) => `„${word}“`).join(', ')}`;
export const relaxations = {
  quotes: 'Ohne die Anführungszeichen',
  leftOut: 'Ohne das Ausgeschlossene',
  anywhere: 'Überall, nicht in einem Feld',
  fields: 'Ohne Felder',
  word: (word: string | undefined): string => `Ohne „${word}“`,
};
export const removeFilter = (name: string): string => `Filter entfernen: ${name}`;
export const removeFromQuery = (name: string): string => `Aus der Anfrage entfernen: ${name}`;
export const clearAll = 'Alles entfernen';
export const forget = 'Vergessen';
export const forgetThis = (query: string): string => `„${query}“ vergessen`;
export const exportResults = 'Treffer mitnehmen';
export const onMap = 'Auf der Karte zeigen';
export const resultsShown = (count: number): string =>
  counted(count, { one: 'gezeigter Treffer', other: 'gezeigte Treffer' });
export const allResults = (count: number): string =>
  `Alle ${counted(count, { one: 'Treffer', other: 'Treffer' })}`;
export const saveSearch = 'Diese Suche merken';
export const searchSaved = 'Suche gemerkt';
export const savedSearch = 'Gemerkt: Ihre Leseliste zeigt, was neu ist.';
export const unsavedSearch = 'Suche nicht mehr gemerkt.';
