/** A paper as a citation has it: the one record from which every format is made, at the build and in browsers. Pure. */
import type { Authors } from './name.ts';
import type { VenueKind } from './venue.ts';

/** A stretch of a title: text, or the TeX of a formula, which LaTeX may be given as it is. */
export type TitlePiece = string | { readonly tex: string };

/** A day, month or year as far as it is known: four digits, `01` to `12`, `01` to `31`. */
export interface WorkDate {
  readonly year: string;
  readonly month?: string;
  readonly day?: string;
}

/** Only what is known: nothing is made up. */
export interface Work {
  readonly key: string;
  /** The paper's id in the archive. */
  readonly id: string;
  /** As plain text, formulas as a line of Unicode. */
  readonly title: string;
  /** The same with its formulas as TeX. */
  readonly pieces: readonly TitlePiece[];
  readonly authors: Authors;
  readonly date?: WorkDate;
  readonly venue?: string;
  /** Kind of the venue, where its name tells it. */
  readonly kind?: VenueKind;
  readonly arxiv?: string;
  /** arXiv's primary category. */
  readonly category?: string;
  /** The publisher's, else arXiv's own. */
  readonly doi?: string;
  /** Where whoever follows the citation finds the paper; its page in the archive, if nothing better is known. */
  readonly url?: string;
  /** Plain text, paragraphs parted by a blank line. */
  readonly abstract?: string;
  readonly keywords: readonly string[];
  /** What is to be known of the paper and is no part of its citation. */
  readonly annote?: string;
}

/** Registrant and prefix of the DOIs that arXiv gives its papers. */
const arxivPrefix = '10.48550/arXiv.';

/** The DOI that arXiv has registered for a paper. */
export const arxivDoi = (arxiv: string): string => arxivPrefix + arxiv;

/** Whether a DOI is one of arXiv's. */
export const isArxivDoi = (doi: string): boolean =>
  doi.toLowerCase().startsWith(arxivPrefix.toLowerCase());

/** Whether a paper is cited as a preprint: it is on arXiv, and no venue is known. */
export const isPreprint = ({ arxiv, venue }: Pick<Work, 'arxiv' | 'venue'>): boolean =>
  arxiv !== undefined && venue === undefined;

/** What a work was published as: a venue of which nothing tells the kind is taken for a journal, as reference managers do. */
export function publishedAs(work: Work): 'conference' | 'journal' | 'preprint' | 'nothing' {
  if (work.kind === 'conference') return 'conference';
  if (work.venue !== undefined) return 'journal';
  return isPreprint(work) ? 'preprint' : 'nothing';
}

/** The class that some old arXiv ids carry: `math.GT/0309136` → `math.GT`. */
export const primaryClass = (arxiv: string): string | undefined =>
  /^([a-z-]+\.[A-Z]{2})\//.exec(arxiv)?.[1];

/** Whether braces pair up, none closing before it opens: nothing of such a text can end the field it stands in. */
function isBalanced(tex: string): boolean {
  let depth = 0;
  for (const [mark] of tex.matchAll(/(?<!\\)[{}]/g)) {
    depth += mark === '{' ? 1 : -1;
    if (depth < 0) return false;
  }
  return depth === 0;
}

/**
 * Whether the TeX between two dollars may stand in a `.bib` file, if KaTeX typesets it: LaTeX obeys what it
 * reads (`\input`, `\write`), and KaTeX knows mathematics and no other commands.
 */
export const mayStand = (tex: string): boolean => /^[^$%~#&]+$/.test(tex) && isBalanced(tex);

/** A title with its formulas between dollars. */
export const withTex = (pieces: readonly TitlePiece[]): string =>
  pieces.map((piece) => (typeof piece === 'string' ? piece : `$${piece.tex}$`)).join('');
