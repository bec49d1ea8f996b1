/**
 * The archive's own words, from which slips of the pen are mended, as files. A part has a line a word:
 * `shampoo 3 1`, `deep 12[deep learning=dl]`.
 */
import { isNumber, isShaped, isText } from '../../shapes.ts';
import { readParts, writeParts, type PartAddress } from '../part-addresses.ts';

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
  /** Parts by how words begin, then by how they end (`keys.ts`). */
  readonly beginnings: readonly PartAddress[];
  readonly endings: readonly PartAddress[];
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

const isWritten = isShaped({ papers: isNumber, beginnings: isText, endings: isText });

/** Writes a plan as JSON's values. */
export const writePlan = ({ papers, beginnings, endings }: VocabularyPlan) => ({
  papers,
  beginnings: writeParts(beginnings),
  endings: writeParts(endings),
});

/** Reads a plan; undefined if it is none. */
export function readPlan(value: unknown): VocabularyPlan | undefined {
  if (!isWritten(value)) return undefined;
  const { papers, beginnings, endings } = value;
  return { papers, beginnings: readParts(beginnings), endings: readParts(endings) };
}
