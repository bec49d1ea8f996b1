/** Papers as BibTeX files, made piece by piece, in one pass. */
import { answer, textStream, type Archive, type Paper } from '../archive/index.ts';
import { bibtex } from './bibtex.ts';

/** All that a BibTeX file is made of. */
export interface Bibliography {
  readonly papers: readonly Paper[];
  /** Names of the digests that list them, by id. */
  readonly digests: Readonly<Record<string, string>>;
}

/** Papers, with what their BibTeX says of the archive. */
export function bibliographyOf(
  papers: readonly Paper[],
  archive: Pick<Archive, 'digest'>,
): Bibliography {
  const ids = new Set(papers.flatMap(({ listings }) => listings.map(({ digest }) => digest)));
  const names = [...ids].flatMap((id) => {
    const name = archive.digest(id)?.name;
    return name === undefined ? [] : [[id, name] as const];
  });
  return { papers, digests: Object.fromEntries(names) };
}

/**
 * Papers as BibTeX, entry by entry, parted by blank lines. A paper that comes twice (a digest may list
 * one twice) is given once, for a file must not hold a key twice.
 *
 * @param absolute makes a whole address of a site path
 */
export function* bibliography(
  { papers, digests }: Bibliography,
  absolute: (path: string) => string,
): Generator<string> {
  const digestName = (id: string): string | undefined => digests[id];
  let between = '';
  for (const paper of new Set(papers)) {
    yield between + bibtex(paper, { url: absolute(`papers/${paper.id}/`), digestName });
    between = '\n';
  }
}

export function bibliographyResponse(...of: Parameters<typeof bibliography>): Response {
  return answer(textStream(bibliography(...of)), 'application/x-bibtex; charset=utf-8');
}
