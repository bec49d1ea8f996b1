/** What a reader may do with a paper first: read it, and look at what belongs to it. Only what is known to be there. */
import * as words from '#words/paper.ts';
import type { LinkKind, Paper, PaperLink } from './archive.ts';
import { elsewhere, type Elsewhere } from './elsewhere.ts';
import { arxivAddress, doiAddress, htmlAddress, pdfAddress } from './identifiers.ts';

/** A link of the line below a paper's title. */
export interface Action {
  readonly label: string;
  readonly url: string;
}

export interface Actions {
  /** PDF, HTML, arXiv, DOI, code and so on. */
  readonly direct: readonly Action[];
  /** The paper's other links. */
  readonly others: readonly PaperLink[];
  /** Where else it is, or may be found. */
  readonly elsewhere: readonly Elsewhere[];
  /** Whether a link leads to the paper itself. */
  readonly readable: boolean;
}

/** Kinds of links that have a place in the line, in its order. */
const kinds: readonly LinkKind[] = ['code', 'project', 'data', 'model', 'demo'];

/** Longest label of a link in the line, in characters: the line is one on a phone, too. */
const longestLabel = 14;

const arxivPage = /^https?:\/\/(?:www\.|export\.)?arxiv\.org\/(abs|pdf|html)\/([^?#]+)/i;

/** The form in which an address of arXiv's has a paper, whatever the version: `abs`, `pdf`, `html`; none if it is another. */
function formOf(url: string, arxiv: string | undefined): string | undefined {
  const [, form, path = ''] = arxivPage.exec(url) ?? [];
  const id = path
    .replace(/\/$/, '')
    .replace(/\.pdf$/i, '')
    .replace(/v\d{1,3}$/, '');
  return id === arxiv ? form?.toLowerCase() : undefined;
}

/** A DOI that arXiv made of its own id leads where the id does. */
const isArxivDoi = (doi: string): boolean => /^10\.48550\/arxiv\./i.test(doi);

/** Whether arXiv made HTML of papers when it gave out the id: it has since December 2023, of those in LaTeX. */
const mayHaveHtml = (arxiv: string): boolean => /^\d{4}\./.test(arxiv) && arxiv >= '2312';

/**
 * The actions of a paper. arXiv has a page and a PDF of each id. It has HTML of most papers since December 2023, though
 * not of all: that is in the line where a link of the paper's leads to it, and else among the places where it may be. Of the paper's own links those stand in the line
 * that were given as its PDF, HTML or forum, or are the first of their kind; an address of a paper that the abstract
 * speaks of may be another's.
 */
export function actionsOf(paper: Paper): Actions {
  const { arxiv, doi } = paper;
  const said = new Set(doi === undefined ? [] : [doiAddress(doi)]);
  const own = paper.links.filter(
    ({ url }) => !said.has(url) && !['abs', 'pdf'].includes(formOf(url, arxiv) ?? ''),
  );
  const taken = new Set<PaperLink>();
  const take = (matches: (link: PaperLink) => boolean, name?: string): Action[] => {
    const link = own.find((each) => !taken.has(each) && matches(each));
    if (link === undefined) return [];
    taken.add(link);
    const { kind, label, url } = link;
    return [{ label: name ?? (label.length > longestLabel ? words.linkKinds[kind] : label), url }];
  };
  const given = (name: string): Action[] =>
    take(({ label }) => label.toLowerCase() === name.toLowerCase(), name);
  const pdf = arxiv === undefined ? given('PDF') : [{ label: 'PDF', url: pdfAddress(arxiv) }];
  const html = [...take(({ url }) => formOf(url, arxiv) === 'html', 'HTML'), ...given('HTML')];
  const paths = [
    ...pdf,
    ...html,
    ...(arxiv === undefined ? [] : [{ label: 'arXiv', url: arxivAddress(arxiv) }]),
    ...(doi === undefined || (arxiv !== undefined && isArxivDoi(doi))
      ? []
      : [{ label: 'DOI', url: doiAddress(doi) }]),
    ...given('OpenReview'),
  ];
  return {
    direct: [...paths, ...kinds.flatMap((kind) => take((link) => link.kind === kind))],
    others: own.filter((link) => !taken.has(link)),
    elsewhere: [
      ...(arxiv !== undefined && html.length === 0 && mayHaveHtml(arxiv)
        ? [{ label: words.htmlOnArxiv, url: htmlAddress(arxiv), direct: true }]
        : []),
      ...elsewhere(paper).filter(
        ({ label, direct }) => !direct || (label !== 'DOI' && label !== 'arXiv'),
      ),
    ],
    readable: paths.length > 0,
  };
}
