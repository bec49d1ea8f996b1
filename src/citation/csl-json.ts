/** Works as CSL-JSON, which Zotero, Pandoc and others read; the one format that keeps a title's formulas as TeX. */
import type { Name } from './name.ts';
import { isArxivDoi, isPreprint, withTex, type Work, type WorkDate } from './work.ts';

/** @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
export type CslType = 'article' | 'article-journal' | 'paper-conference' | 'document';

interface CslName {
  readonly family?: string;
  readonly given?: string;
  readonly suffix?: string;
  readonly literal?: string;
  readonly 'non-dropping-particle'?: string;
}

/** An item as `csl-data.json` of the CSL project has it. What is `undefined` is left out of JSON. */
export interface CslItem {
  readonly id: string;
  readonly type: CslType;
  readonly 'citation-key': string;
  readonly title: string;
  readonly author?: readonly CslName[] | undefined;
  readonly issued?: { readonly 'date-parts': readonly [readonly number[]] } | undefined;
  readonly 'container-title'?: string | undefined;
  readonly publisher?: string | undefined;
  readonly number?: string | undefined;
  readonly note?: string | undefined;
  readonly DOI?: string | undefined;
  readonly URL?: string | undefined;
  readonly abstract?: string | undefined;
  readonly keyword?: string | undefined;
  readonly annote?: string | undefined;
}

const cslName = (name: Name): CslName => {
  if ('literal' in name) return name;
  const { particle, ...rest } = name;
  return particle === undefined ? rest : { ...rest, 'non-dropping-particle': particle };
};

const cslDate = ({ year, month, day }: WorkDate): CslItem['issued'] => ({
  'date-parts': [[year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]))],
});

/** A venue of which nothing tells the kind is taken for a journal, as reference managers do. */
export function cslType(work: Pick<Work, 'arxiv' | 'venue' | 'kind'>): CslType {
  if (work.kind === 'conference') return 'paper-conference';
  if (work.venue !== undefined) return 'article-journal';
  return isPreprint(work) ? 'article' : 'document';
}

/** A work as a CSL item, whose keys always come in this order. */
export function cslItem(work: Work): CslItem {
  const { authors, date, keywords } = work;
  const preprint = isPreprint(work);
  const eprint = work.doi !== undefined && !isArxivDoi(work.doi) ? work.arxiv : undefined;
  return {
    id: work.key,
    type: cslType(work),
    'citation-key': work.key,
    title: withTex(work.pieces),
    author: authors.names.length === 0 ? undefined : authors.names.map(cslName),
    issued: date && cslDate(date),
    'container-title': work.venue,
    publisher: preprint ? 'arXiv' : undefined,
    number: preprint && work.arxiv !== undefined ? `arXiv:${work.arxiv}` : undefined,
    // An archive would be printed; what stands in a note so is Zotero's "Extra".
    note: eprint === undefined ? undefined : `arXiv:${eprint}`,
    DOI: work.doi,
    URL: work.url,
    abstract: work.abstract,
    keyword: keywords.length === 0 ? undefined : keywords.join(', '),
    annote: work.annote,
  };
}
