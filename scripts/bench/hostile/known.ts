/** Inputs that once took longer than their length, each for a size. */
import { hostileDigest } from './digests.ts';
import type { Job } from './child.ts';

const fill = (unit: string, size: number): string =>
  unit.repeat(Math.ceil(size / unit.length)).slice(0, size);

/** A job on a digest in which one field is as long as `size`. */
export const fieldJob = (
  format: string,
  field: Parameters<typeof hostileDigest>[1],
  unit: string,
  size: number,
): Job => ({ kind: 'read', format, text: hostileDigest(format, field, fill(unit, size)) });

/** Jobs by what they are; `size` in characters. */
export const known: Readonly<Record<string, (size: number) => Job>> = {
  'words that lead nowhere behind an arXiv id': (size) => ({
    kind: 'read',
    text: `arXiv:2401.00001 ${fill('a', size)}!`,
  }),
  'a BibTeX title of spaces': (size) => fieldJob('bibtex', 'title', ' ', size),
  'BibTeX authors of spaces': (size) => fieldJob('bibtex', 'authors', ' ', size),
  'BibTeX authors of stars': (size) => fieldJob('bibtex', 'authors', '*', size),
  'a BibTeX title of stars': (size) => fieldJob('bibtex', 'title', '*', size),
  'JSON lines, every field of spaces': (size) => ({
    kind: 'read',
    text: `${JSON.stringify(
      Object.fromEntries(
        ['title', 'authors', 'abstract', 'url', 'date', 'venue'].map((key) => [
          key,
          `${fill(' ', size / 6)}a`,
        ]),
      ),
    )}\n`,
    format: 'jsonl',
  }),
  'a title of many lines in an arXiv mail': (size) => fieldJob('arxiv-mail', 'title', '==\n', size),
  'a title of many lines in an arXiv listing': (size) =>
    fieldJob('arxiv-listing', 'title', '==\n', size),
  'an Atom title of line ends': (size) => fieldJob('arxiv-atom', 'title', '\r', size),
  'an abstract of == lines': (size) => ({ kind: 'render', text: fill('==\n', size) }),
  'an abstract of setext underlines': (size) => ({
    kind: 'render',
    text: `a\n${fill('=\n', size)}`,
  }),
};
