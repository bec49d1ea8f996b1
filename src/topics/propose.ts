/** Terms that topics might want, and topics that the unsorted papers might want. */
import { clusters } from './cluster.ts';
import { contrast } from './contrast.ts';
import type { Profiles } from './profiles.ts';
import type { Review } from './review.ts';
import type { TermPhrases } from './term-phrases.ts';
import type { Phrase, Vocabulary } from './vocabulary.ts';

/** A phrase that is commoner in one group of papers than in the rest. */
export interface ProposedTerm {
  readonly term: string;
  /** Papers of the group that hold it. */
  readonly inside: number;
  /** Other papers that hold it. */
  readonly outside: number;
  /** How surely it is commoner inside: see `contrast`. */
  readonly z: number;
}

export interface ProposedTopic {
  /** Surest first. */
  readonly terms: readonly ProposedTerm[];
  /** Indexes of the unsorted papers that hold two of the terms, or one of two words, most terms first. */
  readonly papers: readonly number[];
}

/** Z-score from which a phrase is proposed. */
const leastZ = 2;

/** How many times commoner in the topic's papers than elsewhere a phrase must be to serve as its term. */
const termLift = 8;

/** The same for the unsorted papers, which are many things at once: a phrase of one of them is diluted. */
const topicLift = 1.7;

/** Phrases of the unsorted papers that are grouped: enough for a dozen topics. */
const grouped = 120;

/** Likeness (cosine of the papers that hold them) from which phrases make one topic. */
const leastLikeness = 0.2;

/** Papers that make a new topic worth proposing. */
const leastPapers = 3;

interface Candidate extends ProposedTerm {
  readonly phrase: Phrase;
  readonly index: number;
}

/** Drops phrases that say what a surer one says: a word that hardly occurs but in a phrase, and the like. */
function withoutEchoes(candidates: readonly Candidate[]): Candidate[] {
  return candidates.filter(
    (one) =>
      !candidates.some((other) => {
        if (other === one) return false;
        const [short, long] =
          one.phrase.keys.length < other.phrase.keys.length ? [one, other] : [other, one];
        if (short.phrase.keys.length === long.phrase.keys.length) return false;
        if (!long.phrase.keys.includes(short.phrase.keys[0] ?? '')) return false;
        // Nearly always in the phrase: the phrase says it. Mostly elsewhere: the word says it.
        return long.inside >= 0.7 * short.inside ? one === short : one === long;
      }),
  );
}

/**
 * Phrases that set a group of papers apart, surest first.
 *
 * @param lift how many times commoner than elsewhere
 * @param surely the z-score from which a phrase does
 */
function apart(
  { phrases, holds }: Vocabulary,
  papers: number,
  lift: number,
  countOf: (phrase: number) => number,
  wanted: (phrase: Phrase) => boolean = () => true,
  surely = leastZ,
): Candidate[] {
  const least = Math.max(2, Math.ceil(papers / 100));
  return phrases
    .flatMap((phrase, index): Candidate[] => {
      const inside = countOf(index);
      if (inside < least) return [];
      const outside = phrase.papers - inside;
      if (inside * (holds.length - papers) < lift * outside * papers) return [];
      const z = contrast(
        { holding: inside, papers },
        { holding: outside, papers: holds.length - papers },
      );
      if (z < surely || !wanted(phrase)) return [];
      return [{ term: phrase.text, inside, outside, z, phrase, index }];
    })
    .toSorted((a, b) => b.z - a.z);
}

function plain({ term, inside, outside, z }: Candidate): ProposedTerm {
  return { term, inside, outside, z: Math.round(z * 100) / 100 };
}

/**
 * Phrases that set a topic's papers apart and are not in its file yet.
 *
 * @param topic its index
 * @param most how many to return
 */
export function proposeTerms(
  topic: number,
  { papers, vocabulary }: Pick<Review, 'papers' | 'vocabulary'>,
  profiles: Profiles,
  terms: TermPhrases,
  most = 8,
): ProposedTerm[] {
  const found = apart(
    vocabulary,
    papers[topic] ?? 0,
    termLift,
    (phrase) => profiles.count(topic, phrase),
    (phrase) => !terms.found(topic, phrase) && !terms.part(topic, phrase),
  );
  return withoutEchoes(found.slice(0, 4 * most))
    .slice(0, most)
    .map(plain);
}

/** How many times commoner in a group than elsewhere a phrase of a new topic must be. */
const groupLift = 4;

/** Part of a phrase's papers that must be of the group: of one word, and of two. */
const leastShares = [0.55, 0.5] as const;

/** In an archive of fewer papers less is sure; what is proposed is looked at by a person. */
const fewPapers = 200;
const leastZOfFew = 1.6;

/** A phrase that sets a group of papers apart. */
export interface PhraseApart extends ProposedTerm {
  readonly phrase: Phrase;
  /** The papers of the group that hold it. */
  readonly holders: ReadonlySet<number>;
}

/**
 * What a new topic might be known by: phrases that set a group of papers apart, surest first.
 *
 * @param group places of its papers
 * @param most how many to return
 */
export function phrasesApart(
  group: readonly number[],
  vocabulary: Vocabulary,
  most: number,
  wanted: (phrase: Phrase) => boolean,
): PhraseApart[] {
  const counts = new Map<number, number>();
  for (const paper of group)
    for (const phrase of vocabulary.holds[paper] ?? [])
      counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
  const countOf = (phrase: number): number => counts.get(phrase) ?? 0;
  const surely = vocabulary.holds.length < fewPapers ? leastZOfFew : leastZ;
  const found = apart(vocabulary, group.length, groupLift, countOf, wanted, surely).filter(
    ({ inside, outside, phrase: { keys } }) =>
      inside >= leastShares[keys.length > 1 ? 1 : 0] * (inside + outside),
  );
  const kept = withoutEchoes(found.slice(0, 3 * most)).slice(0, most);
  const holders = holdersOf(kept, group, vocabulary);
  return kept.map((one, at) => ({ ...one, holders: holders[at] ?? new Set() }));
}

/** For each candidate, the positions in `papers` of those that hold it. */
function holdersOf(
  candidates: readonly Candidate[],
  papers: readonly number[],
  { holds }: Vocabulary,
): Set<number>[] {
  const places = new Map(candidates.map(({ index }, place) => [index, place]));
  const holders = candidates.map(() => new Set<number>());
  for (const paper of papers)
    for (const phrase of holds[paper] ?? []) {
      const place = places.get(phrase);
      if (place !== undefined) holders[place]?.add(paper);
    }
  return holders;
}

function common(one: ReadonlySet<number>, other: ReadonlySet<number>): number {
  return one.intersection(other).size;
}

/**
 * Topics that the unsorted papers would make: phrases that set them apart from the sorted ones, grouped by the
 * papers they occur in together.
 *
 * @returns the one with most papers first
 */
export function proposeTopics({
  unsorted,
  vocabulary,
}: Pick<Review, 'unsorted' | 'vocabulary'>): ProposedTopic[] {
  const counts = new Int32Array(vocabulary.phrases.length);
  for (const paper of unsorted)
    for (const phrase of vocabulary.holds[paper] ?? []) counts[phrase] = (counts[phrase] ?? 0) + 1;
  const found = apart(vocabulary, unsorted.length, topicLift, (phrase) => counts[phrase] ?? 0);
  const candidates = withoutEchoes(found.slice(0, grouped));
  const holders = holdersOf(candidates, unsorted, vocabulary);
  const size = (at: number): number => holders[at]?.size ?? 0;
  const alike = candidates.map((_, a) =>
    candidates.map((_, b) =>
      b < a
        ? common(holders[a] ?? new Set(), holders[b] ?? new Set()) / Math.sqrt(size(a) * size(b))
        : 0,
    ),
  );
  const likeness = (a: number, b: number): number => alike[Math.max(a, b)]?.[Math.min(a, b)] ?? 0;
  return clusters(candidates.length, likeness, leastLikeness)
    .map((group): ProposedTopic => {
      const tally = new Map<number, number>();
      for (const at of group)
        for (const paper of holders[at] ?? [])
          tally.set(paper, (tally.get(paper) ?? 0) + (candidates[at]?.phrase.keys.length ?? 1));
      const papers = [...tally]
        .filter(([, words]) => words >= 2)
        .toSorted(([a, most], [b, more]) => more - most || a - b)
        .map(([paper]) => paper);
      return { terms: group.flatMap((at) => candidates[at] ?? []).map(plain), papers };
    })
    .filter(({ papers }) => papers.length >= leastPapers)
    .toSorted((a, b) => b.papers.length - a.papers.length);
}
