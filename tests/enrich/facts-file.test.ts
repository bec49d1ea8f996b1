import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseFactsFile } from '../../src/enrich/facts-file.ts';

const today = '2026-11-29';
const page = 'https://books.example/9';
const read = (...lines: readonly unknown[]) =>
  parseFactsFile('facts.jsonl', lines.map((line) => JSON.stringify(line)).join('\n'), today);
const one = (line: Record<string, unknown>) => read({ title: 'Glue', ...line }).papers[0];

describe('a file of facts', () => {
  it.each([
    ['authors', ['Zoë Bind', 'A. Page'], { authors: ['Zoë Bind', 'A. Page'] }],
    ['published', '2024-09-17', { published: '2024-09-17' }],
    ['primary', 'cs.LG', { categories: ['cs.LG'] }],
    [
      'code',
      'https://code.example/a',
      { links: [{ label: 'Code', url: 'https://code.example/a' }] },
    ],
    ['arxiv', '2409.11321', { arxiv: '2409.11321' }],
    ['venue', ' Book\u0000 Arts ', { venue: 'Book Arts' }],
  ])('gives %s with where it was read', (name, value, facts) => {
    const fact = { value, source: page, grade: 'first-hand', read: '2026-11' };
    expect(one({ facts: { [name]: fact } })).toMatchObject({
      facts: [{ facts, source: { source: page, grade: 'first-hand', retrieved: '2026-11' } }],
      out: [],
    });
  });

  it('takes words for a place without address, and today for the day', () => {
    const facts = { venue: { value: 'Book Arts', source: null, seen: 'a printed list' } };
    expect(one({ facts })?.facts[0]?.source).toEqual({
      source: 'a printed list',
      retrieved: today,
    });
  });

  const venue = { value: 'Book Arts', source: page };
  const date = { value: '2024', source: page };
  it.each([
    ['of no place', { facts: { venue: { value: 'Book Arts', source: null } } }, []],
    ['of no such name', { facts: { mood: venue } }, []],
    ['of no such name, though objects have it', { facts: { constructor: venue } }, []],
    ['that is no such value', { facts: { published: venue } }, []],
    ['with an address of no web', { facts: { code: { value: 'javascript:x', source: page } } }, []],
    [
      'in doubt',
      { facts: { venue, published: date }, doubt: 'A workshop?', doubts: ['venue'] },
      ['published'],
    ],
    ['in a doubt that nobody has judged', { facts: { venue, published: date }, doubt: 'Hm.' }, []],
    [
      'never, where the doubt touches none',
      { facts: { venue }, doubt: 'Hm.', doubts: [] },
      ['venue'],
    ],
  ])('leaves out a fact %s', (_, line, fields) => {
    const paper = one(line);
    expect(paper?.facts.map(({ field }) => field)).toEqual(fields);
    expect(paper?.out).toHaveLength(Object.keys(line.facts).length - fields.length);
  });

  it('says which line cannot be read, and reads the others', () => {
    const text = `{"facts": {}}\n\n{"facts": \r\n["facts"]\n{"title": "Glue", "facts": {}}\n`;
    const { papers, problems } = parseFactsFile('facts.jsonl', text, today);
    expect(papers.map(({ line }) => line)).toEqual([1, 5]);
    expect(problems.map(({ code, where }) => [code, where.line])).toEqual([
      ['facts/unreadable', 3],
      ['facts/unreadable', 4],
    ]);
  });

  it('is read whatever stands in it', () => {
    fc.assert(
      fc.property(fc.json(), fc.string({ unit: 'binary' }), (json, text) => {
        parseFactsFile('a', `${json}\n${text}\n{"facts":{"authors":${json}}}`, today);
      }),
    );
  });
});
