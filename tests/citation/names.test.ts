import * as fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { authorField } from '../../src/citation/bibtex.ts';
import { anyText } from '../archive/paper.ts';

describe('authorField', () => {
  test.each<[string[], string]>([
    [[], ''],
    [['Ada Lovelace'], 'Ada Lovelace'],
    [['Ada Lovelace', 'José Núñez'], 'Ada Lovelace and José Núñez'],
    [['Lovelace, Ada'], 'Lovelace, Ada'],
    [['OpenAI'], '{OpenAI}'],
    [['Gemini Team'], '{Gemini Team}'],
    [['Gemini Team, Google'], '{Gemini Team, Google}'],
    [['The ATLAS Collaboration', 'Wei Li'], '{The ATLAS Collaboration} and Wei Li'],
    [['Barnes and Noble'], '{Barnes and Noble}'],
    [['AT&T Labs'], String.raw`{AT\&T Labs}`],
    [['University of Oslo'], '{University of Oslo}'],
    [['Martin King, Jr.'], '{Martin King, Jr.}'],
    [['a, b, c, d'], '{a, b, c, d}'],
    [['Ada Lovelace', 'et al.'], 'Ada Lovelace and others'],
    [['et al.'], '{et al.}'],
    [['Anders Andersen'], 'Anders Andersen'],
    [['Mark Forman'], 'Mark Forman'],
    [['', '  ', 'Ada Lovelace'], 'Ada Lovelace'],
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
