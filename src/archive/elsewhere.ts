import { arxivAddress, doiAddress } from './identifiers.ts';
import { cutAtWord, oneLine } from '../text/line.ts';
import type { Paper } from './archive.ts';

/** A place on the web that may hold the paper. */
export interface Elsewhere {
  readonly label: string;
  readonly url: string;
  /** Leads to the paper itself; otherwise to a search for its title. */
  readonly direct: boolean;
}

/**
 * Characters of a title that go into a search. They name a paper, and leave out more of what a digest may have written
 * otherwise; every paper's page has them four times.
 */
export const longestQuery = 64;

const searches = {
  arXiv: (title: string) => `https://arxiv.org/search/?query=${title}&searchtype=title`,
  'Semantic Scholar': (title: string) => `https://www.semanticscholar.org/search?q=${title}`,
  'Google Scholar': (title: string) => `https://scholar.google.com/scholar?q=${title}`,
  'Hugging Face': (title: string) => `https://huggingface.co/papers?q=${title}`,
} as const;

/** A title as a search is asked for it: without what parts its words and what sites do not search for anyway. */
function queryOf(title: string): string {
  const words = oneLine(title.replaceAll(/[:;,?!"“”](?=\s|$)|(?<=\s|^)["“”]/g, ''));
  return encodeURIComponent(cutAtWord(words, longestQuery)).replaceAll('%20', '+');
}

/** Ids since April 2007, the only ones that Semantic Scholar and Hugging Face have addresses for. */
const newStyle = /^\d{4}\.\d{4,5}$/;

/** Addresses made from known identifiers, by label. */
function directAddresses({ arxiv, doi }: Paper): ReadonlyMap<string, string> {
  const addresses = new Map<string, string>();
  if (doi !== undefined) addresses.set('DOI', doiAddress(doi));
  if (arxiv !== undefined) {
    addresses.set('arXiv', arxivAddress(arxiv));
    if (newStyle.test(arxiv)) {
      addresses.set('Semantic Scholar', `https://www.semanticscholar.org/arxiv/${arxiv}`);
      addresses.set('Hugging Face', `https://huggingface.co/papers/${arxiv}`);
    }
  }
  return addresses;
}

/**
 * Where else to find a paper: its own page where an identifier is known, a search for its title
 * where none is. The words of the title are searched for, not the exact phrase, because a digest's
 * title may have lost a formula.
 *
 * @param paper the paper
 * @returns DOI first where one is known, then always the same four in the same order
 *   (a paper whose title has nothing to search for gets direct links alone)
 */
export function elsewhere(paper: Paper): Elsewhere[] {
  const direct = directAddresses(paper);
  const query = queryOf(paper.title);
  const doi = direct.get('DOI');
  const places: Elsewhere[] = doi === undefined ? [] : [{ label: 'DOI', url: doi, direct: true }];
  for (const [label, search] of Object.entries(searches)) {
    const url = direct.get(label);
    if (url !== undefined) places.push({ label, url, direct: true });
    else if (query !== '') places.push({ label, url: search(query), direct: false });
  }
  return places;
}
