/** The frame of every page, and pages that lead on to others. */
export const skip = 'Skip to the content';
export const main = 'Main';
export const header = 'Header';
export const fieldName = 'Papers, topics, authors';
export const search = 'Search';
export const searchField = 'Search titles and abstracts';
export const breadcrumb = 'Breadcrumb';
export const maintained = 'Maintained by';
/** Inside a sentence a name has no capital article. */
export const inSentence = (name: string): string => name.replace(/^The (?=\S)/, 'the ');
export const rights = 'Abstracts belong to their authors.';
export const feeds = 'Feeds';
export const readingList = 'Reading list';
export const readOffline = 'Read offline';
export const repository = 'Repository';
/** Parts of the site, as the menu calls them. */
export const sections = {
  papers: 'Papers',
  topics: 'Topics',
  digests: 'Digests',
  map: 'Map',
  authors: 'Authors',
  about: 'About',
  sources: 'Sources',
};
export const allPapers = 'All papers';
export const home = 'Home';
export const notFound = {
  title: 'Not found',
  heading: 'There is no such page',
  description: 'There is no such page.',
  advice: 'The address may be mistyped. Papers keep their address, so search for the title.',
};
export const movedList = { newest: 'The newest papers are on', first: 'the first page' };
export const movedPaper = { moved: 'This paper has moved:', go: 'go to its page' };
export const contacts = 'Pages contact other sites for this alone:';
