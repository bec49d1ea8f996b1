import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { authorId, letterOf, sortKey } from '../../src/archive/author-id.ts';
import { authorPath, authorsOf, indexAuthors, pagesAlways } from '../../src/archive/authors.ts';
import { byline } from '../../src/text/paper-line.ts';
import { anyText, paper } from './paper.ts';

const by = (id: string, ...authors: string[]) => paper({ id, authors });

describe('authorId', () => {
  it.each([
    ['Ada Lovelace', 'ada-lovelace'],
    ['ADA  LOVELACE', 'ada-lovelace'],
    ['Lovelace, Ada', 'ada-lovelace'],
    ['Łukasz Świątek', 'lukasz-swiatek'],
    ['Jean-Luc d’Ormesson', 'jean-luc-d-ormesson'],
    ['J. R. Smith', 'j-r-smith'],
    ['King, Jr.', 'king-jr'],
    ['Rivers, Lakes and Seas Team', 'rivers-lakes-and-seas-team'],
    ['Иван Петров', 'ivan-petrov'],
  ])('%s: %s', (name, id) => {
    expect(authorId(name)).toBe(id);
  });

  it('keeps names apart of which a slug would hold nothing, or the same', () => {
    const names = ['王伟', '李伟', '王 A.', '李 A.', 'A.', 'Wei Wang', 'Wei Wang (王伟)'];
    expect(new Set(names.map(authorId)).size).toBe(names.length);
  });

  it('keeps long names apart that begin alike', () => {
    const long = 'The Very Large Collaboration on the Study of Rivers and Lakes of the ';
    expect(authorId(`${long}Northern Hemisphere`)).not.toBe(authorId(`${long}South`));
  });

  it('makes an address of any text, the same of composed and decomposed letters', () => {
    fc.assert(
      fc.property(anyText, (name) => {
        const id = authorId(name);
        expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
        expect(id.length).toBeLessThan(100);
        expect(id).not.toBe('page');
        const whole = name.toWellFormed();
        expect(authorId(whole.normalize('NFD'))).toBe(authorId(whole.normalize('NFC')));
      }),
    );
  });
});

describe('the alphabet', () => {
  it.each([
    ['Ada Lovelace', 'lovelace ada', 'L'],
    ['Lovelace, Ada', 'lovelace ada', 'L'],
    ['Ludwig van Beethoven', 'beethoven ludwig van', 'B'],
    ['Martin Luther King Jr.', 'king martin luther', 'K'],
    ['Émile Øster', 'oster emile', 'O'],
    ['OpenAI', 'openai', 'O'],
    ['River Research Team', 'river research team', 'R'],
    ["Gerard 't Hooft", "hooft gerard 't", 'H'],
    ['王伟', '王伟', '#'],
    ['Agent 47', 'agent 47', 'A'],
  ])('%s goes by “%s” under %s', (name, key, letter) => {
    expect(sortKey(name)).toBe(key);
    expect(letterOf(key)).toBe(letter);
  });
});

describe('indexAuthors', () => {
  it('gathers the papers of a name, newest first, by the alphabet', () => {
    const papers = [by('c', 'Bo Zorn', 'Ada Lovelace'), by('b', '王伟'), by('a', 'Bo Zorn')];
    expect(
      indexAuthors(papers).authors.map(({ name, letter, papers: own }) => [
        name,
        letter,
        own.map(({ id }) => id).join(),
      ]),
    ).toEqual([
      ['Ada Lovelace', 'L', 'c'],
      ['Bo Zorn', 'Z', 'c,a'],
      ['王伟', '#', 'b'],
    ]);
  });

  it('calls a name as most papers do, and tells the other spellings', () => {
    const papers = [by('c', 'ANA PEREZ'), by('b', 'Ana Pérez'), by('a', 'Ana Pérez')];
    expect(indexAuthors(papers).authors).toMatchObject([
      { id: 'ana-perez', name: 'Ana Pérez', spellings: ['ANA PEREZ'], papers },
    ]);
  });

  it('counts a paper once on which a name stands twice', () => {
    expect(indexAuthors([by('a', 'Bo Li', 'Bo Li', 'BO LI')]).authors[0]?.papers).toHaveLength(1);
  });

  it.each(['et al.', 'and others', ' ', '–'])('takes “%s” for no name', (word) => {
    const index = indexAuthors([by('a', 'Ada Lovelace', word)]);
    expect(index.names).toBe(1);
    expect(authorPath(index, word)).toBeUndefined();
  });

  it('has nobody where no author is known', () => {
    expect(indexAuthors([paper()])).toMatchObject({ authors: [], names: 0, atLeast: 1 });
  });

  it('makes no more pages than allowed, for the names on most papers, and the search finds the others', () => {
    const papers = [by('c', 'A Aa', 'B Bb', 'C Cc'), by('b', 'A Aa', 'B Bb'), by('a', 'A Aa')];
    const pages = (limit: number) => indexAuthors(papers, limit).authors.map(({ name }) => name);
    expect(pages(3)).toEqual(['A Aa', 'B Bb', 'C Cc']);
    expect(pages(2)).toEqual(['A Aa', 'B Bb']);
    expect(pages(1)).toEqual(['A Aa']);
    expect(pages(0)).toEqual([]);
    const index = indexAuthors(papers, 2);
    expect(index).toMatchObject({ names: 3, atLeast: 2 });
    expect(authorPath(index, 'B Bb')).toBe('authors/b-bb/');
    expect(authorPath(index, 'C Cc')).toBe('search/?q=author%3A%22C+Cc%22');
  });

  it('makes a bounded number of pages of an archive whose authors all wrote one paper', () => {
    const papers = Array.from({ length: 2 * pagesAlways }, (_, n) => by(`p${n}`, `Au Thor${n}`));
    expect(indexAuthors(papers)).toMatchObject({ authors: [], names: 2 * pagesAlways, atLeast: 2 });
  });

  it('finds every paper of every name, whatever the names', () => {
    const papers = fc
      .array(fc.array(fc.oneof(anyText, fc.constantFrom('Ana Pérez', 'A. Li'))))
      .map((all) => all.map((authors, n) => by(`p${n}`, ...authors)));
    fc.assert(
      fc.property(papers, (all) => {
        const index = indexAuthors(all);
        expect(new Set(index.authors.map(({ id }) => id)).size).toBe(index.names);
        for (const one of all) {
          for (const name of one.authors) {
            const path = authorPath(index, name);
            expect(index.author(name)?.papers.includes(one) ?? false).toBe(path !== undefined);
          }
        }
      }),
    );
  });

  it('is worked out once an archive', () => {
    const archive = { papers: [by('a', 'Ada Lovelace')] };
    expect(authorsOf(archive)).toBe(authorsOf(archive));
  });
});

describe('byline', () => {
  it.each([
    [[], ''],
    [['Ada Lovelace'], 'Ada Lovelace'],
    [['A', 'B', 'C'], 'A, B, C'],
    [['A', 'B', 'C', 'D'], 'A, B and 2 more'],
    [['A\n B', ''], 'A B'],
  ])('%j: “%s”', (authors, line) => {
    expect(byline(authors)).toBe(line);
  });
});
