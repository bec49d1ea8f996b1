/** Digests of papers in plain text, made up in many layouts, with the state of every line. */
import type { State } from '../../src/digest/plain/states.ts';
import { between, pick, type Random } from '../bench/random.ts';

/** A paper of the file that weights are fitted on. */
export interface Paper {
  readonly id: string;
  readonly title: string;
  readonly authors: readonly string[];
  readonly abstract: string;
  /** Web address. */
  readonly url: string;
}

export interface Labelled {
  readonly lines: readonly string[];
  /** One state a line; of a blank one undefined. */
  readonly states: readonly (State | undefined)[];
}

const banners: readonly (readonly string[])[] = [
  [],
  [],
  [
    'new',
    'Get trending papers in your email inbox!',
    'Subscribe',
    'byAK and the research community',
  ],
  ['Daily Papers', 'by AK and the research community'],
  ['Reading list of our group'],
  ['Weekly Digest #14', 'What we read this week'],
  ['3 new papers for you', 'Scholar Inbox'],
  ['Paper Digest', 'Home', 'Archive', 'About'],
];
const dates = ['', '', 'Mar 11', 'March 11, 2025', 'Tue, 11 Mar 2025', '2025-03-11', '11.03.2025'];
const footers: readonly (readonly string[])[] = [
  [],
  [],
  ['Previous', 'Next'],
  ['Unsubscribe', 'Manage preferences'],
  ['You are receiving this because you subscribed to our digest.'],
  ['Load more', '© 2025 The Digest'],
];

/** Breaks text at spaces, as late as a width allows; 0: never. */
export function wrapped(text: string, width: number): string[] {
  if (width === 0) return [text];
  const lines: string[] = [];
  let line = '';
  for (const word of text.split(' ')) {
    if (line !== '' && line.length + 1 + word.length > width) {
      lines.push(line);
      line = word;
    } else line = line === '' ? word : `${line} ${word}`;
  }
  return [...lines, line];
}

/** Two paragraphs, parted at the end of a sentence in the middle. */
function parted(text: string): string[] {
  const at = text.indexOf('. ', text.length / 2);
  return at < 0 ? [text] : [text.slice(0, at + 1), text.slice(at + 2)];
}

/** Who stands under an abstract on pages that name organisations or submitters, without a label. */
const signatures = [
  'Google DeepMind',
  'Meta AI',
  'Tsinghua University',
  'akhaliq',
  'Qwen',
  'Ida Berg',
  'NVIDIA',
];

const code = (paper: Paper): string => `https://github.com/lab/${paper.id.replaceAll(/\W/g, '-')}`;

/** What may stand under an abstract, or under a title alone. */
const facts: readonly ((paper: Paper, next: Random) => readonly string[])[] = [
  () => [],
  () => [],
  ({ url }) => [url],
  (_, next) => [String(between(next, 0, 300))],
  (_, next) => ['Upvote', String(between(next, 1, 300))],
  (paper, next) => ['GitHub', String(between(next, 0, 900)), code(paper)],
  (paper) => [`Code: ${code(paper)}`, paper.url],
  ({ authors }) => [`· ${authors.length} authors`],
  ({ id }) => [`arXiv: ${id}`],
  () => ['Published on Mar 10'],
  () => ['cs.LG, cs.CL'],
];

/** One digest in a layout of its own. */
export function labelled(papers: readonly Paper[], next: Random): Labelled {
  const lines: string[] = [];
  const states: (State | undefined)[] = [];
  const put = (state: State, more: State, texts: readonly string[]): void => {
    for (const [at, text] of texts.entries()) {
      lines.push(text);
      states.push(at === 0 ? state : more);
    }
  };
  const blank = (count: number): void => {
    for (let at = 0; at < count; at++) {
      lines.push('');
      states.push(undefined);
    }
  };
  const chance = (share: number): boolean => next() < share;
  const width = pick(next, [0, 0, 0, 72, 80, 100]) ?? 0;
  const hasAbstracts = chance(0.75);
  const someLack = chance(0.4);
  const hasAuthors = chance(0.4);
  const factsOf = pick(next, facts) ?? (() => []);
  const votes = chance(0.1);
  const isSigned = hasAbstracts && chance(0.2);
  const [heading, numbers] = [chance(0.1) ? '## ' : '', chance(0.15)];
  const parts = chance(0.15);
  const rule = chance(0.1) ? '---' : '';
  const after =
    hasAbstracts && (width > 0 || chance(0.7)) ? between(next, 1, 2) : chance(0.4) ? 1 : 0;
  const within = after > 0 && chance(width > 0 ? 0.6 : 0.7) ? 1 : 0;
  const banner = pick(next, banners) ?? [];
  for (const text of banner) {
    put('banner', 'banner', [text]);
    blank(after > 0 ? 1 : 0);
  }
  const date = pick(next, dates) ?? '';
  if (date !== '') put('date', 'date', [date]);
  if (date !== '' && after > 0) blank(1);
  for (const [at, paper] of papers.entries()) {
    if (at > 0 && rule !== '') {
      put('outside', 'outside', [rule]);
      blank(after);
    }
    if (votes) put('outside', 'outside', [String(between(next, 1, 300))]);
    const name = chance(0.15) ? paper.title.replace(/[:?].*$/, '') : paper.title;
    const title = `${heading}${numbers ? `${at + 1}. ` : ''}${name}`;
    put('title', 'titleMore', heading === '' ? wrapped(title, width) : [title]);
    const isBare = !hasAbstracts || (someLack && chance(0.3));
    if (hasAuthors) {
      blank(within);
      put('inside', 'inside', wrapped(paper.authors.join(', '), width));
    }
    if (!isBare) {
      const texts = parts ? parted(paper.abstract) : [paper.abstract];
      for (const [part, text] of texts.entries()) {
        blank(part > 0 && after > 0 ? 1 : within);
        put(part === 0 ? 'abstract' : 'paragraph', 'wrap', wrapped(text, width));
      }
    }
    if (isSigned && !isBare && chance(0.8)) {
      blank(within);
      put('outside', 'outside', [pick(next, signatures) ?? '']);
    }
    const told = isSigned ? ['Upvote', String(between(next, 1, 300))] : factsOf(paper, next);
    if (told.length > 0) blank(within);
    const place = isBare ? 'inside' : 'outside';
    put(place, place, told);
    blank(after);
  }
  const footer = pick(next, footers) ?? [];
  put('footer', 'footer', footer);
  return { lines, states };
}
