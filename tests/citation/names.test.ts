import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { authorField as fieldOf } from '../../src/citation/bibtex.ts';
import { authorsOf } from '../../src/citation/name.ts';
import { anyText } from '../archive/paper.ts';

const authorField = (authors: readonly string[]): string => fieldOf(authorsOf(authors));

describe('authorField', () => {
  test.each<[string[], string]>([
    [[], ''],
    [['Ada Lovelace'], 'Lovelace, Ada'],
    [['Ada Lovelace', 'José Núñez'], 'Lovelace, Ada and Núñez, José'],
    [['Lovelace, Ada'], 'Lovelace, Ada'],
    [['OpenAI'], '{OpenAI}'],
    [['Gemini Team'], '{Gemini Team}'],
    [['Gemini Team, Google'], '{Gemini Team, Google}'],
    [['The ATLAS Collaboration', 'Wei Li'], '{The ATLAS Collaboration} and Li, Wei'],
    [['Barnes and Noble'], '{Barnes and Noble}'],
    [['AT&T Labs'], String.raw`{AT\&T Labs}`],
    [['University of Oslo'], '{University of Oslo}'],
    [['Martin King, Jr.'], 'King, Jr., Martin'],
    [['Martin Luther King Jr.'], 'King, Jr., Martin Luther'],
    [['Smith, John, Jr.'], 'Smith, Jr., John'],
    [['Jan van der Berg'], 'van der Berg, Jan'],
    [['Plato'], 'Plato'],
    [['李明'], '李明'],
    [['李 明'], '李明'],
    [['a, b, c, d'], '{a, b, c, d}'],
    [['Ada Lovelace', 'et al.'], 'Lovelace, Ada and others'],
    [['et al.'], ''],
    [['Andersen, Anders'], 'Andersen, Anders'],
    [['Forman, Mark'], 'Forman, Mark'],
    [['', '  ', 'Ada Lovelace'], 'Lovelace, Ada'],
  ])('%j → %j', (authors, field) => {
    expect(authorField(authors)).toBe(field);
  });

  it('gives BibTeX as many names as there are authors', () => {
    fc.assert(
      fc.property(fc.array(anyText.filter((name) => /\w/.test(name))), (authors) => {
        let depth = 0;
        let names = authors.length === 0 ? 0 : 1;
        // BibTeX parts names at "and" between white space, outside braces, in any case.
        for (const token of authorField(authors).match(/[{}]|\sand(?=\s)|[^]/gi) ?? []) {
          if (token === '{') depth++;
          if (token === '}') depth--;
          if (depth === 0 && token.trim().toLowerCase() === 'and') names++;
        }
        expect(depth).toBe(0);
        expect(names).toBe(authors.length);
      }),
    );
  });
});
