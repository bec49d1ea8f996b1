/** Whole references, as they are copied from the end of a paper. */
import { between, pick, type Random } from '../../random.ts';
import type { BenchPaper } from '../archived.ts';
import type { Kind } from '../query.ts';

export interface Author {
  readonly given: string;
  readonly family: string;
}

/** `Ada King Lovelace` → `Ada King`, `Lovelace`. */
export function parted(name: string): Author {
  const words = name.trim().split(/\s+/);
  return { given: words.slice(0, -1).join(' '), family: words.at(-1) ?? '' };
}

const initials = (given: string, parting = ' '): string =>
  given
    .split(/[\s-]+/)
    .filter((name) => name !== '')
    .map((name) => `${name.slice(0, 1)}.`)
    .join(parting);

/** For papers of which the archive knows the title alone: their references name authors all the same. */
const strangers =
  'Marta Olsen,Wei Zhou,Priya Raman,Tomás Aguilar,Keiko Hara,Jonas Brandt,Amina Diallo,Luca Ferri,Hyejin Park,Noah Whitfield'.split(
    ',',
  );

function authorsOf({ authors }: BenchPaper, next: Random): Author[] {
  const names =
    authors ?? Array.from({ length: between(next, 1, 4) }, () => pick(next, strangers) ?? '');
  return [...new Set(names)].map(parted).filter(({ family }) => family !== '');
}

interface Source {
  readonly title: string;
  readonly authors: readonly Author[];
  readonly year: string;
  /** Where it appeared, as a style would write it. */
  readonly where: string;
  readonly pages: string;
}

function sourceOf(paper: BenchPaper, next: Random): Source {
  const year = paper.year ?? String(between(next, 2018, 2025));
  const first = between(next, 1, 9000);
  const preprint = `arXiv preprint arXiv:${paper.arxiv ?? `${year.slice(2)}0${between(next, 1, 9)}.${between(next, 10_000, 19_999)}`}`;
  return {
    title: paper.title,
    authors: authorsOf(paper, next),
    year,
    where: paper.venue ?? (next() < 0.5 ? preprint : 'Journal of Machine Learning Research'),
    pages: `${first}–${first + between(next, 6, 20)}`,
  };
}

/** Several names with a comma between, and a word before the last. */
function listed(names: readonly string[], and: string): string {
  if (names.length < 2) return names.join('');
  return `${names.slice(0, -1).join(', ')}${and}${names.at(-1) ?? ''}`;
}

const turned = ({ given, family }: Author): string => `${family}, ${initials(given)}`;
const etAl = (names: readonly string[], most: number): readonly string[] =>
  names.length > most ? [`${names[0] ?? ''} et al.`] : names;

export const styles: Readonly<Record<string, (source: Source) => string>> = {
  apa: ({ title, authors, year, where, pages }) =>
    `${listed(authors.map(turned), ', & ')} (${year}). ${title}. ${where}, ${pages}.`,
  ieee: ({ title, authors, year, where, pages }) => {
    const names = authors.map(({ given, family }) => `${initials(given)} ${family}`);
    return `[12] ${listed(etAl(names, 6), ' and ')}, “${title},” in ${where}, ${year}, pp. ${pages}.`;
  },
  acm: ({ title, authors, year, where, pages }) =>
    `${listed(
      authors.map(({ given, family }) => `${given} ${family}`),
      ', and ',
    )}. ${year}. ${title}. In ${where}. ${pages}.`,
  mla: ({ title, authors: [first, ...others], year, where, pages }) => {
    const name = first === undefined ? '' : `${first.family}, ${first.given}`;
    return `${name}${others.length > 0 ? ', et al' : ''}. "${title}." ${where} (${year}): ${pages}.`;
  },
  chicago: ({ title, authors: [first, ...others], year, where }) => {
    const names = others.map(({ given, family }) => `${given} ${family}`);
    return `${listed([`${first?.family ?? ''}, ${first?.given ?? ''}`, ...names], ', and ')}. “${title}.” ${where}, ${year}.`;
  },
  /** As the styles of NeurIPS and ICML print it. */
  plainnat: ({ title, authors, year, where }) =>
    `${listed(
      authors.map(({ given, family }) => `${given} ${family}`),
      ' and ',
    )}. ${title}. ${where}, ${year}.`,
};

export const reference: Kind = {
  name: 'reference',
  label: 'whole reference',
  rule: (corpus) => (paper, next) => {
    const style = pick(next, Object.values(styles));
    const typed = style?.(sourceOf(paper, next));
    return typed === undefined ? undefined : { typed, right: corpus.sameTitle(paper) };
  },
};

/** `lovelace2024engines`, as reference managers make them: family name, year, first word of the title. */
export function entryKey({ authors, year, title }: BenchPaper): string | undefined {
  const family = parted(authors?.[0] ?? '').family;
  const plain = (text: string): string =>
    text
      .normalize('NFKD')
      .replaceAll(/[^\p{L}\p{N}]/gu, '')
      .toLowerCase();
  const word = title
    .split(/[\s:–-]+/)
    .map(plain)
    .find((one) => one !== '' && !/^(?:a|an|the|on|of|in|for|to|towards?|what|how|is)$/.test(one));
  if (plain(family) === '' || year === undefined || word === undefined) return undefined;
  return plain(family) + year + word;
}

export const entry: Kind = {
  name: 'entry',
  label: 'BibTeX entry',
  rule: (corpus) => (paper, next) => {
    const { title, authors, year, where } = sourceOf(paper, next);
    const names = authors.map(({ given, family }) => `${family}, ${given}`).join(' and ');
    const key = entryKey(paper) ?? `ref${between(next, 10, 99)}`;
    const fields = `title={${title}}, author={${names}}, booktitle={${where}}, year={${year}}`;
    return { typed: `@inproceedings{${key}, ${fields} }`, right: corpus.sameTitle(paper) };
  },
};
