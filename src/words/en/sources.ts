/** The page of what is collected: what the sources announced, and what became of it. */
import { counted, number } from '../formats.ts';

export const title = 'Sources';
export const description = (sources: string): string =>
  `${sources} of this archive: what they announced, what was kept, what was left out and why.`;
export const sources = (count: number): string =>
  counted(count, { one: 'source', other: 'sources' });
export const lead = 'What the sources announced, and what became of it.';
export const until = (day: string): string => `As of ${day}.`;
export const attention = 'Worth a look';
/** Behind a source's name. */
export const failedFor = (days: number): string =>
  `failed for ${counted(days, { one: 'day', other: 'days' })}`;
export const silentFor = (days: number, usual: number): string =>
  `no paper for ${counted(days, { one: 'day', other: 'days' })}; up to ${number(usual)} are usual for it`;
export const unreadSome = (papers: string): string => `${papers} announced and not read`;
/** What a source is. */
export const kinds = {
  arxiv: 'arXiv',
  query: 'Search of arXiv',
  huggingface: 'Daily papers of Hugging Face',
  feed: 'Feed',
  page: 'Page',
  biorxiv: 'bioRxiv',
  medrxiv: 'medRxiv',
  openreview: 'OpenReview',
};
export const byHand = 'Added by hand';
export const noLonger = 'No longer asked.';
export const notYet = 'Not asked yet.';
export const lastPaper = (day: string): string => `Last paper on ${day}.`;
export const licence = 'Licence, as the source states it:';
/** Rows of a source's account. */
export const rows = {
  announced: 'announced',
  kept: 'kept',
  before: 'listed before',
  must: 'left out: without a word that must occur',
  mustNot: 'left out: with a word that must not occur',
  limit: 'left out: beyond the limit',
  takenBack: 'taken back by the owner',
  unread: 'not read',
  replaced: 'of these, new versions',
};
export const failures = 'Failed';
export const failure = (days: string, count: number): string =>
  count === 1 ? days : `${counted(count, { one: 'day', other: 'days' })}, ${days}`;
export const dayByDay = 'Day by day';
export const columns = {
  day: 'Day',
  announced: 'announced',
  kept: 'kept',
  before: 'before',
  left: 'left out',
};
export const failedDays = (days: number): string =>
  counted(days, { one: 'day failed', other: 'days failed' });
export const failed = (why: string): string => `failed: ${why}`;
export const counting = 'How it is counted';
export const countingAtLength: readonly string[] = [
  'Announced is what a source’s own answer counts, whatever reads papers out of it. Each of them is kept, was listed before by the same source, or is left out by the archive’s rules; what is none of these was not read.',
  'A source counts as silent after twice the pause that is long for it, and two days more.',
];
export const capturesHave = 'What was left out stands in the captures.';
