/** Lists of papers, topics and authors, page by page. */
import { counted, number } from '../formats.ts';

export const page = (number: number): string => `Page ${number}`;
export const titledPage = (label: string, number: number): string => `${label}, page ${number}`;
export const newest = 'Newest';
export const newer = 'Newer';
export const older = 'Older';
export const oldest = 'Oldest';
export const first = 'First';
export const previous = 'Previous';
export const next = 'Next';
export const last = 'Last';
export const pages = 'Pages';
export const months = 'Months';
export const jumpToMonth = 'Jump to a month';
export const listed = (days: string): string => `Listed ${days}`;
export const listedNowhere = 'Listed in no digest';
/** What a later page of a list says of itself. */
export const held = (days: string): string =>
  days === '' ? 'Listed in no digest.' : `First listed ${days}, latest first.`;
export const latestFirst = 'Most recently listed first';
export const papersHeld = (papers: string): string => `${papers}, most recently listed first.`;
export const noPapers = 'The archive holds no papers yet.';
export const allPapers = 'All papers of the archive, most recently listed first.';
export const entryPoints = 'Other ways in';
export const narrow = {
  topic: 'Topics',
  year: 'Years',
  venue: 'Venues',
  code: 'With code',
  withCode: 'Papers with code',
};
/** @param topic its link, HTML */
export const nearest = (topic: string): string => `Nearest topic: ${topic}`;
export const topics = {
  description: (count: number): string =>
    `The ${number(count)} topics of the archive, each with its papers.`,
  several: 'A paper can be in several topics; its page says why.',
  unsorted: 'Unsorted',
  unsortedAre:
    'Papers whose title and abstract say too little of any one topic. They are listed here rather than forced into a topic.',
  newPapers: (label: string): string => `${label}: new papers`,
  none: 'No paper yet.',
  about: 'About this topic',
  siblings: (family: string): string => `More in ${family}`,
  parts: 'Its topics',
  export: 'Export',
  feed: 'Feed of new papers',
  bibtex: 'BibTeX of all papers',
};
export const authors = {
  description: 'The authors of this archive’s papers, sorted by last name.',
  sorted: (names: string): string =>
    `${names}, sorted by last name (last word). A name may be more than one person.`,
  allNamed: 'Every paper of this archive names its authors.',
  named: (count: number, papers: string): string =>
    `${number(count)} of ${papers} ${count === 1 ? 'names' : 'name'} authors.`,
  unlisted: (papers: string, count: number): string =>
    `Names on fewer than ${papers} are not listed here, but the search finds them: ${counted(count, { one: 'more name', other: 'more names' })}.`,
  letters: 'Letters',
  other: 'Other',
  pageOf: (names: string, page: number, count: number): string =>
    `${names}, page ${page} of ${number(count)}`,
  by: (name: string, held: string): string => `Papers by ${name}. ${held}`,
  papersBy: (papers: string, name: string): string =>
    `${papers} of this archive by ${name}, most recently listed first.`,
  severalPersons: 'Papers listing this name; it may be more than one person.',
  about: 'About this name',
  alsoWritten: 'Also written',
  wroteWith: 'Wrote with',
};
