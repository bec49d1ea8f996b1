/** The archive as pages, feeds and searches see it: what it holds, and how its facts are told. */
export { type Actions, actionsOf } from './actions.ts';
export { absoluteAddress, publicAddress, publicSite, robots } from './address.ts';
export { type AlphabetPage, alphabetLinks, alphabetPages, letterPages } from './alphabet.ts';
export { type Author, type AuthorIndex, authorSearch, authorsOf } from './authors.ts';
export {
  contributionOf,
  layOutFormulas,
  listTitle,
  noteText,
  shortly,
  shortTitle,
  titleOf,
} from './brief.ts';
export { capturings } from './captured.ts';
export { type CoAuthor, coAuthors } from './co-authors.ts';
export { correctionGroups, placeWords } from './corrections.ts';
export { getArchive } from './current.ts';
export { daysListed, daysOf, pageLabel, pageSentence } from './days-listed.ts';
export {
  type CalendarPages,
  calendarPages,
  calendarPath,
  weeksOf as calendarWeeks,
} from './digest-calendar.ts';
export {
  type DigestNeighbours,
  digestNeighbours,
  type DigestTopic,
  newIn,
  notNews,
  returning,
  topicsIn,
} from './digest-facts.ts';
export { damageNote, damagedPlaces } from './damage-note.ts';
export { elsewhere } from './elsewhere.ts';
export { examplesOf } from './examples.ts';
export {
  type Choice,
  choicesIn,
  facetsOf,
  listAddress,
  type ListSearch,
  longList,
} from './facets.ts';
export { archiveFeed, authorFeed, digestsFeed, feedsOf, hasFeed, topicFeed } from './feeds.ts';
export { broadTopicsOf, byFamily, type Kin, kinIn, topicIdsOf } from './families.ts';
export { holdings } from './holdings.ts';
export { arxivAddress, doiAddress, pdfAddress } from './identifiers.ts';
export type { ShownSource } from '../collect/shown.ts';
export { scholarlyArticle, serialiseJsonLd } from './metadata.ts';
export { type MonthPlace, type PapersPage, papersPages } from './listing.ts';
export { languagesOf } from './languages.ts';
export { listedFacts } from './listed-facts.ts';
export {
  type Archive,
  type Digest,
  type Note,
  type OwnPage,
  type Paper,
  type PaperListing,
  type Topic,
} from './archive.ts';
export {
  type ListingPage,
  type PageLink,
  type PageLinks,
  listingRoutes,
  nextNumber,
  pageLinks,
  pageNames,
  pagePath,
  paginate,
} from './pages.ts';
export { monthOf, paperDate, yearOf } from './paper-date.ts';
export { noTopic, reason } from './reason.ts';
export { editAddress, fileAddress, inRepository, reportAddress } from './repository.ts';
export { jsonLines } from './export.ts';
export {
  answer,
  atomResponse,
  jsonFeedResponse,
  jsonLinesResponse,
  noAnswer,
} from './responses.ts';
export { searchedPapers } from './searched.ts';
export { type Shelf, shelves, topicLabels, unsortedId } from './shelves.ts';
export { readingDates, shownSources } from './sources.ts';
export { type Surroundings, surroundingsIn } from './surroundings.ts';
export type { RemovedPaper } from '../loaders/loaded.ts';
