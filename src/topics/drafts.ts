/** Drafts of topic files from groups of papers: what sets a group apart, as terms to be edited. Pure. */
import { capital } from '../text/line.ts';
import { commonWords, dullWords } from '../text/word-lists.ts';
import { compileTopics } from './classifier.ts';
import { phrasesApart, type ProposedTerm } from './propose.ts';
import { topicSchema, type TopicRules } from './schema.ts';
import type { TermWeight } from './scoring.ts';
import { Texts, type Phrase, type Vocabulary } from './vocabulary.ts';
import { type PaperText, wordsOfPaper } from './weighing.ts';
import { writtenIn } from './written.ts';

export interface DraftTerm extends Pick<ProposedTerm, 'term' | 'inside' | 'outside'> {
  readonly weight: TermWeight;
}

/** A topic file in the making. */
export interface Draft {
  readonly label: string;
  /** Places of the papers of its group, the most typical first. */
  readonly group: readonly number[];
  /** Surest first. */
  readonly terms: readonly DraftTerm[];
  /** Places of the papers that the terms give the topic to. */
  readonly found: readonly number[];
}

/** Terms of a draft: enough to find its papers, few enough to be read. */
const mostTerms = 16;

/** Part of a group that must hold one of the terms: else it is of many things. */
const leastHeld = 0.3;

/** Papers that make a topic. */
const leastFound = 3;

/** In a group of fewer papers, two that hold a phrase are enough. */
const fewPapers = 12;

/** Part of the papers of the rarer of two phrases that must hold both, for the two to be one of three words. */
const together = 0.6;

/** A phrase, or two that make one of three words, with the papers that hold it. */
interface Term {
  readonly keys: readonly string[];
  readonly inside: ReadonlySet<number>;
  readonly outside: number;
}

/** Whether a word says what a paper is about: titles have it, and it is on no list of words that say little. */
const isTelling = (key: string, titles: ReadonlySet<string>): boolean =>
  titles.has(key) && !commonWords.has(key) && !dullWords.has(key);

/** The phrases that set a group apart, surest first; of "retrieval augmented" and "augmented generation" the whole. */
function termsOf(
  group: readonly number[],
  vocabulary: Vocabulary,
  titles: ReadonlySet<string>,
): Term[] {
  const wanted = ({ keys }: Phrase): boolean =>
    keys.length === 1
      ? keys.every((key) => isTelling(key, titles))
      : keys.some((key) => isTelling(key, titles)) &&
        keys.every((key) => !commonWords.has(key) && !dullWords.has(key));
  const least = group.length < fewPapers ? 2 : 3;
  const found = phrasesApart(group, vocabulary, 3 * mostTerms, wanted).filter(
    ({ inside }) => inside >= least,
  );
  const terms = found.map(({ phrase, holders, outside }): Term => ({
    keys: phrase.keys,
    inside: holders,
    outside,
  }));
  const joined = terms.flatMap((first) =>
    terms.flatMap((second): Term[] => {
      if (first.keys.length !== 2 || second.keys.length !== 2) return [];
      if (first.keys[1] !== second.keys[0]) return [];
      const inside = first.inside.intersection(second.inside);
      const whole = Math.min(first.inside.size, second.inside.size);
      return inside.size < together * whole
        ? []
        : [
            {
              keys: [...first.keys, ...second.keys.slice(1)],
              inside,
              outside: Math.min(first.outside, second.outside),
            },
          ];
    }),
  );
  /** Nearly all that a phrase says is said by the longer one. */
  const isSaid = ({ keys, inside }: Term): boolean =>
    joined.some(
      (longer) =>
        ` ${longer.keys.join(' ')} `.includes(` ${keys.join(' ')} `) &&
        longer.inside.size >= together * inside.size,
    );
  const place = (term: Term): number => terms.findIndex(({ keys }) => keys[0] === term.keys[0]);
  return [
    ...terms.filter((term) => !isSaid(term)),
    ...joined.toSorted((a, b) => place(a) - place(b)),
  ];
}

/** How well a term, or two of them, fit a group: F1 of what they find; phrases say more than words. */
function fit(terms: readonly Term[], size: number): number {
  const inside = terms.reduce((all, term) => all.union(term.inside), new Set<number>()).size;
  const outside = terms.reduce((sum, term) => sum + term.outside, 0);
  const worth = terms.reduce((sum, { keys }) => sum + (keys.length > 1 ? 1.5 : 1), 0);
  return (worth / terms.length) * ((2 * inside) / (inside + outside + size));
}

/** Whether two sets of a group's papers meet about as often as chance has it, or more: else they are two things. */
const goesWith = (one: ReadonlySet<number>, other: ReadonlySet<number>, size: number): boolean =>
  one.intersection(other).size >= (0.6 * one.size * other.size) / size;

/** How much better two names must fit than one. */
const worthTwo = 1.15;

/** The terms that a group is called by: one, or two without a word in common. */
function namesOf(terms: readonly Term[], size: number): Term[] {
  const singles = terms.toSorted((a, b) => fit([b], size) - fit([a], size)).slice(0, 8);
  const [first] = singles;
  if (first === undefined) return [];
  const pairs = singles
    .filter(({ keys }) => !keys.some((key) => first.keys.includes(key)))
    .filter(
      ({ inside }) =>
        inside.intersection(first.inside).size > 1 && goesWith(inside, first.inside, size),
    )
    .map((second) => [first, second])
    .toSorted((a, b) => fit(b, size) - fit(a, size));
  const [pair = []] = pairs;
  return pair.length > 0 && fit(pair, size) > worthTwo * fit([first], size) ? pair : [first];
}

/**
 * What one mention of a term is to say: the more, the rarer the term is outside the group; two words say more than one,
 * which has more meanings.
 */
function weightOf({ keys, inside, outside }: Term): TermWeight {
  const share = inside.size / (inside.size + outside) + (keys.length > 1 ? 0.1 : 0);
  if (share >= 0.8) return 'key';
  return share >= 0.65 ? 'strong' : 'normal';
}

/** The rules of a draft. @param id of the topic that it is to be */
const rulesOf = (id: string, { label, terms }: Pick<Draft, 'label' | 'terms'>): TopicRules => ({
  ...topicSchema.parse({
    label,
    description: label,
    terms: terms.map(({ term, weight }) => ({ term, weight })),
  }),
  id,
  notes: '',
});

/**
 * Drafts a topic for each group, as far as there are words that set it apart.
 *
 * Linear in the length of the texts, and for each group in the number of phrases.
 *
 * @param papers all of the archive: a term is as good as it is rare elsewhere
 * @param groups places of papers that belong together, without a paper in common; the most typical first
 */
export function draftTopics(
  papers: readonly PaperText[],
  groups: readonly (readonly number[])[],
): readonly Draft[] {
  const texts = new Texts();
  const titles: ReadonlySet<string>[] = [];
  for (const paper of papers) {
    const words = wordsOfPaper(paper);
    texts.add(words);
    titles.push(new Set(words.title.map(({ key }) => key)));
  }
  const vocabulary = texts.vocabulary();
  const drafts = groups
    .map((group) => {
      const inTitles = new Map<string, number>();
      for (const key of group.flatMap((paper) => [...(titles[paper] ?? [])]))
        inTitles.set(key, (inTitles.get(key) ?? 0) + 1);
      const least = group.length < fewPapers ? 1 : 2;
      const often = [...inTitles].filter(([, count]) => count >= least).map(([key]) => key);
      return { group, terms: termsOf(group, vocabulary, new Set(often)) };
    })
    .filter(({ group, terms }) => {
      const held = terms.reduce((all, { inside }) => all.union(inside), new Set<number>());
      return held.size >= leastHeld * group.length;
    })
    .map(({ group, terms }) => {
      const keys = new Set(terms.flatMap((term) => term.keys));
      const written = writtenIn(
        group.map((place) => papers[place]?.text ?? ''),
        keys,
      );
      const names = namesOf(terms, group.length);
      const spelled = ({ keys: all }: Term): string => all.map(written).join(' ');
      const named = names.reduce((all, { inside }) => all.union(inside), new Set<number>());
      const kept = [...new Set([...names, ...terms])]
        .filter((term) => names.includes(term) || goesWith(term.inside, named, group.length))
        .slice(0, mostTerms);
      return {
        group,
        label: capital(names.map(spelled).join(' & ')),
        terms: kept.map((term): DraftTerm => ({
          // Counted whatever its capitals, and so it is to be looked for.
          term: spelled(term).toLowerCase(),
          weight: weightOf(term),
          inside: term.inside.size,
          outside: term.outside,
        })),
      };
    });
  const found = drafts.map((): number[] => []);
  const classifier = compileTopics(drafts.map((draft, at) => rulesOf(String(at), draft)));
  for (const [place, paper] of papers.entries())
    for (const { topic } of classifier.classify(paper)) found[Number(topic)]?.push(place);
  return drafts
    .map((draft, at) => ({ ...draft, found: found[at] ?? [] }))
    .filter((draft) => draft.found.length >= leastFound);
}
