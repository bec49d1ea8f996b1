/** Works as CSL-JSON, which Zotero, Pandoc and others read; the one format that keeps a title's formulas as TeX. */
import type { Name } from './name.ts';
import { isArxivDoi, isPreprint, publishedAs, withTex, type Work, type WorkDate } from './work.ts';

/** @see https://docs.citationstyles.org/en/stable/specification.html#appendix-iii-types */
const types = {
  conference: 'paper-conference',
  journal: 'article-journal',
  preprint: 'article',
  nothing: 'document',
} as const;

const cslName = (name: Name) => {
  if ('literal' in name) return name;
  const { particle, ...rest } = name;
  return particle === undefined ? rest : { ...rest, 'non-dropping-particle': particle };
};

const cslDate = ({ year, month, day }: WorkDate) => ({
  'date-parts': [[year, month, day].flatMap((part) => (part === undefined ? [] : [Number(part)]))],
});

/**
 * A work as an item of `csl-data.json` of the CSL project, whose keys always come in this order. What is `undefined` is
 * left out of JSON.
 */
export function cslItem(work: Work) {
  const { authors, date, keywords } = work;
  const preprint = isPreprint(work);
  const eprint = work.doi !== undefined && !isArxivDoi(work.doi) ? work.arxiv : undefined;
  return {
    id: work.key,
    type: types[publishedAs(work)],
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
