/** The search page as it stands before its script runs. */
export const description =
  'Die Titel und Abstracts des Archivs durchsuchen, nach Thema und Liste, in Ihrem Browser.';
export const field = 'Titel und Abstracts';
export const results = 'Treffer';
export const searching = 'Sucht …';
export const found = 'Gefundene Paper';
export const more = 'Mehr zeigen';
export const sortBy = 'Sortieren';
export const orders = {
  relevance: 'beste Treffer',
  date: 'zuletzt aufgeführt',
  oldest: 'zuerst aufgeführt',
  published: 'neueste Paper',
  title: 'Titel',
  venue: 'erschienen in',
  votes: 'Stimmen',
};
export const filtersSet = 'Gesetzte Filter';
export const filters = 'Filter';
export const needsScript =
  'Die Suche braucht JavaScript, und das ist aus. Die Themen und die ganze Liste brauchen keines.';
export const needsScriptNoTopics =
  'Die Suche braucht JavaScript, und das ist aus. Die ganze Liste braucht keines.';
export const idle = (phrase: string): string =>
  `Geben Sie einen Titel ein, ein paar Wörter eines Abstracts oder einen Ausdruck in Anführungszeichen, etwa ${phrase}. Gesucht wird in Ihrem Browser.`;
export const recent = 'Letzte Suchen';
export const clearRecent = 'Letzte Suchen löschen';
export const allPapers = (papers: string): string => `Alle ${papers}`;
export const onePaper = 'Das eine Paper';
export const byDigest = 'Nach Liste';
export const how = 'So wird gesucht';
export const syntax: readonly (readonly [string, string])[] = [
  ['deep learning', 'Paper mit allen Wörtern, in jeder Form; dann die mit den meisten'],
  ['"chain of thought"', 'der Ausdruck, wie er dasteht'],
  ['vision OR speech', 'Paper mit einem von beiden; auch vision | speech'],
  ['transformer -vision', 'Paper ohne das Wort; auch NOT vision, -"zwei Wörter", -(a OR b)'],
  ['title:diffusion', 'das Wort im Titel; auch title:"zwei Wörter"'],
  ['author:lovelace', 'Paper von jemandem; auch author:"A. Lovelace"'],
  ['year:2024', 'Paper eines Jahres; auch 2020..2023, year:>=2022, after:2020, before:2023'],
  ['venue:ICLR', 'Paper einer Tagung oder Zeitschrift, aus jedem Jahr; auch venue:"ICLR 2018"'],
  ['topic:bandits', 'Paper zu einem Thema'],
  ['digest:2025-03', 'Paper einer Liste, oder aller Listen eines Monats'],
  ['has:code', 'Paper, die auf ihren Code verweisen; -has:code: die das nicht tun'],
  ['has:note', 'Paper mit einer Notiz; tag:reading: mit einem Schlagwort'],
];
export const advice =
  'Ein paar Wörter des Titels genügen. Akzente, Großschreibung und kleine Tippfehler machen nichts. Sie können auch eine arXiv-Kennung, eine DOI, einen Link, einen BibTeX-Schlüssel, eine Literaturangabe oder mehrere davon einfügen. <kbd>/</kbd> öffnet die Suche auf jeder Seite, <kbd>↓</kbd> geht vom Feld zu den Treffern, <kbd>Esc</kbd> leert es.';
