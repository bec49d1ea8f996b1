import { expect, test } from 'vitest';
import { isSamePaper } from '../../src/related/same-paper.ts';

const text =
  'Crackle glaze is fired in a wood kiln for two nights. The ash of the kiln colours the glaze, the salt thrown in at the end gives it orange skin, and slow cooling opens the cracks that collectors in the valley have asked for since the railway came.';
const other =
  'Potters of the valley threw salt into their kilns long before the railway. We date forty shards by the thickness of their skin and find that orange glaze is older than the written record of the guild, which names no kiln before the flood of the lower town.';
const paper = (title: string, abstract: string) => ({ id: title, title, text: abstract });

test.each([
  ['one title, one text', 'Salt and Ash in Kilns', text, 'Salt and Ash in Kilns', text, 0.99, true],
  [
    'one title in other letters',
    'Salt and Ash in Kilns',
    text,
    'SALT and ash in kilns.',
    text,
    0.99,
    true,
  ],
  [
    'one title, another wording',
    'Salt and Ash in Kilns',
    text,
    'Salt and Ash in Kilns',
    other,
    0.4,
    true,
  ],
  [
    'a subtitle more',
    'Salt and Ash in Kilns',
    text,
    'Salt and Ash in Kilns: A Study',
    text,
    0.9,
    true,
  ],
  [
    'a subtitle more, another text',
    'Salt and Ash in Kilns',
    text,
    'Salt and Ash in Kilns: A Reply',
    other,
    0.5,
    false,
  ],
  ['another title', 'Salt and Ash in Kilns', text, 'What Colours a Glaze', text, 0.9, true],
  [
    'the next edition',
    'Second Census of Eels 2024',
    text,
    'Second Census of Eels 2025',
    other,
    0.9,
    false,
  ],
  ['a title of one word', 'Kilns', text, 'Kilns', other, 0.5, false],
  ['without abstracts', 'Kilns', '', 'Glazes', '', 0.9, false],
  ['far apart', 'Salt and Ash in Kilns', text, 'Salt and Ash in Kilns', other, 0.1, false],
])('%s', (_, title, abstract, title2, abstract2, cosine, expected) => {
  const [one, two] = [paper(title, abstract), paper(title2, abstract2)];
  expect(isSamePaper(one, two, cosine)).toBe(expected);
  expect(isSamePaper(two, one, cosine)).toBe(expected);
});
