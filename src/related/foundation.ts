/** What the steady part of an archive fixes for all its papers: the terms, and how rare each is. And all vectors. */
import { segmentsOf } from '../segments.ts';
import { readCorpus, type Corpus } from './corpus.ts';
import type { Keep } from '../store/keep.ts';
import { kindOf } from './kinds.ts';
import { Lexicon } from './lexicon.ts';
import type { PaperRow } from './row.ts';
import { countTerms, readTerms, type Terms, type TermTable } from './terms.ts';
import { joinVectors, vectorise, type Vectors } from './vectors.ts';

export interface Foundation {
  readonly lexicon: Lexicon;
  readonly terms: Terms;
  /** Terms that a vector may have, words among them that only later papers have. */
  readonly termCount: number;
  /** Of all papers. */
  readonly vectors: Vectors;
  /** The steady part, if it has just been read. */
  readonly corpus?: Corpus;
}

interface Beginning {
  readonly table: TermTable;
  readonly words: string;
  readonly vectors: Vectors;
}

/** Vectors of papers behind the steady part, and the words that they are the first to have. */
type Later = Omit<Beginning, 'table'>;

const beginnings = kindOf<Beginning>('terms');
const laters = kindOf<Later>('vectors');

const separator = ' ';
const join = (words: readonly string[]): string => words.join(separator);
const split = (words: string): string[] => (words === '' ? [] : words.split(separator));

/** Finds the terms, and the vectors of all papers. Near-linear in the length of the texts that are not known. */
export function layFoundation(row: PaperRow, keep: Keep): Foundation {
  const { steady, size } = row;
  const key = row.keyOf(steady);
  const known = keep.get(beginnings, '', key);
  const lexicon = new Lexicon(split(known?.words ?? ''));
  const corpus = known ? undefined : readCorpus(row.slice(0, steady), lexicon);
  const table = known?.table ?? countTerms(corpus ?? readCorpus([]));
  const terms = readTerms(table);
  const first = known?.vectors ?? vectorise(corpus ?? readCorpus([]), terms);
  if (!known) keep.put(beginnings, '', key, { table, words: join(lexicon.keys), vectors: first });

  const segments = segmentsOf(size - steady).map(({ start, end }) => {
    const [id, from] = [String(start), lexicon.keys.length];
    const segmentKey = row.keyOf(steady + end);
    const kept = keep.get(laters, id, segmentKey);
    for (const word of split(kept?.words ?? '')) lexicon.add(word);
    if (kept) return { id, vectors: kept.vectors };
    const vectors = vectorise(readCorpus(row.slice(steady + start, steady + end), lexicon), terms);
    keep.put(laters, id, segmentKey, { words: join(lexicon.keys.slice(from)), vectors });
    return { id, vectors };
  });
  keep.retain(laters, new Set(segments.map(({ id }) => id)));
  return {
    lexicon,
    terms,
    termCount: terms.word(lexicon.keys.length),
    vectors: joinVectors([first, ...segments.map(({ vectors }) => vectors)]),
    ...(corpus && { corpus }),
  };
}
