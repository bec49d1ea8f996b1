/** Digests: their list, their calendar, their pages and their captures. */
import { counted, number } from '../formats.ts';

export const lead = 'The lists of papers that this archive is made from.';
export const inferred =
  'Where one leaves its year unsaid, the year is inferred, and its page says so. ';
export const feed = 'Feed of digests';
export const none = 'No digest yet.';
export const latest = 'The latest';
export const all = 'All of them';
export const when = 'When digests came';
export const description = (digests: string): string =>
  `${digests} that this archive is built from, by date.`;
export const ofYear = (year: string): string => `Digests of ${year}`;
export const ofYearDescription = (digests: string, year: string): string =>
  `${digests} of ${year}, by date.`;
export const otherYears = 'Other years';
/** A digest in the calendar. */
export const day = (name: string, date: string, papers: string): string =>
  `${name}, ${date}: ${papers}`;
export const beforeThis = 'Before this, ';
export const afterThis = 'After this, ';
/** How many of a digest's papers are new in it, or were listed before. */
export const someNew = (count: number): string => `${number(count)} new here`;
export const allNew = 'all new here';
export const oneNew = 'new here';
export const listedBefore = 'listed before';
export const someBefore = (count: number): string => `${number(count)} listed before`;
export const onTopic = (papers: string, topic: string): string =>
  `${papers} on ${topic} in this digest`;
export const moreTopics = (count: number): string =>
  counted(count, { one: 'more topic', other: 'more topics' });
export const inOrder = (papers: string, name: string, date: string): string =>
  `${papers} in the order in which the digest “${name}” of ${date} listed them.`;
export const noPaper = 'No paper was found in this digest.';
export const byDate = 'Digests by date';
export const about = 'About this digest';
export const returning = 'Listed before';
/** Of a digest that was collected. */
export const source = 'Source';
export const of = (announced: string, kept: number): string =>
  `: ${announced} announced, ${number(kept)} kept.`;
export const licence = 'Licence of the list, as its source states it:';
export const late = 'Late';
export const lateIs = 'Submitted more than four days before:';
export const replaced = 'New versions';
export const replacedIs = 'Announced before, and now in a new version:';
export const export_ = 'Export';
export const bibtex = 'BibTeX of all papers';
export const others = 'Other digests';
export const next = 'Next:';
export const previous = 'Previous:';
export const calendar = 'Calendar';
export const bookkeeping = {
  heading: 'How it came here',
  part: 'In the capture:',
  decoded: 'Lines are those of the decoded text.',
  yearInferred: (stated: string): string =>
    `The capture says “${stated}”; the year is inferred from its papers and its file’s date.`,
  beginsWithPapers: 'The capture itself begins with its papers.',
  begins: 'The capture begins:',
  capture: 'The capture, line by line',
  lines: 'Where every line went',
  leftOut: 'Left out',
  more: (count: number): string => `… and ${number(count)} more, in the capture.`,
  allLines: 'all lines',
};
export const lineKinds = {
  banner: 'banner',
  date: 'date',
  title: 'title',
  abstract: 'abstract',
  meta: 'meta',
  footer: 'footer',
  record: 'record',
  blank: 'blank',
  unaccounted: 'not understood',
};
/** The pages of a capture. */
export const capture = {
  heading: 'Capture',
  title: (issue: string): string => `Capture of ${issue}`,
  titlePart: (part: number): string => `, part ${part}`,
  description: (name: string, date: string): string =>
    `What the digest “${name}” of ${date} is read from, line by line.`,
  file: 'The file as it came, line by line.',
  decoded: (part: string): string => `The decoded text, line by line (${part}).`,
  numbers: 'Numbers at the side lead to the papers; e-mail addresses and tokens are cut out.',
  parts: 'Parts of the capture',
  part: (part: number, of: number): string => `Part ${number(part)} of ${number(of)}`,
  fromLine: (line: number): string => `from line ${number(line)}`,
  fromRecord: (record: number): string => `from record ${number(record)}`,
  leftOut: 'Left out at its author’s wish.',
};
/** The feed that has an item for each digest. */
export const feedTitle = (site: string): string => `Digests – ${site}`;
export const feedDescription = (site: string): string =>
  `The digests of ${site}, each with its list of papers.`;
export const noAuthors = 'Authors not recorded';
