/** Names of regions: topics and words that most of a region's papers have, and few others. */
import { otherPapers } from '#words/map.ts';
import { type Archive, type Paper, topicIdsOf } from '../archive/index.ts';
import { capital } from '../text/line.ts';
import { foldedWords } from '../text/words.ts';
import type { Namer } from './naming.ts';

/** How much better two names must fit than one, for a region to be called by both; than one that few of its papers have. */
const worthTwo = 0.12;
const worthTwoOfFew = 0.04;

/**
 * A topic is chosen before words that fit better by this much, and a phrase before single words: people wrote its name,
 * and it says more. A topic that few of the papers have gets less.
 */
const worth = { topic: 0.35, phrase: 0.1 } as const;

/** Part of a region's papers that have a topic which is chosen before words. */
const many = 0.5;

/** Papers of a region that is named by topics and phrases alone. */
const fewPapers = 40;

/** A single word that more than this part of all papers have ("image", "language") tells no region from its neighbours. */
const commonWord = 0.1;

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
 * in the order of how well a name fits them. A topic names one region alone; of the next that most of whose papers have
 * it too, it is said beside what tells the two apart.
 *
 * @param groups places of papers of each region
 * @param papers those that count
 * @param topics of both levels: a region may be a part of a family, while its neighbours are others
 * @returns names; no two alike unless nothing else can be said
 */
export function nameRegions(
  namer: Namer,
  groups: readonly (readonly number[])[],
  papers: readonly Pick<Paper, 'topics' | 'families'>[],
  topics: Archive['topics'],
): string[] {
  const steady = papers.length;
  const members = new Map(topics.map(({ id }) => [id, new Set<number>()]));
  for (const [place, paper] of papers.entries())
    for (const id of topicIdsOf(paper)) members.get(id)?.add(place);
  const known = topics.map(({ id, label }, topic): Candidate => ({
    text: label,
    topic,
    words: [],
    papers: members.get(id) ?? new Set(),
  }));
  const options = groups.map((group) => {
    // A single word of a few papers says little.
    const isSmall = group.length < fewPapers && known.length > 0;
    const words = namer
      .candidates(group)
      .filter(
        ({ words: { length }, papers: { size } }) =>
          length > 1 || known.length === 0 || (!isSmall && size <= steady * commonWord),
      )
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
      const named = bestName(options[at] ?? [], group, used, (parts) => fit(group, parts));
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
  all: readonly Candidate[],
  group: readonly number[],
  used: ReadonlySet<number>,
  fit: (parts: readonly Candidate[]) => number,
): Named {
  const shareOf = ({ papers }: Candidate): number =>
    group.filter((paper) => papers.has(paper)).length / group.length;
  const bonus = (one: Candidate): number => {
    if (one.topic < 0) return one.words.length > 1 ? worth.phrase : 0;
    return worth.topic * Math.min(1, shareOf(one) / many) ** 2;
  };
  const bonuses = new Map(all.map((one) => [one, bonus(one)]));
  const worthOf = (parts: readonly Candidate[]): number => {
    const sum = parts.reduce((all, one) => all + (bonuses.get(one) ?? 0), 0);
    if (parts.length === 1) return fit(parts) + sum;
    const isFew = Math.max(...parts.map(shareOf)) < many;
    return fit(parts) + sum / parts.length - (isFew ? worthTwoOfFew : worthTwo);
  };
  let best: Named = { parts: [], worth: 0 };
  const hasTopics = all.some(({ topic }) => topic >= 0);
  const isWord = ({ topic, words }: Candidate): boolean => topic < 0 && words.length < 2;
  const broad = all.filter((one) => used.has(one.topic) && shareOf(one) >= many);
  const singles = all
    .filter(({ topic }) => !used.has(topic))
    .map((one) => ({ parts: [one], worth: worthOf([one]) }))
    .toSorted((a, b) => b.worth - a.worth)
    .slice(0, singlesTried);
  for (const single of singles) {
    const { parts } = single;
    if (single.worth > best.worth) best = single;
    const [first] = parts;
    for (const second of [...singles.map((other) => other.parts[0]), ...broad]) {
      if (!first || !second || first === second || shareWords(first, second)) continue;
      // Beside a topic, a word alone says little.
      if (hasTopics && [first, second].some(isWord)) continue;
      // What the region shares with its neighbour comes first, then what tells it apart.
      const both = used.has(second.topic) ? [second, first] : [first, second];
      if (worthOf(both) > best.worth) best = { parts: both, worth: worthOf(both) };
    }
  }
  return best;
}

/** Topics may: `learning` is in many labels. */
const shareWords = (a: Candidate, b: Candidate): boolean => {
  if (a.topic >= 0 && b.topic >= 0) return false;
  const words = new Set(foldedWords(a.text));
  return foldedWords(b.text).some((word) => words.has(word));
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
