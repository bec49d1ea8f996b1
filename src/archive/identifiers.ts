import { oneLine } from '../text/line.ts';

/** An identifier as a path: its slashes part the path, everything else that an address gives a meaning to is encoded. */
function asPath(identifier: string): string {
  return encodeURIComponent(oneLine(identifier)).replaceAll('%2F', '/');
}

/** The abstract page of an arXiv id, old (`math/0309136`) or new (`2409.11321`). */
export function arxivAddress(arxiv: string): string {
  return `https://arxiv.org/abs/${asPath(arxiv)}`;
}

/** The resolver's address of a DOI; old DOIs hold `<`, `#` and `;`. */
export function doiAddress(doi: string): string {
  return `https://doi.org/${asPath(doi)}`;
}

/** The paper itself, as arXiv serves it. */
export function pdfAddress(arxiv: string): string {
  return `https://arxiv.org/pdf/${asPath(arxiv)}`;
}

/** The paper as a page, if arXiv could make one of it. */
export function htmlAddress(arxiv: string): string {
  return `https://arxiv.org/html/${asPath(arxiv)}`;
}
