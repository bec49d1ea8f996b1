/** Papers as BibTeX files, made piece by piece, in one pass. */
import { answer, type Archive, type Paper } from '../archive/index.ts';
import { bibtex } from './bibtex.ts';
import { keyIn } from './keys.ts';
import { workOf } from './paper-work.ts';

/** All that a BibTeX file is made of. */
export interface Bibliography {
  readonly papers: readonly Paper[];
  /** The papers' keys, in their order. */
  readonly keys: readonly string[];
  /** Names of the digests that list them, by id. */
  readonly digests: Readonly<Record<string, string>>;
  /** Labels of their topics, by id. */
  readonly labels: Readonly<Record<string, string>>;
  /** Without abstracts. */
  readonly brief: boolean;
}

function named(
  ids: Iterable<string>,
  name: (id: string) => string | undefined,
): Record<string, string> {
  return Object.fromEntries(
    [...new Set(ids)].flatMap((id) => {
      const found = name(id);
      return found === undefined ? [] : [[id, found] as const];
    }),
  );
}

/**
 * Papers, with what their BibTeX says of the archive.
 *
 * @param brief without abstracts: a paper is in several topics and digests, and its abstract is the most of it
 */
export function bibliographyOf(
  papers: readonly Paper[],
  archive: Pick<Archive, 'digest' | 'papers' | 'topic'>,
  brief = false,
): Bibliography {
  return {
    papers,
    keys: papers.map(keyIn(archive)),
    digests: named(
      papers.flatMap(({ listings }) => listings.map(({ digest }) => digest)),
      (id) => archive.digest(id)?.name,
    ),
    labels: named(
      papers.flatMap(({ topics }) => topics.map(({ topic }) => topic)),
      (id) => archive.topic(id)?.label,
    ),
    brief,
  };
}

/**
 * Papers as BibTeX, entry by entry, parted by blank lines. A paper that comes twice (a digest may list
 * one twice) is given once, for a file must not hold a key twice.
 *
 * @param pageOf makes a whole address of a site path, if the archive is published at one
 */
export function* bibliography(
  { papers, keys, digests, labels, brief }: Bibliography,
  pageOf: (path: string) => string | undefined,
): Generator<string> {
  const given = new Set<Paper>();
  for (const [at, paper] of papers.entries()) {
    if (given.has(paper)) continue;
    const page = pageOf(`papers/${paper.id}/`);
    const { abstract, ...work } = workOf(paper, { key: keys[at] ?? '', page, labels, digests });
    yield (
      (given.size === 0 ? '' : '\n') +
      bibtex(brief || abstract === undefined ? work : { ...work, abstract })
    );
    given.add(paper);
  }
}

export const bibtexResponse = (entries: BodyInit): Response =>
  answer(entries, 'application/x-bibtex; charset=utf-8');
