/** The plan as a file: half the size it has as a list of objects, and every first search loads it. */
import type { PartAddress, VocabularyPlan } from './model.ts';

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
