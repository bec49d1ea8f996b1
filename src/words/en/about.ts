/** What the archive says about itself. */
import { number } from '../formats.ts';

export const heading = 'About this archive';
export const description = (papers: string, digests: string): string =>
  `What this archive holds: ${papers} from ${digests}, and how their text is treated.`;
export const inNumbers = 'In numbers';
export const everyLine = 'Every line accounted for';
export const lines = 'The lines of all captures, by what they are.';
export const topicsPerPaper = 'Topics per paper';
export const papersInSoMany = 'How many papers are in so many topics.';
export const spread: readonly string[] = ['no topic', 'one topic', 'two topics', 'three or more'];
export const export_ = 'Export';
export const bibtex = 'All papers as BibTeX';
export const jsonLines = 'All papers as JSON lines';
export const holds = 'What it holds';
export const fromTo = (first: string, last: string): string => `from ${first} to ${last}.`;
export const ofDay = (day: string): string => `of ${day}.`;
export const soFar = 'so far.';
/** Behind the number of papers. */
export const have = (held: {
  readonly withAbstract: number;
  readonly withCode: number;
  readonly withAuthors: number;
  readonly repeated: number;
}): string =>
  `: ${number(held.withAbstract)} with an abstract, ${number(held.withCode)} with a link to code, ${number(held.withAuthors)} with known authors, ${number(held.repeated)} listed more than once.`;
export const ofAuthors = ' of authors. The same name is not always the same person.';
export const noneUnsorted = 'no paper is unsorted.';
export const inNoTopic = ' in no topic.';
export const process = 'From digest to page';
/** What is said at length, as HTML: a paragraph each. */
export const processAtLength: readonly string[] = [
  'A digest is a list of papers as somebody copied or received it. It is kept exactly as it came, and nobody edits it. A parser reads it into papers and says of every line what it is; a line that fits nowhere is reported with its number. Each paper becomes one entry, a text file that people can correct. What a person has edited is never overwritten.',
  'A paper that several digests list is one entry. A digest’s date is the day of the digest, never the paper’s own date; where it leaves the year unsaid, the year is inferred, and the page says so.',
  'Nothing is made up. Authors, dates, venues and identifiers are the digest’s, or were read elsewhere: then the paper’s page names the place under “Sources”. “Second-hand” is a place that repeats what arXiv, a publisher or the authors say themselves; “added by hand” is what somebody wrote into the entry. Where no authors are known, none are shown, and the BibTeX entry has none.',
];
export const text = 'How text is treated';
export const textAtLength =
  'A digest in plain text is text: what looks like markup in it is shown, not obeyed. Known remains of TeX outside formulas, such as <code>\\%</code> in a number or <code>T\\"ulu</code> in a name, are resolved. Addresses become links, without the full stop after them. Everything else stands as it was captured.';
export const notUnderstood = 'What is not understood';
/** @param marked and `corrected` are sentences on this archive */
export const lostAtLength = (marked: string, corrected: string): string =>
  `Some digests have lost the TeX of their formulas, so that an abstract reads <code>Ain R^&#123;ntimes d&#125;</code>. Such a formula is shown as it stands. It could be guessed at, but a false formula is worse than an ugly one. ${marked} Where a person has corrected a text, its page says what was there before and whether the original was seen. ${corrected}`;
export const noneMarked = 'No paper of this archive is marked as damaged in this way.';
export const marked = (papers: string, count: number): string =>
  `${papers} of this archive ${count === 1 ? 'is' : 'are'} marked as damaged in this way.`;
export const corrected = (papers: string): string => `So far that was done on ${papers}.`;
export const rules =
  'Topics are assigned by rules: terms that a title or an abstract must hold. The rules know words, not meanings, so they err. Each paper’s page names the terms that put it under a topic, and an entry can name its topics itself. Where no rule applies the paper is shown as unsorted.';
export const together = 'Topics that go together';
export const rights = 'Rights';
export const rightsAtLength =
  'Titles and abstracts belong to their authors and are shown as the digests gave them. Offprint’s own code is free software under the MIT licence.';
export const colophon = 'Colophon';
export const files = 'Every page is a ready-made file.';
export const noServer = 'Nothing runs on a server.';
export const noOthers = 'Nothing runs on a server, and no page contacts another site.';
export const type =
  'The type is Newsreader by Production Type, under the SIL Open Font License, where it arrives in time, and a serif of your system where it does not.';
export const colours =
  'The red is that of rubrics, the blue that of the sugar paper in which offprints were once bound.';
