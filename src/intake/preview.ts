/** The first papers of a digest as they will stand, before anything is written. Pure. */
import type { CapturedPaper } from '../digest/model.ts';
import { mergeCapturings } from '../entries/merge.ts';
import { withoutEmphasis } from '../text/emphasis.ts';
import { normaliseEmphasis } from '../text/normalise.ts';
import { summarise } from '../text/summary.ts';

/** A paper at a glance. */
export interface PreviewedPaper {
  readonly line: number;
  readonly title: string;
  readonly authors: readonly string[];
  /** `arXiv 2409.11321`, `DOI 10.1000/182`; absent if the digest gives neither. */
  readonly id?: string;
  /** First words of the abstract; absent if there is none. */
  readonly begins?: string;
}

/** Papers and characters that are enough to see whether a digest was read rightly. */
const papersShown = 3;
const charactersShown = 140;

/** The first papers as their entries would have them, if no other digest lists them. */
export const previewOf = (digest: string, papers: readonly CapturedPaper[]): PreviewedPaper[] =>
  papers.slice(0, papersShown).map((paper) => {
    const { data } = mergeCapturings([{ digest, paper }]);
    const { title, authors = [], arxiv, doi } = data;
    const id = arxiv === undefined ? doi && `DOI ${doi}` : `arXiv ${arxiv}`;
    const { abstract = '', notation } = paper;
    // No more of a long abstract than can be shown is tidied.
    const start = normaliseEmphasis(abstract.slice(0, charactersShown * 8), notation === 'tex');
    const begins = summarise(withoutEmphasis(start), charactersShown);
    return {
      line: paper.lines[0],
      title,
      authors,
      ...(id !== undefined && { id }),
      ...(begins !== '' && { begins }),
    };
  });

const some = 3;

/** As lines for a terminal: the title, below it authors and id, below them the first words. */
export const describePreview = (papers: readonly PreviewedPaper[]): string[] =>
  papers.flatMap(({ title, authors, id, begins }, at) => {
    const more = authors.length - some;
    const names = authors.slice(0, some).join(', ') + (more > 0 ? ` and ${more} more` : '');
    return [
      `    ${at + 1}. ${title}`,
      `       ${[names === '' ? 'no authors given' : names, id ?? 'no identifier'].join('; ')}`,
      `       ${begins ?? 'no abstract'}`,
    ];
  });
