/** Feeds: what a browser shows of one, and the page that lists them. */
export const title = 'Feeds';
export const whatAFeedIs =
  'This is a feed: put its address into a feed reader, and new papers come to you.';
export const allFeeds = 'All feeds';
export const description = 'The feeds of this archive: new papers come to your feed reader.';
export const lead =
  'Put the address of a feed into a feed reader, and new papers come to you. Most readers also take the address of the page that a feed belongs to.';
export const wholeArchive = 'The whole archive';
export const newPapers = 'New papers';
export const asJson = 'New papers, as JSON Feed';
export const digests = 'Digests, one entry each';
export const oneATopic = 'One for each topic';
export const others = 'Authors and searches';
export const authors = 'A name on three papers or more has a feed, named on its page.';
export const index = 'Authors';
export const searches =
  'Any search can be saved below its results: the reading list then says what is new, in this browser alone, and gives all that you follow as OPML.';
export const list = 'Reading list';
export const opmlIs = 'All feeds of this page in one file, which feed readers import.';
export const opml = 'OPML';
/** A name's own feed. */
export const ofName = 'Feed of new papers';
/** The reading list. */
export const followed = 'What I follow, as OPML';
