/** Papers as BibTeX files, made piece by piece, in one pass. */
import { answer, textStream, type Archive, type Paper } from '../archive/index.ts';
import { bibtex, type CitationContext } from './bibtex.ts';

/** What a citation of each paper of an archive needs. */
export type CitationContexts = (paper: Paper) => CitationContext;

/**
 * @param archive where the digests' names come from
 * @param absolute makes a whole address of a site path
 */
export function citationContexts(
  archive: Pick<Archive, 'digest'>,
  absolute: (path: string) => string,
): CitationContexts {
  const digestName = (id: string): string | undefined => archive.digest(id)?.name;
  return ({ id }) => ({ url: absolute(`papers/${id}/`), digestName });
}

/**
 * Papers as BibTeX, entry by entry, parted by blank lines. A paper that comes twice (a digest may list
 * one twice) is given once, for a file must not hold a key twice.
 */
export function* bibliography(
  papers: Iterable<Paper>,
  context: CitationContexts,
): Generator<string> {
  let between = '';
  for (const paper of new Set(papers)) {
    yield between + bibtex(paper, context(paper));
    between = '\n';
  }
}

export function bibliographyResponse(
  papers: Iterable<Paper>,
  contexts: CitationContexts,
): Response {
  return answer(textStream(bibliography(papers, contexts)), 'application/x-bibtex; charset=utf-8');
}
