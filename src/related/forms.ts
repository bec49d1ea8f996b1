/** How terms are written: numbers back to what a reader knows. */
import type { Corpus, Visitor } from './corpus.ts';
import type { Terms } from './terms.ts';
import { gaps, kinds, mostForms } from './words.ts';

/** Share of a phrase's mentions that go on with one word, from which that word belongs to the phrase. */
const belongs = 0.6;

/** Mentions of a phrase from which that can be told. */
const fewest = 4;

/** What a mention at the beginning of a sentence or in a title counts: capitals there say nothing. */
export const capitalised = 0.001;

/** Where forms are looked for, if not in all papers. */
export interface FormsFrom {
  /** Places of papers. */
  readonly papers: Iterable<number>;
  /** What a mention counts whose capitals say nothing: 1 if no capitals matter. */
  readonly capitalised: number;
  /** Whether a paper's mentions of a term count; all do unless told. */
  readonly counts?: (paper: number, term: number) => boolean;
}

const joints = [' ', '-', ' of ', '-of-'] as const;

/** Counts of things that numbers stand for. */
type Counts = Map<number, number>;

interface Seen {
  readonly forms: Counts;
  /** Forms before and behind, with the joint. */
  readonly before: Counts;
  readonly behind: Counts;
  mentions: number;
}

function add(counts: Counts, key: number, value: number): void {
  counts.set(key, (counts.get(key) ?? 0) + value);
}

/**
 * Finds how terms are mostly written, case and plural included: "Shampoo", "language models". What
 * always stands next to a phrase is added to it: "large language" is "large language models".
 *
 * @param wanted numbers of terms
 * @returns by number of term
 */
export function writtenForms(
  corpus: Corpus,
  terms: Terms,
  wanted: ReadonlySet<number>,
  from: FormsFrom = { papers: Array(corpus.size).keys(), capitalised },
): Map<number, string> {
  const { tokens, written, words, kinds: kindOf } = corpus;
  const seen = new Map<number, Seen>();
  for (const term of wanted)
    seen.set(term, { forms: new Map(), before: new Map(), behind: new Map(), mentions: 0 });

  /** The form next to a token, with the joint between; -1 where something else stands. */
  const beside = (at: number, step: 1 | -1): number => {
    const hyphen = tokens[at + step] === gaps.hyphen ? 1 : 0;
    const token = tokens[at + step * (1 + hyphen)] ?? -1;
    const kind = token < 0 ? kinds.stop : kindOf[token];
    return kind === kinds.word || kind === kinds.common ? token * joints.length + hyphen : -1;
  };
  const worth = (at: number, inTitle: boolean): number =>
    inTitle || tokens[at - 1] === gaps.sentence ? from.capitalised : 1;

  let current = -1;
  const find = (term: number): Seen | undefined => {
    const found = seen.get(term);
    return found && (from.counts?.(current, term) ?? true) ? found : undefined;
  };
  const visitor: Visitor = {
    word: (word, at, inTitle) => {
      const term = find(terms.word(word));
      if (term) add(term.forms, tokens[at] ?? 0, worth(at, inTitle));
    },
    phrase: (first, second, start, at, inTitle) => {
      const term = find(terms.phrase(first, second));
      if (!term) return;
      // "Carlo tree"; "re-rank" or "chain of thought"; "chain-of-thought".
      const hyphen = tokens[start + 1] === gaps.hyphen ? 1 : 2;
      const joint = at === start + 1 ? 0 : at === start + 2 ? hyphen : 3;
      const head = (tokens[start] ?? 0) * joints.length + joint;
      const value = worth(start, inTitle);
      add(term.forms, head * mostForms + (tokens[at] ?? 0), value);
      add(term.before, beside(start, -1), worth(start - 1, inTitle));
      add(term.behind, beside(at, 1), value);
      term.mentions += value;
    },
  };
  for (current of from.papers) corpus.walk(current, visitor);

  const formOf = (form: number): string => written[form] ?? '';
  const joined = (key: number): { form: string; joint: string } => ({
    form: formOf(Math.floor(key / joints.length)),
    joint: joints[key % joints.length] ?? ' ',
  });
  /** The word that belongs to a phrase on one side, as it is mostly written there. */
  const companion = (counts: Counts, mentions: number): number => {
    const byWord: Counts = new Map();
    for (const [key, count] of counts)
      if (key !== -1) add(byWord, words[Math.floor(key / joints.length)] ?? 0, count);
    const [word, count] = most(byWord, String);
    if (mentions < fewest || count < mentions * belongs) return -1;
    const own = [...counts].filter(
      ([key]) => key !== -1 && words[Math.floor(key / joints.length)] === word,
    );
    return most(new Map(own), (key) => joined(key).form + joined(key).joint)[0];
  };

  const phraseForm = (key: number): string => {
    const { form, joint } = joined(Math.floor(key / mostForms));
    return form + joint + formOf(key % mostForms);
  };
  return new Map(
    [...seen].map(([term, { forms, before, behind, mentions }]) => {
      if (terms.wordsOf(term).length === 1) return [term, formOf(most(forms, formOf)[0])];
      let form = phraseForm(most(forms, phraseForm)[0]);
      const [left, right] = [companion(before, mentions), companion(behind, mentions)];
      if (left !== -1) form = joined(left).form + joined(left).joint + form;
      if (right !== -1) form += joined(right).joint + inStep(form, joined(right).form);
      return [term, form];
    }),
  );
}

/** A word as it is written behind others: "Field" is "field" behind "random". */
function inStep(before: string, word: string): string {
  return /(?:^|[ -])\p{Ll}+$/u.test(before) && /^\p{Lu}\p{Ll}+$/u.test(word)
    ? word.toLowerCase()
    : word;
}

/** The key that is counted most; of several, the first by its text, so that the order of papers is no matter. */
function most(counts: Counts, text: (key: number) => string): [key: number, count: number] {
  let [best, highest] = [-1, -1];
  for (const [key, count] of counts) {
    if (count < highest || (count === highest && text(key) >= text(best))) continue;
    [best, highest] = [key, count];
  }
  return [best, highest];
}
