/** Papers as BibTeX files, made piece by piece, in one pass. */
import { answer, textStream, type Archive, type Paper } from '../archive/index.ts';
import { bibtex } from './bibtex.ts';

/**
 * Papers as BibTeX, entry by entry, parted by blank lines. A paper that comes twice (a digest may list
 * one twice) is given once, for a file must not hold a key twice.
 *
 * @param archive where the digests' names come from
 * @param absolute makes a whole address of a site path
 */
export function* bibliography(
  papers: Iterable<Paper>,
  archive: Pick<Archive, 'digest'>,
  absolute: (path: string) => string,
): Generator<string> {
  const digestName = (id: string): string | undefined => archive.digest(id)?.name;
  let between = '';
  for (const paper of new Set(papers)) {
    yield between + bibtex(paper, { url: absolute(`papers/${paper.id}/`), digestName });
    between = '\n';
  }
}

export function bibliographyResponse(...of: Parameters<typeof bibliography>): Response {
  return answer(textStream(bibliography(...of)), 'application/x-bibtex; charset=utf-8');
}
