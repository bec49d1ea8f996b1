/** The export of papers, fetched when it is asked for. */
import { counted } from '../formats.ts';

export const citationAs = (format: string): string => `Citation as ${format}`;
export const format = 'Format';
export const download = 'Download';
export const copy = 'Copy';
export const close = 'Close';
export const export_ = 'Export';
export const papers = 'Papers';
export const papersRead = 'Papers read';
export const noneRead = 'No paper could be read.';
export const notRead = (papers: string): string => ` ${papers} could not be read.`;
export const saved = 'Saved';
export const copied = 'Copied';
export const failed = 'That did not work. Is there a network?';
export const chooseThis = (title: string): string => `Choose ${title}`;
export const exportChosen = 'Export …';
export const done = 'Done';
export const chosenPapers = 'Chosen papers';
export const chosen = (papers: string): string => `${papers} chosen`;
export const theChosen = (count: number): string =>
  `The ${counted(count, { one: 'chosen paper', other: 'chosen papers' })}`;
export const ofPage = (papers: string): string => `The ${papers} of this page`;
export const all = (papers: string): string => `All ${papers}`;
export const allOfList = 'All papers of this list';
export const choosePapers = 'Choose papers';
