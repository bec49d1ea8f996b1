/**
 * All phrases of all topics by their letters, so that one walk over a text finds every phrase: the cost grows
 * with the text, not with the number of phrases.
 */
import { wordsOf, type Word } from './words.ts';

interface Phrase<T> {
  readonly value: T;
  /** Offsets in the key at which the phrase lets a space stand. */
  readonly seams: ReadonlySet<number>;
  /** Words whose capitals the text must have too. */
  readonly capitals: readonly string[];
}

/** Phrases by their keys: the words' letters without what parts them. */
type ByKey<T> = Map<string, Phrase<T>[]>;

/** Where a word leads, behind what was read before it. */
interface Step<T> {
  /** Phrases that end with the word, or inside it. */
  readonly phrases: readonly Phrase<T>[];
  /** What has been read with it, if some phrase goes on behind that. */
  readonly key: string | undefined;
}

/** Where the first word of a phrase leads, or a word with some ending. */
interface FirstStep<T> extends Step<T> {
  readonly endings: readonly Phrase<T>[];
}

/** Most words begin no phrase. */
const nowhere: FirstStep<never> = { phrases: [], key: undefined, endings: [] };

/** Spellings whose steps are remembered: most of a text's words are common ones. */
const mostRemembered = 100_000;

/** A phrase found: words `from` to `to`, both included. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

/** Whether a phrase may go on with this word. */
function goesOn({ joint }: Word): boolean {
  return joint === 'hyphen' || joint === 'space';
}

/** A word written with a capital after its first character, such as `RAG` or `LoRA`. */
function hasInnerCapital(word: string): boolean {
  return /^.+\p{Lu}/u.test(word);
}

/**
 * Says what is wrong with a term, or nothing.
 *
 * @returns words for a message: "is …"
 */
export function termProblem(term: string): string | undefined {
  const bare = term.trim().replace(/^\*/, '').replace(/\*$/, '');
  const words = wordsOf(bare);
  if (words.length === 0) return 'the term holds no letter and no digit';
  if (bare.includes('*')) return 'a `*` may only stand at the beginning or at the end of a term';
  if (words.slice(1).some((word) => !goesOn(word)))
    return 'the words of a term may only be parted by spaces and hyphens';
  if (term.trim().startsWith('*') && (words.length > 1 || term.trim().endsWith('*')))
    return 'a `*` at the beginning needs a single word and no second `*`';
  return undefined;
}

/** Two terms with the same key are found at the same places. */
export function phraseKey(term: string): string {
  const trimmed = term.trim();
  const words = wordsOf(trimmed).map((word) =>
    hasInnerCapital(word.cased) ? word.cased : word.key,
  );
  return (
    (trimmed.startsWith('*') ? '*' : '') + words.join(' ') + (trimmed.endsWith('*') ? '*' : '')
  );
}

/** A set of phrases, each with a value of the caller's. */
export class Phrases<T> {
  /** Phrases that end with a word. */
  readonly #whole: ByKey<T> = new Map();
  /** Phrases that end with `*`: the word may go on. */
  readonly #open: ByKey<T> = new Map();
  /** Phrases that begin with `*`: the last letters of a word. */
  readonly #endings: ByKey<T> = new Map();
  /** How the keys of the first two begin, letter by letter, and those of the second alone. */
  readonly #beginnings = new Set<string>();
  readonly #openBeginnings = new Set<string>();
  /** First steps and endings, by `Word.spelling`. */
  readonly #known = new Map<number, FirstStep<T>>();

  /**
   * Adds a phrase. The rules of matching are in docs/topics.md.
   *
   * @param term as written in a topic file; one with a {@link termProblem} is left out
   */
  add(term: string, value: T): void {
    if (termProblem(term) !== undefined) return;
    this.#known.clear();
    const trimmed = term.trim();
    const open = trimmed.endsWith('*');
    const ending = trimmed.startsWith('*');
    const words = wordsOf(trimmed);
    const seams = new Set<number>();
    let key = '';
    for (const [index, word] of words.entries()) {
      if (index > 0) seams.add(key.length);
      key += open && index === words.length - 1 ? word.folded : word.key;
    }
    const capitals = words
      .map((word) => word.cased)
      // The first letter of an ending stands inside a word.
      .filter((word) => hasInnerCapital(ending ? `-${word}` : word));
    const byKey = ending ? this.#endings : open ? this.#open : this.#whole;
    byKey.set(key, [...(byKey.get(key) ?? []), { value, seams, capitals }]);
    if (ending) return;
    for (let end = 1; end <= key.length; end += 1) {
      this.#beginnings.add(key.slice(0, end));
      if (open) this.#openBeginnings.add(key.slice(0, end));
    }
  }

  /** Every place where a phrase stands in the words, by first word. */
  find(words: readonly Word[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (const [from, first] of words.entries()) {
      const known = this.#firstStep(first);
      if (known === nowhere) continue;
      const spaces: number[] = [];
      let step: Step<T> = known;
      for (let to = from; ;) {
        for (const phrase of step.phrases)
          if (fits(phrase, spaces, words, from, to)) found.push({ value: phrase.value, from, to });
        to += 1;
        const word = words[to];
        if (step.key === undefined || word === undefined || !goesOn(word)) break;
        if (word.joint === 'space') spaces.push(step.key.length);
        step = this.#step(step.key, word);
      }
      for (const { value, capitals } of known.endings)
        if (capitals.every((part) => first.cased.endsWith(part)))
          found.push({ value, from, to: from });
    }
    return found;
  }

  #step(before: string, { folded, key: wordKey }: Word): Step<T> {
    const phrases: Phrase<T>[] = [];
    for (let end = 1; end <= folded.length; end += 1) {
      const beginning = before + folded.slice(0, end);
      if (!this.#openBeginnings.has(beginning)) break;
      phrases.push(...(this.#open.get(beginning) ?? []));
    }
    const key = before + wordKey;
    phrases.push(...(this.#whole.get(key) ?? []));
    return { phrases, key: this.#beginnings.has(key) ? key : undefined };
  }

  #firstStep(word: Word): FirstStep<T> {
    const known = this.#known.get(word.spelling);
    if (known !== undefined) return known;
    const step = this.#step('', word);
    // From the second letter on: `*bench` asks for something before the ending.
    const lengths = [...Array(word.key.length).keys()].slice(1);
    const endings = lengths.flatMap((length) => this.#endings.get(word.key.slice(-length)) ?? []);
    const isDeadEnd = step.key === undefined && step.phrases.length + endings.length === 0;
    const found = isDeadEnd ? nowhere : { ...step, endings };
    if (this.#known.size >= mostRemembered) this.#known.clear();
    this.#known.set(word.spelling, found);
    return found;
  }
}

/** Whether the spaces and capitals of the text are those that the phrase asks for. */
function fits<T>(
  { seams, capitals }: Phrase<T>,
  spaces: readonly number[],
  words: readonly Word[],
  from: number,
  to: number,
): boolean {
  if (!spaces.every((offset) => seams.has(offset))) return false;
  if (capitals.length === 0) return true;
  const cased = words
    .slice(from, to + 1)
    .map((word) => word.cased)
    .join('');
  return capitals.every((part) => cased.includes(part));
}
