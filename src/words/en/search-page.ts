/** The search page as it stands before its script runs. */
export const description =
  'Search the titles and abstracts of the archive, by topic and by digest, in your browser.';
export const field = 'Titles and abstracts';
export const results = 'Results';
export const searching = 'Searching …';
export const found = 'Papers found';
export const more = 'Show more';
export const sortBy = 'Sort by';
export const orders = {
  relevance: 'relevance',
  date: 'recently listed',
  oldest: 'first listed',
  published: 'newest papers',
  title: 'title',
  venue: 'venue',
  votes: 'votes',
};
export const filtersSet = 'Filters that are set';
export const filters = 'Filters';
export const needsScript =
  'Searching needs JavaScript, which is off. The topics and the full list need none.';
export const needsScriptNoTopics =
  'Searching needs JavaScript, which is off. The full list needs none.';
/** @param phrase as HTML */
export const idle = (phrase: string): string =>
  `Type a title, a few words of an abstract, or a phrase in quotes, such as ${phrase}. Search runs in your browser.`;
export const recent = 'Recent searches';
export const clearRecent = 'Clear recent searches';
export const allPapers = (papers: string): string => `All ${papers}`;
export const onePaper = 'The one paper';
export const byDigest = 'By digest';
export const how = 'How to search';
export const syntax: readonly (readonly [string, string])[] = [
  ['deep learning', 'papers with all the words, in any form; then those with most of them'],
  ['"chain of thought"', 'the phrase as it stands'],
  ['vision OR speech', 'papers with either; also vision | speech'],
  ['transformer -vision', 'papers without the word; also NOT vision, -"a phrase", -(a OR b)'],
  ['title:diffusion', 'the word in the title; also title:"two words"'],
  ['author:lovelace', 'papers by that author; also author:"A. Lovelace"'],
  ['year:2024', 'papers of that year; also 2020..2023, year:>=2022, after:2020, before:2023'],
  ['venue:ICLR', 'papers of a conference or journal, in any year; also venue:"ICLR 2018"'],
  ['topic:bandits', 'papers in a topic'],
  ['digest:2025-03', 'papers of a digest, or of all digests of a month'],
  ['has:code', 'papers that link to their code; -has:code: papers that do not'],
  ['has:note', 'papers with a note; tag:reading: with a tag'],
];
/** As HTML. */
export const advice =
  'A few words of the title are enough. Accents, capitals and small typos don’t matter. You can also paste an arXiv id, a DOI, a link, a BibTeX key, a reference or a list of them. <kbd>/</kbd> opens the search on any page, <kbd>↓</kbd> goes from the field to the results, <kbd>Esc</kbd> clears it.';
