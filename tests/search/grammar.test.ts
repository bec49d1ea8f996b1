import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { chosenOf, noFilters, type Filters } from '../../src/search/facets.ts';
import { asWords, parseQuery, type Clause, type Query } from '../../src/search/grammar.ts';
import { words } from '../../src/search/searched-words.ts';

const shown = ({ field, text, phrase }: Clause): string =>
  (field === undefined ? '' : `${field}:`) + (phrase ? `"${text}"` : text);

const filters = (of: Filters): string[] =>
  chosenOf(of).map(({ facet, value }) => `{${facet} ${value}}`);

/** A query on one line: words, then what is wanted otherwise, then what is not, then what narrows it. */
const line = (query: Query): string =>
  [
    ...query.words.map(({ whole }) => whole),
    ...query.clauses.map((group) => group.map(shown).join(' | ')),
    ...query.without.map((clause) => `-${shown(clause)}`),
    ...filters(query.filters),
    ...filters(query.withoutFilters).map((filter) => `-${filter}`),
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
    ['author:Łukasz topic:rl', 'author:Łukasz {topic rl}'],
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
    ['leaf- and -stem teas', 'leaf and stem teas'],
    ['the tea we do -milk', 'the tea we do -milk'],
    ['How We Steep Green Tea -a Study of Leaves-', 'how we steep green tea a study of leaves'],
    ['how we steep green tea -milk', 'how we steep green tea -milk'],
    ['-green -"milk first"', 'green milk first'],
    ['Oolong: what a title says', 'oolong what a title says'],
    ['Is "tea" enough?', 'is tea enough'],
    ['T\\"ulu 3', 'tulu 3'],
    ['$\\ell_\\infty$ norm', 'ellinfty norm'],
    ['\\mathbb{R}^d', 'rd'],
    ['year:2024 milk', 'milk {year 2024}'],
    ['2023..2025 milk', 'milk {year 2023..2025}'],
    ['2048..4096 milk', '20484096 milk'],
    ['year:2023-2020', '{year 2020..2023}'],
    ['year:>2022 year:<=2024', '{year 2023..2024}'],
    ['after:2020 before:2023', '{year 2020..2022}'],
    ['year:2019 after:2020-05', '{year 2020..2019}'],
    ['year:2020,2021', '{year 2020} {year 2021}'],
    ['year:2020 OR year:2021', '{year 2020} {year 2021}'],
    ['year:soon milk', 'year soon milk'],
    ['venue:"Tea Physics" milk', 'milk {venue Tea Physics}'],
    ['venue:TEACONF,MILK', '{venue TEACONF} {venue MILK}'],
    ['digest:2025-03 tag:to-read', '{digest 2025-03} {tag to-read}'],
    ['HAS:code has:notes has:lemon', 'has lemon {code yes} {note yes}'],
    ['milk -has:code NOT venue:T -year:2020', 'milk -{year 2020} -{venue T} -{code yes}'],
    ['-year:2020', '-{year 2020}'],
    ['author:"A. Steeper" OR author:leafski', 'author:"A. Steeper" | author:leafski'],
    ['oolong OR pouchong', 'oolong | pouchong'],
    ['green oolong | pouchong steam', 'green steam oolong | pouchong'],
    ['oolong|pouchong', 'oolong | pouchong'],
    ['(green leaves) OR (black dust)', 'green leaves | black dust'],
    ['(green title:milk) OR kettle', 'green | kettle title:milk | kettle'],
    ['title:(milk OR cream)', 'title:milk | title:cream'],
    ['-(milk OR cream) tea', 'tea -milk -cream'],
    ['-(milk cream) tea', 'tea -milk cream'],
    ['year:2020 OR milk', 'year:2020 | milk'],
    ['tea NOT milk', 'tea -milk'],
    ['tea AND NOT "milk first"', 'tea -"milk first"'],
    ['venue:T AND year:2018', '{year 2018} {venue T}'],
    ['milk AND tea', 'milk and tea'],
    ['Leaves Do NOT Fall', 'leaves do not fall'],
    ['What They Know and NOT Know', 'what they know and not know'],
    ['TO BE OR NOT TO BE', 'to be or not to be'],
    ['Either milk OR cream', 'either milk or cream'],
    ['Either-or', 'eitheror'],
    ['vitamin A OR B', 'vitamin A | B'],
    ['How We Steep Our Green Leaves | TeaReview', 'how we steep our green leaves teareview'],
    ['sorting in O(n log n)', 'sorting in bigonlogn n log n'],
    ['$A^\\ast$ for \\mathcal{O}(n\\log n)', 'astar for bigonlogn n log n'],
    ['C++ -C#', 'cplusplus -C#'],
    ['Tea (with milk)', 'tea with milk'],
    ['the (OR) suite', 'the or suite'],
    ['OR scheduling', 'or scheduling'],
    ['NOT', 'not'],
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
        for (const { text } of [...clauses.flat(), ...without]) {
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
        expect(query).toEqual({
          words: words(typed.join(' ')),
          clauses: [],
          without: [],
          filters: noFilters,
          withoutFilters: noFilters,
        });
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

describe('on any query', () => {
  const piece = fc.oneof(
    fc.constantFrom(
      ...'( ) " OR NOT AND | - year: year:2020 2019..2021 after:2020 venue: has:code author:"A. B" title:( tea the "milk first" \\'.split(
        ' ',
      ),
    ),
    fc.stringMatching(/^[a-zA-Zé-ü]{1,6}[.,:'’-]?$/),
  );
  const query = fc.array(piece, { maxLength: 25 }).map((pieces) => pieces.join(' '));

  it('every word is in some part', () => {
    const keywords = /^(?:or|and|not|year|after|venue|has|author|title|code|[\d]*)$/;
    fc.assert(
      fc.property(query, (raw) => {
        const read = parseQuery(raw);
        const asked = [read.filters, read.withoutFilters].flatMap(chosenOf);
        const held = new Set(
          [
            ...read.clauses.flat().map(({ text }) => text),
            ...read.without.map(({ text }) => text),
            ...asked.map(({ value }) => value),
          ].flatMap((text) => words(text).map(({ whole }) => whole)),
        );
        for (const { whole } of read.words) held.add(whole);
        const lost = words(raw.replaceAll(/[:|()"\\]/g, ' '))
          .flatMap(({ whole, parts }) => (parts.length > 0 ? parts : [whole]))
          .filter((word) => !keywords.test(word) && !held.has(word));
        expect(lost.filter((word) => ![...held].some((other) => other.includes(word)))).toEqual([]);
      }),
    );
  });

  it('is read in no time, whatever it nests and repeats', () => {
    for (const part of [
      '(',
      '(a OR ',
      '"',
      '-"',
      'a|',
      'NOT ',
      'OR ',
      '\\"',
      'year:(',
      '(year:2020 b) OR ',
    ]) {
      for (const raw of [part.repeat(2000), part.repeat(400) + ')'.repeat(400)]) {
        expect(parseQuery(raw).words.length).toBeLessThan(61);
      }
    }
  });
});
