/** Titles as they come out of a page of a PDF and out of a browser's tab. */
import { between, pick, type Random } from '../../random.ts';
import type { BenchPaper } from '../archived.ts';
import type { Kind } from '../query.ts';
import { isNoisy, isPlainWord } from '../words.ts';

/** What stands at the end of a broken line; a field of one line gets a space for the break. */
const breaks = ['- ', '- ', '- ', '-', '\u00AD ', '\u2010 '] as const;

export const broken: Kind = {
  name: 'broken',
  label: 'title with a hyphen of a line break',
  rule: (corpus) => (paper, next) => {
    if (isNoisy(paper.title)) return undefined;
    const words = paper.title.split(/\s+/);
    const long = words.flatMap((word, at) => (isPlainWord(word) && word.length >= 7 ? [at] : []));
    const at = pick(next, long);
    const word = words[at ?? -1];
    if (at === undefined || word === undefined || words.length < 3) return undefined;
    const cut = between(next, 3, word.length - 3);
    const parted = word.slice(0, cut) + (pick(next, breaks) ?? '- ') + word.slice(cut);
    return { typed: words.with(at, parted).join(' '), right: corpus.sameTitle(paper) };
  },
};

type Site = (title: string, paper: BenchPaper, next: Random) => string | undefined;

/** What sites write around a title, in a tab or in what a reader copies from it. */
const sites: readonly Site[] = [
  (title, { arxiv }) => (arxiv === undefined ? undefined : `[${arxiv}] ${title}`),
  (title, { arxiv }) => (arxiv === undefined ? undefined : `ar5iv: [${arxiv}] ${title}`),
  (title) => `${title} | OpenReview`,
  (title) => `${title} - ACL Anthology`,
  (title) => `${title} | IEEE Conference Publication | IEEE Xplore`,
  (title) => `${title} | Proceedings of the AAAI Conference on Artificial Intelligence`,
  (title) => `${title} | SpringerLink`,
  (title) => `${title} - ScienceDirect`,
  (title) => `Paper page - ${title}`,
  (title) => `${title} | Papers With Code`,
  (title) => `[PDF] ${title} | Semantic Scholar`,
  (title) => `(PDF) ${title}`,
  (title) => `${title} | alphaXiv`,
  (title) => `${title} - Google Scholar`,
  (title) => `${title} - YouTube`,
  (title, { year }, next) => `CVPR ${year ?? between(next, 2019, 2025)} Open Access: ${title}`,
  (title) => `NeurIPS Poster ${title}`,
  (title) => `ICLR Poster ${title}`,
  (title) => `${title} - Mozilla Firefox`,
  (title) => `${title}.pdf`,
];

export const tab: Kind = {
  name: 'tab',
  label: "title of a browser's tab",
  rule: (corpus) => (paper, next) => {
    const typed = pick(next, sites)?.(paper.title, paper, next);
    return typed === undefined ? undefined : { typed, right: corpus.sameTitle(paper) };
  },
};
