/** Names for groups of papers: the words that set them apart from all others. */
import {
  readCorpus,
  type Corpus,
  walk,
  type SimilarityDocument,
  findTerms,
  type Terms,
  gaps,
  kinds,
} from '../related/index.ts';

/** Papers whose abstracts are read for names, too; of more papers the titles say enough. */
const abstractsUpTo = 3000;

/** A term must be in this part of a group's papers; in a larger part of a group that is small. */
const leastPapers = (group: number): number => Math.max(3, group * 0.04, Math.min(12, group * 0.2));

/** A phrase that goes on with the same word this often is cut off without it: "visual question answering". */
const goesOn = 0.6;

/** Two words say more than one. */
const phraseWorth = 2;

/** Terms of a group whose spelling is looked up. */
const candidates = 12;

export interface Namer {
  /**
   * What a group's papers speak of and others do not, best first.
   *
   * @param group places of papers
   * @param most terms wanted
   * @returns as a reader writes them, in small letters but for acronyms; no word twice
   */
  terms(group: readonly number[], most: number): readonly string[];
}

interface Found {
  readonly term: number;
  readonly words: readonly number[];
  readonly score: number;
}

/** Reads all papers once. Linear in the length of the texts that are read. */
export function makeNamer(documents: readonly SimilarityDocument[]): Namer {
  const short = documents.length > abstractsUpTo;
  const corpus = readCorpus(short ? documents.map((paper) => ({ ...paper, text: '' })) : documents);
  const terms = findTerms(corpus);
  return {
    terms(group, most) {
      const best = rank(corpus, terms, group).slice(0, candidates);
      const written = spell(corpus, terms, group, new Set(best.map(({ term }) => term)));
      const used = new Set<number>();
      const names: string[] = [];
      for (const { term, words } of best) {
        const name = written.get(term);
        if (names.length === most || name === undefined || words.some((word) => used.has(word)))
          continue;
        for (const word of words) used.add(word);
        names.push(name);
      }
      return names;
    },
  };
}

/** Terms of a group by how much they say: share inside × log of how much larger it is than outside. */
function rank(corpus: Corpus, terms: Terms, group: readonly number[]): Found[] {
  const counts = new Map<number, number>();
  const words = new Map<number, readonly number[]>();
  for (const paper of group) {
    const seen = new Set<number>();
    const see = (term: number, ...of: number[]): void => {
      if (seen.has(term)) return;
      seen.add(term);
      counts.set(term, (counts.get(term) ?? 0) + 1);
      words.set(term, of);
    };
    walk(corpus, paper, {
      word: (word) => see(word, word),
      phrase: (first, second) => {
        const pair = terms.pairs.get(first, second);
        if (pair >= 0) see(corpus.wordCount + pair, first, second);
      },
    });
  }
  const least = leastPapers(group.length);
  return [...counts]
    .flatMap(([term, count]): Found[] => {
      const inside = count / group.length;
      const everywhere = (terms.frequency[term] ?? 1) / corpus.size;
      if (count < least || inside <= everywhere) return [];
      const worth = term < corpus.wordCount ? 1 : phraseWorth;
      const score = worth * inside * Math.log(inside / everywhere) ** 2;
      return [{ term, words: words.get(term) ?? [], score }];
    })
    .toSorted((a, b) => b.score - a.score || a.term - b.term);
}

/** The commonest spelling of each term in a group, with the word that mostly comes after it. */
function spell(
  corpus: Corpus,
  terms: Terms,
  group: readonly number[],
  wanted: ReadonlySet<number>,
): ReadonlyMap<number, string> {
  const forms = new Map<number, Spellings>();
  const note = (term: number, from: number, to: number): void => {
    if (!wanted.has(term)) return;
    const known = forms.get(term) ?? { exact: new Map(), longer: new Map(), after: new Map() };
    forms.set(term, known);
    count(known.exact, writtenForm(corpus, from, to));
    const next = followingWord(corpus, to);
    if (next <= to || from === to) return;
    count(known.longer, writtenForm(corpus, from, next));
    count(known.after, corpus.words[corpus.tokens[next] ?? 0] ?? 0);
  };
  for (const paper of group) {
    walk(corpus, paper, {
      word: (word, at) => note(word, at, at),
      phrase: (first, second, from, at) => {
        const pair = terms.pairs.get(first, second);
        if (pair >= 0) note(corpus.wordCount + pair, from, at);
      },
    });
  }
  return new Map([...forms].map(([term, known]) => [term, bestOf(known)]));
}

interface Spellings {
  readonly exact: Map<string, number>;
  /** With the word that follows. */
  readonly longer: Map<string, number>;
  /** Words that follow, forms counted together. */
  readonly after: Map<number, number>;
}

function bestOf({ exact, longer, after }: Spellings): string {
  const total = [...exact.values()].reduce((sum, one) => sum + one, 0);
  return Math.max(0, ...after.values()) >= goesOn * total ? commonest(longer) : commonest(exact);
}

function count<Key>(counts: Map<Key, number>, key: Key): void {
  counts.set(key, (counts.get(key) ?? 0) + 1);
}

const commonest = (counts: ReadonlyMap<string, number>): string =>
  [...counts].toSorted(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))[0]?.[0] ?? '';

/** Where the word after a token stands if nothing but a hyphen parts them; else -1. */
function followingWord({ tokens, kinds: kindOf }: Corpus, at: number): number {
  const next = tokens[at + 1] === gaps.hyphen ? at + 2 : at + 1;
  const token = tokens[next] ?? gaps.mark;
  return token >= 0 && kindOf[token] === kinds.word ? next : -1;
}

function writtenForm({ tokens, written }: Corpus, from: number, to: number): string {
  let form = '';
  for (let at = from; at <= to; at += 1) {
    const token = tokens[at] ?? 0;
    if (token < 0) continue;
    const joint = at === from ? '' : tokens[at - 1] === gaps.hyphen ? '-' : ' ';
    form += joint + small(written[token] ?? '');
  }
  return form;
}

/** Titles capitalise every word; acronyms and names such as ImageNet keep their capitals. */
const small = (word: string): string =>
  /\p{Lu}/u.test(word.slice(1)) && /\p{Ll}|^.{1,6}$/u.test(word) ? word : word.toLowerCase();
