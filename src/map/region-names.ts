/** Names of regions: topics and words that most of a region's papers have, and few others. */
import { otherPapers } from '#words/map.ts';
import { unsortedId } from '../archive/index.ts';
import type { Membership } from './membership.ts';
import { capital, type Namer } from './naming.ts';

/** How much better two names must fit than one, for a region to be called by both. */
const worthTwo = 0.12;

/**
 * A topic is chosen before words that fit better by this much, and a phrase before single words: people wrote its name,
 * and it says more. A topic that few of the papers have gets less.
 */
const worth = { topic: 0.35, phrase: 0.1 } as const;

/** Part of a region's papers that have a topic which is chosen before words. */
const many = 0.5;

/** Papers of a region that is named by topics and phrases alone. */
const fewPapers = 40;

/** The best parts of names, of which pairs are tried. */
const singlesTried = 8;

/** Something that a region may be called. */
interface Candidate {
  readonly text: string;
  /** A topic's place; -1 of words. */
  readonly topic: number;
  readonly words: readonly number[];
  /** Papers that it is true of. */
  readonly papers: ReadonlySet<number>;
}

/**
 * Names each region by what is true of its papers and of no others: the share of its papers that a name covers less
 * the share of all others (Youden's J), by one topic or term, or by two where that says clearly more. Regions choose
 * in the order of how well a name fits them; no topic names two.
 *
 * @param groups places of papers of each region
 * @param steady papers that count, from the first on
 * @returns names; no two alike unless nothing else can be said
 */
export function nameRegions(
  namer: Namer,
  groups: readonly (readonly number[])[],
  { topics, topicsOf }: Membership,
  steady: number,
): string[] {
  const members = topics.map(() => new Set<number>());
  for (const [paper, places] of topicsOf.slice(0, steady).entries())
    for (const topic of places) members[topic]?.add(paper);
  const known = topics.flatMap(({ id, label }, topic): Candidate[] =>
    id === unsortedId
      ? []
      : [{ text: label, topic, words: [], papers: members[topic] ?? new Set() }],
  );
  const options = groups.map((group) => {
    // A single word of a few papers says little.
    const isSmall = group.length < fewPapers && known.length > 0;
    const words = namer
      .candidates(group)
      .filter((term) => !isSmall || term.words.length > 1)
      .map((term): Candidate => ({ ...term, topic: -1 }));
    return [...known, ...words];
  });
  const fit = (group: readonly number[], parts: readonly Candidate[]): number => {
    const inside = group.filter((paper) => parts.some(({ papers }) => papers.has(paper))).length;
    const all = new Set(parts.flatMap(({ papers }) => [...papers])).size;
    return inside / group.length - (all - inside) / Math.max(1, steady - group.length);
  };
  const names = groups.map(() => '');
  const used = new Set<number>();
  const open = new Set(groups.keys());
  while (open.size > 0) {
    let best = { at: -1, worth: -Infinity, parts: [] as readonly Candidate[] };
    for (const at of open) {
      const group = groups[at] ?? [];
      const free = (options[at] ?? []).filter(({ topic }) => !used.has(topic));
      const named = bestName(free, group, (parts) => fit(group, parts));
      if (named.worth > best.worth) best = { at, ...named };
    }
    const at = best.at >= 0 ? best.at : ([...open][0] ?? 0);
    open.delete(at);
    names[at] = nameOf(best.at >= 0 ? best.parts : []);
    for (const { topic } of best.parts) if (topic >= 0) used.add(topic);
  }
  return names.map((name) => name || otherPapers);
}

interface Named {
  readonly parts: readonly Candidate[];
  readonly worth: number;
}

function bestName(
  free: readonly Candidate[],
  group: readonly number[],
  fit: (parts: readonly Candidate[]) => number,
): Named {
  const bonus = ({ topic, words, papers }: Candidate): number => {
    if (topic < 0) return words.length > 1 ? worth.phrase : 0;
    const share = group.filter((paper) => papers.has(paper)).length / group.length;
    return worth.topic * Math.min(1, share / many) ** 2;
  };
  const bonuses = new Map(free.map((one) => [one, bonus(one)]));
  const worthOf = (parts: readonly Candidate[]): number =>
    fit(parts) +
    parts.reduce((sum, one) => sum + (bonuses.get(one) ?? 0), 0) / parts.length -
    worthTwo * (parts.length - 1);
  let best: Named = { parts: [], worth: 0 };
  const singles = free
    .map((one) => ({ parts: [one], worth: worthOf([one]) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, singlesTried);
  for (const single of singles) {
    const { parts } = single;
    if (single.worth > best.worth) best = single;
    const [first] = parts;
    for (const second of singles.map((other) => other.parts[0])) {
      if (!first || !second || first === second || shareWords(first, second)) continue;
      const both = [first, second];
      if (worthOf(both) > best.worth) best = { parts: both, worth: worthOf(both) };
    }
  }
  return best;
}

/** Topics may: `learning` is in many labels. */
const shareWords = (a: Candidate, b: Candidate): boolean => {
  if (a.topic >= 0 && b.topic >= 0) return false;
  const words = new Set(a.text.toLowerCase().split(/[^\p{L}\p{N}]+/u));
  return b.text
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .some((word) => words.has(word));
};

const nameOf = (parts: readonly Candidate[]): string => {
  if (parts.length < 2) return capital(parts[0]?.text ?? '');
  const [first = '', second = ''] = parts.map(({ text, topic }) =>
    topic >= 0 ? firstWords(text) : text,
  );
  const tail = /^\p{Lu}\p{Ll}/u.test(second)
    ? second.charAt(0).toLowerCase() + second.slice(1)
    : second;
  return `${capital(first)}, ${tail}`;
};

/** What a name says first: of `Reasoning & mathematics` the reasoning. */
function firstWords(name: string): string {
  const [first = ''] = name.split(/,| & | and | \/ /);
  return first.length >= 4 ? first : name;
}

/** A name for where there is little room; whole if another begins in the same way. */
export function shortName(name: string, all: readonly string[]): string {
  const short = firstWords(name);
  return all.filter((other) => firstWords(other) === short).length > 1 ? name : short;
}
