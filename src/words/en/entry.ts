/** “About this entry” on a paper’s page: where the entry is from and what was done to it; and sources of facts. */
import { counted, number } from '../formats.ts';

export const about = 'About this entry';
export const listedIn = 'Listed in';
export const inNoDigest = 'No digest of this archive.';
export const yearInferred = 'year inferred, ';
/** @param range one line, or the first and the last */
export const lines = (range: string, several: boolean): string =>
  `${several ? 'lines' : 'line'} ${range}`;
export const record = (number: number): string => `record ${number}`;
export const whyTopics = 'Why these topics';
export const unsorted = (why: string): string => `Unsorted: ${why}`;
export const inTitle = (term: string): string => `“${term}” (title)`;
export const quoted = (term: string): string => `“${term}”`;
export const more = (count: number): string => ` and ${number(count)} more`;
export const byHand = 'assigned by hand';
export const namesNone = 'its entry names no topic of this archive.';
export const nothingEnough = 'nothing in its title or abstract is enough for a topic.';
export const closest = (topics: string): string =>
  `closest to ${topics} – but not enough for a topic.`;
export const corrected = (count: number): string =>
  `Corrected in ${counted(count, { one: 'place', other: 'places' })}`;
export const corrections = {
  seen: { with: 'checked against', alone: 'checked against the original' },
  reconstructed: { with: 'reconstructed from', alone: 'reconstructed' },
};
export const times = (count: number): string => `${number(count)} times`;
export const inTheTitle = 'in the title';
export const asCaptured = 'As captured';
export const authorsOwn = (source: string): string =>
  `The abstract above is the authors’ own (${source}); the digest’s version:`;
export const leftOut = (count: number): string =>
  `… and ${counted(count, { one: 'more character', other: 'more characters' })} in the capture.`;
export const exactly = 'Title and abstract stand here exactly as captured.';
export const report = 'Report an error in this entry';
export const sayWhat = 'Say what is wrong';
export const edit = 'Edit the entry';
export const letter = 'writes a letter';
export const form = 'opens a form';
/** A report that is begun for whoever writes it. */
export const reported = {
  subject: (title: string): string => `Correction: ${title}`,
  entry: (file: string): string => `Entry: ${file}`,
  page: (address: string): string => `Page: ${address}`,
  wrong: 'What is wrong:',
  right: 'What it should say, and where that can be seen:',
};
export const sources = 'Sources';
export const addedByHand = 'added by hand';
export const secondHand = ' second-hand';
export const readOn = (dates: string): string => `Read ${dates}. `;
export const otherFacts = 'All other facts are the digest’s.';
export const readFromTo = (first: string, last: string): string => `${first} to ${last}`;
export const facts = {
  title: 'title',
  arxiv: 'arXiv id',
  doi: 'DOI',
  authors: 'authors',
  published: 'date',
  updated: 'date of the newest version',
  venue: 'venue',
  categories: 'category',
  severalCategories: 'categories',
  comment: 'comment',
  links: 'links',
  code: 'code',
};
