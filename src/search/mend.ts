/** Other readings of a query that finds little: unfinished, split, joined, mistyped, known by another name. */
import { fragmentBag, holds } from './coverage.ts';
import type { Correction, Synonym, Part } from './answer.ts';
import { addPart } from './excerpt.ts';
import type { PagefindFragment } from './pagefind.ts';
import { completions, distinctStems, plainTerm, type Option, type Term } from './terms.ts';
import { otherNames } from './vocabulary/names.ts';
import { sameStem } from '../text/stem.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { words } from './searched-words.ts';

export interface Attempt {
  readonly terms: readonly Term[];
  /** `corrected`: instead of what was typed; `also`: beside it; `typed`: what was typed, read to its end. */
  readonly kind: 'typed' | 'corrected' | 'also';
  readonly note?: Synonym | undefined;
}

/** A slip that happens to be a word is likelier if the other word is this much more frequent. */
const farMoreFrequent = 20;

/** Each costs a search or two. */
const mostCompanions = 3;
/** Papers that write two words as one, so that it is no slip of theirs. */
const commonly = 2;

const isCompound = ({ parts, stop }: Term): boolean => parts.length > 0 && !stop;

/** The parts of a compound that say something: of `l_1-regularized` the last. */
function tellingParts({ parts }: Term): readonly string[] {
  const long = parts.filter((part) => part.length > 2);
  return long.length > 0 ? long : parts;
}

/** Words of the same beginning, but not merely other forms of what was typed. */
async function longerWords({ typed }: Term, vocabulary: Vocabulary): Promise<Option[]> {
  const longer = await completions(typed, vocabulary);
  return longer.filter(({ word }) => !sameStem(word, typed)).slice(0, 3);
}

/**
 * Other ways to say what was typed: two words written as one, and other names. What they find is shown along with the rest.
 */
export async function companions(
  terms: readonly Term[],
  vocabulary: Vocabulary,
): Promise<Attempt[]> {
  const found: Attempt[] = [];
  const termOf = async (word: string): Promise<Term> =>
    plainTerm(word, (await vocabulary.exactly(word))?.papers);
  for (const { at, count, phrase, other } of await otherNames(terms, vocabulary)) {
    const named = await Promise.all(words(other).map(({ whole }) => termOf(whole)));
    found.push({
      terms: terms.toSpliced(at, count, ...named),
      kind: 'also',
      note: { typed: phrase, also: other },
    });
  }
  for (const [at, term] of terms.entries()) {
    const next = terms[at + 1];
    if (next === undefined || term.stop || next.stop) continue;
    const joined = term.typed + next.typed;
    const known = await vocabulary.exactly(joined);
    if (known === undefined || known.papers < commonly) continue;
    found.push({
      terms: terms.toSpliced(at, 2, plainTerm(joined, known.papers)),
      kind: 'also',
      note: { typed: `${term.typed} ${next.typed}`, also: joined },
    });
  }
  // `fine-tuning` is written `fine tuning`, too.
  if (terms.some(isCompound)) {
    const apart = terms.map((term) =>
      isCompound(term) ? Promise.all(tellingParts(term).map(termOf)) : [term],
    );
    found.push({ terms: (await Promise.all(apart)).flat(), kind: 'also' });
  }
  return found.slice(0, mostCompanions);
}

/**
 * Other readings of a query that finds little, the likeliest first. Each asks the vocabulary only when its turn comes.
 *
 * @param terms as they were looked up
 * @param found whether what was typed found anything
 */
export async function* attemptsFor(
  terms: readonly Term[],
  vocabulary: Vocabulary,
  found: boolean,
): AsyncGenerator<Attempt> {
  const last = terms.at(-1);
  if (last !== undefined && !last.mended && !last.unfinished && last.typed.length > 1) {
    const options = await longerWords(last, vocabulary);
    if (options.length > 0) {
      const open: Term = { ...last, options, unfinished: true, stop: false };
      yield { terms: terms.toSpliced(-1, 1, open), kind: 'typed' };
    }
    if (last.typed.length <= 3 && terms.length > 2) {
      yield { terms: terms.slice(0, -1), kind: 'typed' };
    }
  }
  const first = ({ options }: Term): Option | undefined => options[0];
  const papers = (term: Term): number => first(term)?.papers ?? 0;
  const suspects = terms
    .filter(({ stop, mended }) => !stop && !mended)
    .toSorted((a, b) => papers(a) - papers(b));
  if (!found) {
    for (const term of suspects.slice(0, 2)) {
      const [pair] = term.typed.length > 6 ? await vocabulary.split(term.typed) : [];
      if (pair === undefined) continue;
      const parts = pair.map((part) => plainTerm(part.word, part.papers));
      yield { terms: terms.toSpliced(terms.indexOf(term), 1, ...parts), kind: 'typed' };
    }
  }
  for (const term of suspects.slice(0, found ? 1 : 4)) {
    // A word that a title holds was hardly typed by mistake.
    const least = (first(term)?.titles ?? 0) > 0 ? farMoreFrequent * papers(term) : papers(term);
    const near = (await vocabulary.near(term.typed)).filter(
      (candidate) =>
        candidate.slips === 1 &&
        !sameStem(candidate.word, term.typed) &&
        (!found || candidate.papers >= least),
    );
    const options = distinctStems(near).slice(0, 3);
    const [likeliest] = options;
    if (likeliest === undefined) continue;
    const guess: Term = { ...term, options, mended: true, unfinished: false };
    yield {
      terms: terms.toSpliced(terms.indexOf(term), 1, guess),
      kind: found ? 'also' : 'corrected',
      note: found ? { typed: term.typed, also: likeliest.word } : undefined,
    };
  }
}

/**
 * The query with its mended words in place of what was typed.
 *
 * @param first the first paper it found: of several guesses, the one that stands there is shown
 * @returns undefined if no word was changed
 */
export function correctedText(
  typed: string,
  terms: readonly Term[],
  first: PagefindFragment | undefined,
): Correction | undefined {
  const bag = first && fragmentBag(first);
  const meant = new Map<string, string>();
  for (const term of terms) {
    if (!term.mended) continue;
    const there = bag && term.options.find((option) => holds(bag, { ...term, options: [option] }));
    const option = there ?? term.options[0];
    if (option !== undefined) meant.set(term.typed, option.word);
  }
  if (meant.size === 0) return undefined;
  const parts: Part[] = [];
  for (const piece of typed.split(/([^\p{L}\p{N}\p{M}]+)/u)) {
    const [word] = words(piece);
    const instead = word && meant.get(word.whole);
    addPart(parts, { text: instead ?? piece, mark: instead !== undefined });
  }
  if (!parts.some(({ mark }) => mark)) return undefined;
  return { query: parts.map(({ text }) => text).join(''), parts };
}
