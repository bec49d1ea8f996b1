/** The words of a query, each with what of the archive it may stand for. */
import { sameStem } from '../text/stem.ts';
import { apart, completions, guesses, spellings, weights, type Option } from './options.ts';
import { stopWords } from '../text/words.ts';
import { maxLength } from './vocabulary/keys.ts';
import { otherNames } from './vocabulary/names.ts';
import type { Vocabulary } from './vocabulary/vocabulary.ts';
import { words as wordsOf, type Word } from './searched-words.ts';
import { unspaced } from './unspaced.ts';

/** A word of the query. */
export interface Term {
  /** Folded. */
  readonly typed: string;
  /** What may be meant, best first; empty if the archive holds nothing like it. */
  readonly options: readonly Option[];
  /** The archive does not hold what was typed: the options are guesses. */
  readonly mended: boolean;
  /** The options are longer words that begin with what was typed. */
  readonly unfinished: boolean;
  /** It says nothing of the paper: a small word, or one that only asks (`papers about`). */
  readonly aside: boolean;
  /** Of a compound, its parts. */
  readonly parts: readonly string[];
}

/** What people say who ask for a paper, and papers do not say of what they are about. */
const asking: ReadonlySet<string> = new Set(
  `about actually am any anybody anyone anything article articles ask asking best better could did different do does doing doesnt dont cant didnt
  done find finding get getting give given good got guy happen happens have help here idea instead interested just keep i id im ive isnt
  kind know like list literature look looked looking looks lot make makes making maybe me mean might mine more most much
  my need new nice no not of ones only other out paper papers people please publication publications published put
  question read reading recent recommend really remember reference references research researcher researchers say says
  search searching seem seems seen should show showed showing shows so some somebody someone something sort stuff such
  suggest talk talking talks tell thing things think topic topics tried try trying up us use used uses want wanted way
  ways well went whats whether wont whose without wonder work works would write wrote yes yet`.split(
    /\s+/,
  ),
);

/** A query of so many telling words says what it is about; words that only ask are asides then. */
const enoughSaid = 2;

/** A word that is searched for as it is. */
export function plainTerm(typed: string): Term {
  return {
    typed,
    options: [{ word: typed, weight: 1 }],
    mended: false,
    unfinished: false,
    aside: stopWords.has(typed),
    parts: [],
  };
}

/** Numbers, years and ids are what they are: `2024` is no slip for `2023`, `gpt4` none for `gpt2`. */
const certain = /\d/;

/**
 * Looks a word up.
 *
 * @param last whether the reader may still be typing it
 * @param verbatim take it as it is, whatever the archive holds
 */
async function resolveWord(
  typed: string,
  vocabulary: Vocabulary,
  last: boolean,
  verbatim: boolean,
): Promise<Term> {
  const plain = plainTerm(typed);
  if (unspaced.test(typed)) return plain;
  if (typed.length > maxLength) return { ...plain, options: [] };
  // A last letter is a word's beginning.
  if (typed.length < 2) return { ...plain, aside: plain.aside || last };
  if (plain.aside) return plain;
  const [exact, twins] = await Promise.all([
    vocabulary.exactly(typed),
    verbatim ? [] : spellings(typed, vocabulary),
  ]);
  if (exact !== undefined) {
    const pair = verbatim ? [] : await apart(typed, exact.papers, vocabulary);
    return { ...plain, options: [...plain.options, ...twins, ...pair] };
  }
  if (last && !verbatim) {
    const longer = await completions(typed, vocabulary);
    if (longer.length > 0) return { ...plain, options: longer, unfinished: true };
  }
  const known = await vocabulary.find(typed);
  if (known !== undefined) {
    return { ...plain, options: [...plain.options, ...twins] };
  }
  if (verbatim || certain.test(typed)) return { ...plain, options: [] };
  return { ...plain, options: await guesses(typed, vocabulary), mended: true };
}

const isKnown = async (word: string, vocabulary: Vocabulary): Promise<boolean> =>
  (await vocabulary.exactly(word)) !== undefined;

/** A word of the query, or the parts of a compound that the archive does not hold. */
async function resolveCompound(
  { whole, parts }: Word,
  vocabulary: Vocabulary,
  last: boolean,
  verbatim: boolean,
): Promise<Term[]> {
  // What is a word by this browser's dictionary may be two by the index's, which holds its pairs of letters.
  const one = parts.length === 0 || unspaced.test(whole) || (await isKnown(whole, vocabulary));
  if (one) {
    const term = await resolveWord(whole, vocabulary, last, verbatim);
    // `fine-tuning` is written `fine tuning`, too; of `l_1-regularized`, the last part says something.
    const long = parts.filter((part) => part.length > 2);
    const apart = { word: (long.length > 0 ? long : parts).join(' '), weight: weights.joined };
    const options = parts.length > 0 ? [...term.options, apart] : term.options;
    return [{ ...term, options, parts }];
  }
  return Promise.all(
    [...new Set(parts)]
      .slice(0, mostTerms)
      .map((part) => resolveWord(part, vocabulary, last && part === parts.at(-1), verbatim)),
  );
}

/** Papers that write two words as one, so that it is no slip of theirs; the name in a title is none, either. */
const commonly = 2;
/** And if one of them is a small word: `on line`. */
const oftenJoined = 20;

/** Words of a query of which every two may be one: longer ones say enough, and each pair is a part of the vocabulary. */
const mostJoined = 8;

const isTorn = ({ mended, options }: Term): boolean => mended || options.length === 0;

/** Terms with more options for some of them. */
function withOptions(terms: readonly Term[], at: number, count: number, option: Option): Term[] {
  return terms.map((term, place) =>
    place >= at && place < at + count && !term.options.some(({ word }) => word === option.word)
      ? { ...term, options: [...term.options, option] }
      : term,
  );
}

/** What goes for several words together: two that are written as one, and other names of a stretch. */
async function withStretches(terms: readonly Term[], vocabulary: Vocabulary): Promise<Term[]> {
  let found = [...terms];
  // Asked for all at once: each may be a part of its own, and a round trip to a server.
  const held = await Promise.all(
    terms.map((term, at) => {
      const next = terms[at + 1];
      if (next === undefined || (term.aside && next.aside)) return undefined;
      const wanted = terms.length <= mostJoined || isTorn(term) || isTorn(next);
      const word = term.typed + next.typed;
      return wanted && word.length >= 4 ? vocabulary.exactly(word) : undefined;
    }),
  );
  for (const [at, term] of terms.entries()) {
    const next = terms[at + 1];
    const known = held[at];
    if (next === undefined || known === undefined) continue;
    // `corona virus` is `coronavirus`, and no slip for `coronal virus`.
    const torn = isTorn(term) || isTorn(next);
    const small = term.aside || next.aside;
    const often = known.papers >= (small ? oftenJoined : commonly);
    if (!torn && !often && (small || known.titles === 0)) continue;
    if (torn) {
      found = found.map((other, place) =>
        place === at || place === at + 1
          ? { ...other, options: other.mended ? [] : other.options, mended: false }
          : other,
      );
    }
    found = withOptions(found, at, 2, {
      word: known.word,
      weight: weights.joined,
      named: { typed: `${term.typed} ${next.typed}`, also: known.word },
    });
  }
  const named = terms.map(({ typed, aside: stop }) => ({ typed, stop }));
  for (const { at, count, other, phrase } of await otherNames(named, vocabulary)) {
    const words = wordsOf(other).map(({ whole }) => whole);
    const telling = words.filter((word) => !stopWords.has(word)).join(' ');
    found = withOptions(found, at, count, {
      word: telling === '' ? words.join(' ') : telling,
      weight: weights.name,
      named: { typed: phrase, also: other },
    });
  }
  return found;
}

/** Each word once, with what goes for it wherever it stands. */
function distinctTerms(terms: readonly Term[]): Term[] {
  const found = new Map<string, Term>();
  for (const term of terms) {
    const before = found.get(term.typed);
    const more = term.options.filter(
      ({ word }) => before?.options.some((option) => option.word === word) !== true,
    );
    found.set(
      term.typed,
      before === undefined ? term : { ...before, options: [...before.options, ...more] },
    );
  }
  return [...found.values()];
}

/** Words of a query that are looked up at most: the masks of what a paper holds have as many bits. */
export const mostTerms = 30;

/** Has the parts loaded that are looked into once the words are known: over a slow line, each would be a wait more. */
function askAhead(words: readonly Word[], vocabulary: Vocabulary): void {
  for (const [at, { whole }] of words.slice(0, mostTerms).entries()) {
    const next = words[at + 1]?.whole;
    const joined = next !== undefined && words.length <= mostJoined;
    const asked = [vocabulary.names(whole), joined && vocabulary.exactly(whole + next)];
    // What fails is asked for again, and said then.
    Promise.all(asked).catch(() => undefined);
  }
}

/** Looks every word of a query up. */
export async function resolve(
  words: readonly Word[],
  vocabulary: Vocabulary,
  verbatim: boolean,
): Promise<Term[]> {
  if (!verbatim) askAhead(words, vocabulary);
  const end = words.at(-1)?.whole;
  const different = new Map(words.map((word) => [word.whole, word]));
  const resolved = await Promise.all(
    [...different.values()].map((word) =>
      resolveCompound(word, vocabulary, word.whole === end, verbatim),
    ),
  );
  const all = resolved.flat();
  const terms = distinctTerms(verbatim ? all : await withStretches(all, vocabulary));
  const said = terms.filter(({ typed, aside }) => !aside && !asking.has(typed)).length;
  const weighed =
    said < enoughSaid || terms.length < 4
      ? terms
      : terms.map((term) => (asking.has(term.typed) ? { ...term, aside: true } : term));
  const telling = weighed.filter(({ aside }) => !aside).slice(0, mostTerms);
  return (telling.length > 0 ? weighed : weighed.slice(0, mostTerms)).filter(
    (term) => term.aside || telling.includes(term),
  );
}

/** Words that go on from the last one, which the archive holds as it is: for where that finds little. */
export async function continued(
  terms: readonly Term[],
  vocabulary: Vocabulary,
): Promise<readonly Term[]> {
  const last = terms.at(-1);
  if (last === undefined || last.mended || last.unfinished || last.aside) return terms;
  const longer = (await completions(last.typed, vocabulary)).filter(
    ({ word }) => !sameStem(word, last.typed),
  );
  return longer.length === 0
    ? terms
    : terms.with(-1, { ...last, options: [...last.options, ...longer] });
}
