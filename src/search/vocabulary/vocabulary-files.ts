/**
 * The archive's own words, from which slips of the pen are mended, as files. A part has a line a word:
 * `shampoo 3 1`, `deep 12[deep learning=dl]`. The plan is half the size it has as a list of objects, for every first
 * search loads it.
 */

/** A word of the archive. */
export interface VocabularyWord {
  /** Folded (`text/letters.ts`). */
  readonly word: string;
  /** Papers that hold it. */
  readonly papers: number;
  /** Papers that hold it in their title. */
  readonly titles: number;
  /** Other names of what it stands for, or of phrases that begin with it. */
  readonly names: readonly OtherName[];
}

/** Another name of a phrase. */
export interface OtherName {
  /** The phrase's words, the vocabulary's own word first: `reinforcement learning from human feedback`, or `rlhf`. */
  readonly phrase: string;
  readonly other: string;
}

/** Where the parts of the vocabulary are. */
export interface VocabularyPlan {
  /** Papers of the archive. */
  readonly papers: number;
  /** Parts by how words begin, then by how they end. */
  readonly beginnings: readonly PartAddress[];
  readonly endings: readonly PartAddress[];
}

export interface PartAddress {
  /** The first key in the part (`keys.ts`); the next part's first key ends it. */
  readonly from: string;
  /** Name of its file, made from what it holds. */
  readonly name: string;
}

/** The word; papers, unless it is one; titles, if any (then papers always); other names as `[phrase=other]`. */
function line({ word, papers, titles, names }: VocabularyWord): string {
  const counts = titles > 0 ? ` ${papers} ${titles}` : papers === 1 ? '' : ` ${papers}`;
  return word + counts + names.map(({ phrase, other }) => `[${phrase}=${other}]`).join('');
}

/** Writes a part. */
export function writePart(words: readonly VocabularyWord[]): string {
  return `${words.map(line).join('\n')}\n`;
}

const shape = /^([\p{L}\p{N}]+)(?: (\d+))?(?: (\d+))?((?:\[[^[\]=]+=[^[\]=]+\])*)$/u;

function otherNames(text: string): OtherName[] {
  return [...text.matchAll(/\[([^[\]=]+)=([^[\]=]+)\]/gu)].map(([, phrase = '', other = '']) => ({
    phrase,
    other,
  }));
}

/** Reads a part; a line of another shape is left out. */
export function readPart(text: string): VocabularyWord[] {
  const words: VocabularyWord[] = [];
  for (const row of text.split('\n')) {
    const [, word, papers = '1', titles = '0', names = ''] = shape.exec(row) ?? [];
    if (word === undefined) continue;
    words.push({ word, papers: Number(papers), titles: Number(titles), names: otherNames(names) });
  }
  return words;
}

/** Characters of a key (`keys.ts`): two letters and the length in two digits. The name follows it. */
const keyLength = 4;

interface Written {
  readonly papers: number;
  readonly beginnings: readonly string[];
  readonly endings: readonly string[];
}

const write = (parts: readonly PartAddress[]): string[] =>
  parts.map(({ from, name }) => from + name);

const read = (parts: readonly string[]): PartAddress[] =>
  parts.map((part) => {
    const letters = [...part];
    return { from: letters.slice(0, keyLength).join(''), name: letters.slice(keyLength).join('') };
  });

/** Writes a plan as JSON's values. */
export function writePlan({ papers, beginnings, endings }: VocabularyPlan): Written {
  return { papers, beginnings: write(beginnings), endings: write(endings) };
}

const isList = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((item) => typeof item === 'string');

/** Reads a plan; undefined if it is none. */
export function readPlan(value: unknown): VocabularyPlan | undefined {
  if (typeof value !== 'object' || value === null) return undefined;
  if (!('papers' in value && 'beginnings' in value && 'endings' in value)) return undefined;
  const { papers, beginnings, endings } = value;
  if (typeof papers !== 'number' || !isList(beginnings) || !isList(endings)) return undefined;
  return { papers, beginnings: read(beginnings), endings: read(endings) };
}
