import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  abbreviationsIn,
  addName,
  countAbbreviations,
  learnAbbreviations,
} from '../../../src/search/vocabulary/abbreviations.ts';
import type { OtherName } from '../../../src/search/vocabulary/vocabulary-files.ts';

describe('abbreviationsIn', () => {
  it.each([
    ['We train with leaf feedback from humans (LFFH).', 'lffh = leaf feedback from human'],
    ['Large teapot models (LTMs) pour.', 'ltm = large teapot model'],
    ['All of the hot water dispensers (HWD)', 'hwd = hot water dispenser'],
    [
      'the Boiling Point Finder (BPF), and a Cup Size Finder (CSF)',
      'bpf = boiling point finder; csf = cup size finder',
    ],
    // Small words have no letter in it.
    ['Department of Tea and Milk (DTM)', 'dtm = department of tea and milk'],
    // Several letters of one word.
    ['a heat shock transcription factor (HSF)', 'hsf = heat shock transcription factor'],
    ['thermal oxidation of samovars (TOxS)', 'toxs = thermal oxidation of samovar'],
    ['a text-to-tea model (TTTM)', 'tttm = text to tea model'],
    ['long leaf (L-L)', 'll = long leaf'],
    ['steeping over 3D grids (S3D)', 's3d = steeping over 3d grid'],
    ['tea leaf analysis (TLA)', 'tla = tea leaf analysis'],
    ['tea brewing processes (TBP)', 'tbp = tea brewing process'],
    ['naive Bayes (NB)', 'nb = naive bayes'],
    ['time series (TS)', 'ts = time series'],
    ['state-of-the-art (SOTA)', 'sota = state of the art'],
  ])('%s', (text, expected) => {
    const found = abbreviationsIn(text).map(({ short, long }) => `${short} = ${long}`);
    expect(found.join('; ')).toBe(expected);
  });

  it.each([
    ['an aside', 'It boils (as ever) at once.'],
    ['one capital', 'a kettle (Kettle)'],
    ['a word in brackets', 'We pour milk (Milk) first.'],
    ['letters that are not there', 'We pour milk (XYZ) first.'],
    ['letters in another order', 'the point of boiling (BP)'],
    ['the first letter amid a word', 'unboiled points (BP)'],
    ['one word', 'thermodynamics (TD)'],
    ['too many words', 'boil it as long as you may want to wait for one point (BP)'],
    ['another sentence', 'A boiling kettle. One point (BP)'],
    ['another bracket', 'boiling (hot) point (BP)'],
    ['a year', 'boiling point (1998)'],
    ['a citation', 'boiling points (Steeper et al., 2020)'],
    ['nothing before it', '(BP)'],
    ['nothing', ''],
  ])('none in %s', (_, text) => {
    expect(abbreviationsIn(text)).toEqual([]);
  });

  it('are of letters that stand before the bracket in their order', () => {
    const text = fc.array(
      fc.constantFrom('tea ', 'Leaf ', 'of-', '(TL) ', '(LT)', '(', ')', '. ', 'λ', 'st'),
    );
    fc.assert(
      fc.property(text, (pieces) => {
        for (const { short, long } of abbreviationsIn(pieces.join(''))) {
          expect(long).toMatch(new RegExp([...short].join('.*')));
          expect(long[0]).toBe(short[0]);
          expect(long.split(' ').length).toBeGreaterThan(1);
        }
      }),
    );
  });
});

describe('learnAbbreviations', () => {
  const told = 'leaf feedback from humans (LFFH)';
  const learned = (texts: readonly string[]) =>
    [...learnAbbreviations(countAbbreviations(texts)).values()]
      .flat()
      .map(({ phrase, other }) => `${phrase} = ${other}`);

  it('believes what two papers say, in both directions', () => {
    expect(learned([told, `And ${told}s.`])).toEqual([
      'lffh = leaf feedback from human',
      'leaf feedback from human = lffh',
    ]);
    expect(learned([told, 'nothing'])).toEqual([]);
    expect(learned([`${told}. ${told}.`])).toEqual([]);
  });

  it('keeps three meanings, those of most papers first', () => {
    const meanings = ['big pot', 'best pour', 'blue porcelain', 'brown paper'];
    const texts = meanings.flatMap((long, at) => Array<string>(at + 2).fill(`A ${long} (BP).`));
    expect(learned(texts).filter((line) => line.startsWith('bp'))).toEqual([
      'bp = brown paper',
      'bp = blue porcelain',
      'bp = best pour',
    ]);
  });
});

describe('addName', () => {
  it('adds each name once, by the first word of its phrase, and no more than wanted', () => {
    const names = new Map<string, OtherName[]>();
    addName(names, 'deep tea', 'dt');
    addName(names, 'deep tea', 'dt');
    addName(names, 'deep milk', 'dm', 1);
    addName(names, 'deep cup', 'dc', 2);
    addName(names, '', 'x');
    expect([...names]).toEqual([
      [
        'deep',
        [
          { phrase: 'deep tea', other: 'dt' },
          { phrase: 'deep cup', other: 'dc' },
        ],
      ],
    ]);
  });
});
