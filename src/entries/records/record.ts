/** What arXiv says of a paper, and what of it can go into an entry. */

import type { Frontmatter } from '../model.ts';

/** One paper as arXiv's API describes it. */
export interface ArxivRecord {
  /** Id without version. */
  readonly arxiv: string;
  /** Version described: the newest one. */
  readonly version?: number;
  /** On one line, TeX as it is. */
  readonly title: string;
  /** Paragraphs parted by a blank line, TeX as it is. */
  readonly abstract: string;
  /** In the paper's order. */
  readonly authors: readonly string[];
  /** ISO day of the first version. */
  readonly published?: string;
  /** ISO day of this version, if it is not the first. */
  readonly updated?: string;
  /** Primary first. */
  readonly categories: readonly string[];
  /** DOI of the published article, lower case. */
  readonly doi?: string;
  /** Journal reference. */
  readonly venue?: string;
  /** The authors' comment: pages, conference, address of the code. */
  readonly comment?: string;
  /** The authors or arXiv have withdrawn it. */
  readonly withdrawn: boolean;
}

/** The facts that a record can hold, in the order in which they are written. */
export const recordedFields = [
  'arxiv',
  'doi',
  'authors',
  'published',
  'updated',
  'venue',
  'categories',
  'comment',
  'links',
] as const satisfies readonly (keyof Frontmatter)[];

export type RecordedField = (typeof recordedFields)[number];
export type RecordedFacts = Pick<Frontmatter, RecordedField>;

/** `arXiv:2409.11321v2` */
export const sourceOf = ({ arxiv, version }: Pick<ArxivRecord, 'arxiv' | 'version'>): string =>
  `arXiv:${arxiv}${version === undefined ? '' : `v${version}`}`;

/** The facts of arXiv's record; what it does not say is absent. */
export function factsOf(record: ArxivRecord): RecordedFacts {
  const { arxiv, doi, published, updated, venue, comment, authors, categories } = record;
  return {
    arxiv,
    ...(doi !== undefined && { doi }),
    ...(authors.length > 0 && { authors: [...authors] }),
    ...(published !== undefined && { published }),
    ...(updated !== undefined && { updated }),
    ...(venue !== undefined && { venue }),
    ...(categories.length > 0 && { categories: [...categories] }),
    ...(comment !== undefined && { comment }),
  };
}

const notice =
  /^.{0,100}\b(?:has|have|had)\s+been\s+(?:\w+\s+){0,2}(?:withdrawn|removed|retracted)\b/is;

/** Whether an abstract is only the notice that the paper was withdrawn. */
export const isWithdrawalNotice = (abstract: string): boolean =>
  notice.test(abstract.slice(0, 300)) || /^\W*(?:withdrawn|retracted)\b/i.test(abstract);
