import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { asWords, parseQuery, type Clause, type Query } from '../../src/search/grammar.ts';
import { words } from '../../src/search/searched-words.ts';

const shown = ({ field, text, phrase }: Clause): string =>
  (field === undefined ? '' : `${field}:`) + (phrase ? `"${text}"` : text);

/** A query on one line: words, then what is wanted otherwise, then what is not. */
const line = (query: Query): string =>
  [
    ...query.words.map(({ whole }) => whole),
    ...query.clauses.map(shown),
    ...query.without.map((clause) => `-${shown(clause)}`),
  ].join(' ');

describe('parseQuery', () => {
  it.each([
    ['Green leaves', 'green leaves'],
    ['"green leaves"', '"green leaves"'],
    ['cup “green leaves” pot', 'cup pot "green leaves"'],
    ['"one"', 'one'],
    ['""', ''],
    ['"never closed', 'never closed'],
    ['an inch is 5" long', 'an inch is 5 long'],
    ['title:milk', 'title:milk'],
    ['TITLE:Milk', 'title:Milk'],
    ['title:"green leaves" cup', 'cup title:"green leaves"'],
    ['author:Łukasz topic:rl', 'author:Łukasz topic:rl'],
    ['title: milk', 'title milk'],
    ['subtitle:milk', 'subtitle milk'],
    ['milk -green', 'milk -green'],
    ['milk -"green leaves"', 'milk -"green leaves"'],
    ['milk -title:green', 'milk -title:green'],
    ['milk - green', 'milk green'],
    ['milk –green', 'milk green'],
    ['milk --green', 'milk green'],
    ['fine-tuning', 'finetuning'],
    ['-green', 'green'],
    ['-green -"milk first"', 'green milk first'],
    ['Oolong: what a title says', 'oolong what a title says'],
    ['Is "tea" enough?', 'is tea enough'],
    ['T\\"ulu 3', 'tulu 3'],
    ['$\\ell_\\infty$ norm', 'ellinfty norm'],
    ['\\mathbb{R}^d', 'rd'],
    ['?! …', ''],
    ['', ''],
  ])('%j is %j', (raw, expected) => {
    expect(line(parseQuery(raw))).toBe(expected);
  });

  it('takes 60 words at most', () => {
    expect(parseQuery('word '.repeat(5000)).words).toHaveLength(60);
    expect(asWords(parseQuery(`"${'word '.repeat(300)}"`)).words).toHaveLength(60);
  });

  it('never throws, and makes nothing up', () => {
    const piece = fc.oneof(
      fc.constantFrom('"', '“', '-', 'title:', 'author:', 'topic:', ' ', '\\', '{', '$', '_'),
      fc.string({ unit: 'binary', maxLength: 5 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const raw = pieces.join('');
        const { words: bare, clauses, without } = parseQuery(raw);
        for (const { text } of [...clauses, ...without]) {
          expect(words(text)).not.toEqual([]);
          expect(text).not.toMatch(/["“”]/);
        }
        // Only beside something that is wanted.
        expect(without.length === 0 || bare.length + clauses.length > 0).toBe(true);
      }),
    );
  });

  it('keeps all words of a query without operators, in order', () => {
    const word = fc.stringMatching(/^[a-zäλ][a-z0-9é]{0,7}(-[a-z]{1,4})?[.,;!?]?$/);
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (typed) => {
        const query = parseQuery(typed.join(' '));
        expect(query).toEqual({ words: words(typed.join(' ')), clauses: [], without: [] });
      }),
    );
  });
});

describe('asWords', () => {
  it.each([
    ['cup "green leaves" title:milk', 'cup green leaves milk'],
    ['author:"Ada Steeper"', 'ada steeper'],
  ])('%j is %j', (raw, expected) => {
    expect(line(asWords(parseQuery(raw)))).toBe(expected);
  });
});
