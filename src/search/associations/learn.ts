/** Texts of a field → which of its words go with which. */
import { memoise } from '../../once.ts';
import { rootOf } from '../../text/stem.ts';
import { functionWords, paperWords } from '../../text/word-lists.ts';
import { stopWords } from '../../text/words.ts';
import { wordParts } from '../searched-words.ts';
import { principalRows } from './decompose.ts';
import { nearestRows } from './nearest.ts';
import { positivePmi } from './pmi.ts';
import { isListed, type Association } from './table.ts';

/** Texts that must hold a stem: of rarer ones, too little is known. */
const leastTexts = 5;
/** Words on either side of a word that count as its company. */
const reach = 12;
const dimensions = 200;
/** Kept of each word; an archive that lacks some has others. */
const kept = 20;
/** What synonyms count for, and what they add where the texts say the same. */
const synonymStrength = 0.5;
const synonymBonus = 0.2;

export interface Learning {
  /** Even numbers in [0, 1). */
  readonly random: () => number;
  /** Told what is being done, and the share of it that is done. */
  readonly onStep?: (what: string, done: number, all: number) => void;
}

/** Stems of words that stand in any paper's company, and go with none. */
const dull = new Set([...functionWords, ...paperWords].map(rootOf));

/** The stems of a text, in order. Small words have no place in it: what is between them is near. */
const stemsOf = (text: string, root: (word: string) => string): string[] =>
  wordParts(text)
    .filter((word) => word.length > 1 && isListed(word) && !stopWords.has(word))
    .map(root);

/** Stem → stems of the same meaning. */
function synonymsOf(
  sets: Iterable<readonly string[]>,
  root: (word: string) => string,
): Map<string, Set<string>> {
  const synonyms = new Map<string, Set<string>>();
  for (const set of sets) {
    const stems = [...new Set(set.map(root))];
    for (const one of stems) {
      const others = synonyms.get(one) ?? new Set<string>();
      synonyms.set(one, others);
      for (const other of stems) if (other !== one) others.add(other);
    }
  }
  return synonyms;
}

/**
 * Learns which words go with which: those that keep the same company (`pmi.ts`, `decompose.ts`), and synonyms.
 *
 * @param texts titles and abstracts of a field, some ten thousand
 * @param synonymSets words of one meaning each; what the texts do not hold is never an association, but may have some
 * @returns stem → its associations, strongest first
 */
export function learnAssociations(
  texts: Iterable<string>,
  synonymSets: Iterable<readonly string[]>,
  { random, onStep = () => undefined }: Learning,
): Map<string, Association[]> {
  // The same words come again and again.
  const root = memoise(rootOf);
  const { stems, numbered } = numberedTexts(texts, root, onStep);
  onStep('counting pairs', 0, 1);
  const matrix = positivePmi(numbered, stems.length, reach);
  const vectors = principalRows(matrix, dimensions, random, (done, all) =>
    onStep('finding the main directions', done, all),
  );
  const nearest = nearestRows(vectors, kept, (done, all) =>
    onStep('finding the nearest words', done, all),
  );
  const synonyms = synonymsOf(synonymSets, root);
  const frequent = new Map(stems.map((one, at) => [one, at]));
  const table = new Map<string, Association[]>();
  for (const one of new Set([...stems, ...synonyms.keys()])) {
    if (!isListed(one) || dull.has(one)) continue;
    const strengths = new Map<string, number>();
    for (const { row, cosine } of nearest[frequent.get(one) ?? -1] ?? [])
      strengths.set(stems[row] ?? '', cosine);
    for (const other of synonyms.get(one) ?? []) {
      if (!frequent.has(other)) continue;
      const cosine = strengths.get(other);
      const strength =
        cosine === undefined ? synonymStrength : Math.max(synonymStrength, cosine) + synonymBonus;
      strengths.set(other, Math.min(1, strength));
    }
    // Of equal ones, the more frequent first.
    const list = [...strengths]
      .map(([other, strength]) => ({ stem: other, strength, at: frequent.get(other) ?? 0 }))
      .toSorted((a, b) => b.strength - a.strength || a.at - b.at)
      .slice(0, kept)
      .map(({ stem: other, strength }) => ({ stem: other, strength }));
    if (list.length > 0) table.set(one, list);
  }
  return table;
}

/** The stems that enough texts hold, most frequent first, and the texts as their numbers. */
function numberedTexts(
  texts: Iterable<string>,
  root: (word: string) => string,
  onStep: NonNullable<Learning['onStep']>,
): { stems: string[]; numbered: Int32Array[] } {
  const numbers = new Map<string, number>();
  const held: number[] = [];
  const all: Int32Array[] = [];
  for (const text of texts) {
    const own = Int32Array.from(stemsOf(text, root), (one) => {
      const number = numbers.get(one) ?? numbers.size;
      numbers.set(one, number);
      return number;
    });
    for (const number of new Set(own)) held[number] = (held[number] ?? 0) + 1;
    all.push(own);
    if (all.length % 500 === 0) onStep('reading texts', all.length, all.length);
  }
  const stems = [...numbers]
    .filter(([one, number]) => (held[number] ?? 0) >= leastTexts && !dull.has(one))
    .toSorted(([, a], [, b]) => (held[b] ?? 0) - (held[a] ?? 0) || a - b);
  const places = new Int32Array(numbers.size).fill(-1);
  for (const [at, [, number]] of stems.entries()) places[number] = at;
  return {
    stems: stems.map(([one]) => one),
    numbered: all.map((text) => text.map((number) => places[number] ?? -1)),
  };
}
