/** Asks the vocabulary, part by part: only what a query needs is loaded. */
import { memoise } from '../../once.ts';
import { sameStem } from '../../text/stem.ts';
import type { PartAddress } from '../part-addresses.ts';
import { slips } from '../../text/distance.ts';
import { beginningKey, endingKey } from './keys.ts';
import {
  readPart,
  type OtherName,
  type VocabularyPlan,
  type VocabularyWord,
} from './vocabulary-files.ts';

/** A word that may have been meant. */
export interface Candidate extends VocabularyWord {
  /** Slips between it and what was typed. */
  readonly slips: number;
}

/** Slips that a word may hold: none below four letters, one below eight, two from there on (Lucene's AUTO: 3 and 6). */
export function allowedSlips(word: string): number {
  const { length } = word;
  return length < 4 ? 0 : length < 8 ? 1 : 2;
}

const keys = { beginnings: beginningKey, endings: endingKey } as const;

/** Papers that hold a word which is no chance. */
const commonWord = 20;

export class Vocabulary {
  readonly papers: number;
  readonly #plan: VocabularyPlan;
  readonly #load: (name: string) => Promise<string>;
  readonly #part = memoise(async (name: string) => readPart(await this.#load(name)));

  /** @param load the text of a part; what it throws, the questions below throw */
  constructor(plan: VocabularyPlan, load: (name: string) => Promise<string>) {
    this.papers = plan.papers;
    this.#plan = plan;
    this.#load = load;
  }

  /**
   * The word as the archive has it.
   *
   * @param word folded
   * @returns the word itself or else the most frequent word of its stem; undefined if there is none
   */
  async find(word: string): Promise<VocabularyWord | undefined> {
    const exact = await this.exactly(word);
    if (exact !== undefined || word.length < 3) return exact;
    // Of a short word, only its plural: `CNNs`.
    const apart = word.length < 5 ? 1 : 3;
    const around = await this.#around('beginnings', word, apart, apart);
    return around
      .filter((known) => known.papers > 0 && sameStem(known.word, word))
      .toSorted((a, b) => b.papers - a.papers)[0];
  }

  /**
   * Whether the archive holds a word just as it is.
   *
   * @param word folded
   */
  async exactly(word: string): Promise<VocabularyWord | undefined> {
    const known = await this.#entry(word);
    return known !== undefined && known.papers > 0 ? known : undefined;
  }

  /** A word of the vocabulary, also one that no paper holds. */
  async #entry(word: string): Promise<VocabularyWord | undefined> {
    const key = beginningKey(word);
    const found = await this.#parts(this.#plan.beginnings, key, key);
    return found.find((known) => known.word === word);
  }

  /**
   * Other names of phrases that begin with a word.
   *
   * @param word folded; of a plural, those of the singular as well
   */
  async names(word: string): Promise<readonly OtherName[]> {
    const forms = word.length > 3 && word.endsWith('s') ? [word, word.slice(0, -1)] : [word];
    const held = await Promise.all(forms.map((form) => this.#entry(form)));
    return held.flatMap((known) => known?.names ?? []);
  }

  /**
   * Words that begin with what was typed, by up to ten letters longer.
   *
   * @param beginning folded, two letters or more
   * @returns those in most titles first; the word itself may be among them
   */
  async completions(beginning: string): Promise<VocabularyWord[]> {
    const longer = await this.#around('beginnings', beginning, -1, 10);
    return longer
      .filter(({ word, papers }) => papers > 0 && word.startsWith(beginning))
      .toSorted((a, b) => b.titles - a.titles || b.papers - a.papers);
  }

  /**
   * Other words that may have been meant. What `keys.ts` cannot promise to find is found by luck.
   *
   * @param word folded
   * @returns fewest slips first, then those in most papers
   */
  async near(word: string): Promise<Candidate[]> {
    const most = allowedSlips(word);
    if (most === 0) return [];
    const held = await Promise.all([
      this.#around('beginnings', word, most, most),
      this.#around('endings', word, most, most),
    ]);
    const found = new Map<string, Candidate>();
    for (const known of held.flat()) {
      if (found.has(known.word) || known.word === word || known.papers === 0) continue;
      const apart = slips(word, known.word, most);
      if (apart <= most) found.set(known.word, { ...known, slips: apart });
    }
    // The one slip that leaves neither end as it was (`keys.ts`).
    const [first = '', second = '', third = '', fourth = '', ...more] = word;
    const swapped = fourth !== '' && more.length === 0 ? first + third + second + fourth : word;
    const turned = swapped === word ? undefined : await this.exactly(swapped);
    if (turned !== undefined) found.set(swapped, { ...turned, slips: 1 });
    return [...found.values()].toSorted(
      (a, b) => a.slips - b.slips || b.titles - a.titles || b.papers - a.papers,
    );
  }

  /**
   * Two words that were typed as one.
   *
   * @param word folded
   * @returns every pair of three letters or more each; those whose rarer word is most frequent first
   */
  async split(word: string): Promise<(readonly [VocabularyWord, VocabularyWord])[]> {
    const pairs: (readonly [VocabularyWord, VocabularyWord])[] = [];
    for (let at = 3; at <= word.length - 3; at++) {
      const [first, second] = await Promise.all([
        this.exactly(word.slice(0, at)),
        this.exactly(word.slice(at)),
      ]);
      if (first === undefined || second === undefined) continue;
      // Three letters stand at the end of many words by chance.
      const shorter = first.word.length < second.word.length ? first : second;
      if (shorter.word.length < 4 && shorter.papers < commonWord) continue;
      pairs.push([first, second]);
    }
    // A pair is worth its rarer word: `languagem odel` is none.
    const least = ([a, b]: readonly [VocabularyWord, VocabularyWord]): number =>
      Math.min(a.papers, b.papers);
    return pairs.toSorted((a, b) => least(b) - least(a));
  }

  /** Words that begin or end like one and have up to so many letters fewer or more. */
  #around(
    side: keyof typeof keys,
    word: string,
    shorter: number,
    longer: number,
  ): Promise<VocabularyWord[]> {
    const keyOf = keys[side];
    const { length } = [...word];
    const first = keyOf(word, Math.max(1, length - shorter));
    return this.#parts(this.#plan[side], first, keyOf(word, length + longer));
  }

  /** The words of all parts that may hold keys between two. */
  async #parts(
    addresses: readonly PartAddress[],
    first: string,
    last: string,
  ): Promise<VocabularyWord[]> {
    const wanted = addresses.filter(
      ({ from }, at) => from <= last && (addresses[at + 1]?.from ?? '\uffff') > first,
    );
    const parts = await Promise.all(wanted.map(({ name }) => this.#part(name)));
    return parts.flat();
  }
}
