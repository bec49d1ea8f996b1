import { describe, expect, it } from 'vitest';
import { examplesOf } from '../../src/archive/examples.ts';
import { readAddress } from '../../src/search/address.ts';
import { paper } from './paper.ts';

const archive = (
  ...papers: readonly (readonly [title: string, text?: string, author?: string])[]
) => ({
  papers: papers.map(([title, text = '', author], at) =>
    paper({ id: `p${at}`, title, text, authors: author === undefined ? [] : [author] }),
  ),
});
const labels = (of: ReturnType<typeof archive>) => examplesOf(of).map(({ label }) => label);

/** Titles of the history of the Middle Ages, as a librarian might list them. */
const history = archive(
  ['The Black Death in Cairo', 'How the Black Death came to Cairo in 1347.', 'Ada Byrne'],
  ['Parish Registers and the Black Death', 'Registers of the Black Death.', 'Ada Byrne'],
  ['Canon Law before Gratian', 'On canon law.', 'Lou Penn'],
  ['Women and canon law in Bologna', 'They taught canon law, and Canon Law was theirs.'],
  ['Sheep, Wool, and the Price of Cloth'],
);

describe('examples for a newcomer', () => {
  it('are what titles share, with the capitals of names, and who wrote most', () => {
    expect(labels(history)).toEqual(['Black Death', 'canon law', 'Ada Byrne']);
  });

  it('lead to searches for just that', () => {
    const queries = examplesOf(history).map(({ path }) => {
      const { pathname, searchParams } = new URL(path, 'https://archive.invalid/');
      expect(pathname).toBe('/search/');
      return readAddress(searchParams).query;
    });
    expect(queries).toEqual(['Black Death', 'canon law', 'author:"Ada Byrne"']);
  });

  it('take the longer phrase where the shorter hardly stands alone', () => {
    const of = archive(
      ['Large Language Models for tea'],
      ['Brewing with large language models'],
      ['Steeping by Large Language Models'],
      ['Small language models'],
    );
    expect(labels(of)).toEqual(['large language models']);
  });

  it('keep the capitals of acronyms, where no abstract writes them', () => {
    expect(labels(archive(['DNA Nanopore Reads of Tea'], ['Why DNA Nanopore Gear Fails']))).toEqual(
      ['DNA nanopore'],
    );
  });

  it('are phrases of other words each, and never across a comma', () => {
    const of = archive(
      ['Green tea ceremonies, autumn rain'],
      ['Green tea gardens, autumn rain'],
      ['Tea gardens'],
      ['Ceremonies. Autumn'],
    );
    expect(labels(of)).toEqual(['autumn rain', 'green tea']);
  });

  it.each([
    [
      'a word, where no phrase is shared',
      archive(['Kettles of Ghent'], ['Ghent by night']),
      ['ghent'],
    ],
    [
      'the newest paper’s, where nothing is',
      archive(['Copper kettles'], ['On rain']),
      ['copper kettles'],
    ],
    ['none of an empty archive', archive(), []],
    ['none where titles say nothing', archive(['A new method'], ['A new method']), []],
    [
      'words of other scripts',
      archive(['Чайник и самовар зимой'], ['Чайник и самовар летом']),
      ['чайник и самовар'],
    ],
  ])('are %s', (_, of, expected) => {
    expect(labels(of)).toEqual(expected);
  });

  it('are the same for the same archive', () => {
    expect(labels({ papers: [...history.papers] })).toEqual(labels(history));
  });
});
