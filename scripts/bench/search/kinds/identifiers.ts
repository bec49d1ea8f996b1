/** What names one paper and is none of its words: ids, addresses, keys. */
import { between, pick } from '../../random.ts';
import type { BenchPaper } from '../archived.ts';
import type { Corpus } from '../corpus.ts';
import type { Kind } from '../query.ts';
import { entryKey } from './references.ts';

/** Ids of the papers of the same id, for an archive may hold one under two titles. */
const sharing = (corpus: Corpus, own: (paper: BenchPaper) => string | undefined) => {
  const papers = Map.groupBy(corpus.papers, own);
  return (value: string): string[] => (papers.get(value) ?? []).map(({ id }) => id);
};

export const arxivId: Kind = {
  name: 'arxiv',
  label: 'arXiv id',
  rule(corpus) {
    const right = sharing(corpus, ({ arxiv }) => arxiv);
    return ({ arxiv }, next) => {
      if (arxiv === undefined) return undefined;
      const version = between(next, 1, 4);
      const typed = pick(next, [
        arxiv,
        `${arxiv}v${version}`,
        `arXiv:${arxiv}`,
        `arxiv:${arxiv}v${version}`,
        `arXiv: ${arxiv}`,
        `arxiv ${arxiv}`,
        `[${arxiv}]`,
        `arXiv:${arxiv} [cs.CL]`,
        `abs/${arxiv}`,
        `(arXiv:${arxiv}v${version})`,
        `arXiv preprint arXiv:${arxiv}`,
        `10.48550/arXiv.${arxiv}`,
      ]);
      return typed === undefined ? undefined : { typed, right: right(arxiv) };
    };
  },
};

export const doi: Kind = {
  name: 'doi',
  label: 'DOI',
  rule(corpus) {
    const right = sharing(corpus, (paper) => paper.doi);
    return (paper, next) => {
      if (paper.doi === undefined) return undefined;
      const typed = pick(next, [
        paper.doi,
        `doi:${paper.doi}`,
        `DOI: ${paper.doi}`,
        `https://doi.org/${paper.doi}`,
        `http://dx.doi.org/${paper.doi}`,
        `doi.org/${paper.doi}`,
        paper.doi.toUpperCase(),
        `${paper.doi}.`,
      ]);
      return typed === undefined ? undefined : { typed, right: right(paper.doi) };
    };
  },
};

/** Addresses of a paper at arXiv and at those who show its papers, at the ACL, and its page here. */
function addresses({ arxiv, doi: given }: BenchPaper, version: number): string[] {
  const acl = /^10\.18653\/v1\/(.+)$/.exec(given ?? '')?.[1];
  return [
    ...(arxiv === undefined
      ? []
      : [
          `https://arxiv.org/abs/${arxiv}`,
          `http://arxiv.org/abs/${arxiv}v${version}`,
          `https://arxiv.org/pdf/${arxiv}`,
          `https://arxiv.org/pdf/${arxiv}v${version}.pdf`,
          `https://arxiv.org/html/${arxiv}v${version}#S3`,
          `arxiv.org/abs/${arxiv}?context=cs`,
          `https://huggingface.co/papers/${arxiv}`,
          `https://www.alphaxiv.org/abs/${arxiv}`,
          `https://ar5iv.labs.arxiv.org/html/${arxiv}`,
        ]),
    ...(acl === undefined
      ? []
      : [`https://aclanthology.org/${acl}/`, `https://aclanthology.org/${acl}.pdf`]),
  ];
}

export const address: Kind = {
  name: 'address',
  label: "a paper's address",
  rule: (corpus) => (paper, next) => {
    const elsewhere = pick(next, addresses(paper, between(next, 1, 4)));
    // Every paper has a page here: it would be most of the queries.
    const typed = next() < 0.1 ? paper.url : elsewhere;
    return typed === undefined ? undefined : { typed, right: corpus.sameTitle(paper) };
  },
};

export const key: Kind = {
  name: 'key',
  label: 'BibTeX key',
  rule(corpus) {
    const right = sharing(corpus, entryKey);
    return (paper, next) => {
      const made = entryKey(paper);
      // The archive's own keys are its ids.
      if (made === undefined || next() < 0.2) return { typed: paper.id, right: [paper.id] };
      const typed = pick(next, [
        made,
        `\\cite{${made}}`,
        made.slice(0, 1).toUpperCase() + made.slice(1),
      ]);
      // Of many a key is no name.
      if (typed === undefined || right(made).length > 3) return undefined;
      return { typed, right: right(made) };
    };
  },
};
