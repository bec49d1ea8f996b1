/**
 * All phrases of all topics in one tree of characters, so that one walk over a text finds every
 * phrase: the cost grows with the text, not with the number of phrases.
 */
import { wordsOf, type Word } from './words.ts';

interface Node<T> {
  readonly next: Map<string, Node<T>>;
  /** Phrases that end here, at the end of a word. */
  readonly whole: Phrase<T>[];
  /** Phrases that end here with `*`: the word may go on. */
  readonly open: Phrase<T>[];
}

interface Phrase<T> {
  readonly value: T;
  /** Offsets in the key at which the phrase lets a space stand. */
  readonly seams: ReadonlySet<number>;
  /** Words whose capitals the text must have too. */
  readonly capitals: readonly string[];
}

/** Where a word leads from the top of the tree. */
interface Start<T> {
  readonly open: readonly Phrase<T>[];
  readonly next: Node<T> | undefined;
}

/** Spellings whose way into the tree is remembered: most of a text's words are common ones. */
const mostRemembered = 100_000;

/** A phrase found: words `from` to `to`, both included. */
export interface Found<T> {
  readonly value: T;
  readonly from: number;
  readonly to: number;
}

function node<T>(): Node<T> {
  return { next: new Map(), whole: [], open: [] };
}

/** By UTF-16 code units, as the tree is walked. */
function reversed(text: string): string {
  return text.split('').toReversed().join('');
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
  readonly #forward: Node<T> = node();
  readonly #backward: Node<T> = node();
  /** By `Word.spelling`. */
  readonly #starts = new Map<number, Start<T>>();
  readonly #endings = new Map<number, readonly Phrase<T>[]>();

  /**
   * Adds a phrase. The rules of matching are in docs/topics.md.
   *
   * @param term as written in a topic file; one with a {@link termProblem} is left out
   */
  add(term: string, value: T): void {
    if (termProblem(term) !== undefined) return;
    this.#starts.clear();
    this.#endings.clear();
    const trimmed = term.trim();
    const open = trimmed.endsWith('*');
    const words = wordsOf(trimmed);
    const seams = new Set<number>();
    let key = '';
    for (const [index, word] of words.entries()) {
      if (index > 0) seams.add(key.length);
      key += open && index === words.length - 1 ? word.folded : word.key;
    }
    const ending = trimmed.startsWith('*');
    const capitals = words
      .map((word) => word.cased)
      // The first letter of an ending stands inside a word.
      .filter((word) => hasInnerCapital(ending ? `-${word}` : word));
    const phrase = { value, seams, capitals };
    if (ending) {
      insert(this.#backward, reversed(key)).open.push(phrase);
      return;
    }
    const last = insert(this.#forward, key);
    (open ? last.open : last.whole).push(phrase);
  }

  /** Every place where a phrase stands in the words, by first word. */
  find(words: readonly Word[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let from = 0; from < words.length; from += 1) {
      this.#findFrom(words, from, found);
      this.#findEnding(words, from, found);
    }
    return found;
  }

  #findFrom(words: readonly Word[], from: number, found: Found<T>[]): void {
    let at: Node<T> | undefined = this.#forward;
    let length = 0;
    const spaces: number[] = [];
    for (let to = from; to < words.length; to += 1) {
      const word = words[to];
      if (word === undefined || (to > from && !goesOn(word))) return;
      if (to > from && word.joint === 'space') spaces.push(length);
      const { open, next }: Start<T> = to === from ? this.#startOf(word) : stepFrom(at, word);
      for (const phrase of open)
        if (fits(phrase, spaces, words, from, to)) found.push({ value: phrase.value, from, to });
      if (next === undefined) return;
      for (const phrase of next.whole)
        if (fits(phrase, spaces, words, from, to)) found.push({ value: phrase.value, from, to });
      at = next;
      length += word.key.length;
    }
  }

  #startOf(word: Word): Start<T> {
    const known = this.#starts.get(word.spelling);
    if (known !== undefined) return known;
    const start = stepFrom(this.#forward, word);
    remember(this.#starts, word.spelling, start);
    return start;
  }

  #findEnding(words: readonly Word[], index: number, found: Found<T>[]): void {
    const word = words[index];
    if (word === undefined) return;
    for (const { value, capitals } of this.#endingsOf(word))
      if (capitals.every((part) => word.cased.endsWith(part)))
        found.push({ value, from: index, to: index });
  }

  #endingsOf({ key, spelling }: Word): readonly Phrase<T>[] {
    const known = this.#endings.get(spelling);
    if (known !== undefined) return known;
    const endings = endingsAlong(this.#backward, key);
    remember(this.#endings, spelling, endings);
    return endings;
  }
}

/** Keeps a value for a spelling; forgets all others when there are too many. */
function remember<V>(cache: Map<number, V>, spelling: number, value: V): void {
  if (cache.size >= mostRemembered) cache.clear();
  cache.set(spelling, value);
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

function insert<T>(root: Node<T>, key: string): Node<T> {
  let at = root;
  for (let index = 0; index < key.length; index += 1) {
    const character = key.charAt(index);
    let next = at.next.get(character);
    if (next === undefined) {
      next = node();
      at.next.set(character, next);
    }
    at = next;
  }
  return at;
}

/** From a node down the characters of a word; nowhere when the tree does not hold them. */
function walk<T>(from: Node<T>, text: string): Node<T> | undefined {
  let at = from;
  for (let index = 0; index < text.length; index += 1) {
    const next = at.next.get(text.charAt(index));
    if (next === undefined) return undefined;
    at = next;
  }
  return at;
}

/** From a node over one word. */
function stepFrom<T>(from: Node<T>, word: Word): Start<T> {
  return { open: openAlong(from, word.folded), next: walk(from, word.key) };
}

/** The endings (`*bench`) of a word. */
function endingsAlong<T>(from: Node<T>, key: string): Phrase<T>[] {
  const endings: Phrase<T>[] = [];
  let at = from;
  // Down to the second letter: `*bench` asks for something before the ending.
  for (let end = key.length - 1; end > 0; end -= 1) {
    const next = at.next.get(key.charAt(end));
    if (next === undefined) break;
    at = next;
    endings.push(...at.open);
  }
  return endings;
}

/** The `*` phrases passed while a word is walked. */
function openAlong<T>(from: Node<T>, text: string): readonly Phrase<T>[] {
  let passed: readonly Phrase<T>[] = [];
  let at = from;
  for (let index = 0; index < text.length; index += 1) {
    const next = at.next.get(text.charAt(index));
    if (next === undefined) break;
    at = next;
    if (at.open.length > 0) passed = [...passed, ...at.open];
  }
  return passed;
}
