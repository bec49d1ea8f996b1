import { expect, it } from 'vitest';
import { noFilters } from '../../../src/search/facets.ts';
import { announcementOf, foundOf, notesOf } from '../../../src/search/browser/notes.ts';

const state = {
  query: 'gren tea',
  filters: { ...noFilters, topic: ['drinks'] },
  sort: 'date',
  verbatim: false,
} as const;
const correction = {
  query: 'green tea',
  parts: [
    { text: 'green', mark: true },
    { text: ' tea', mark: false },
  ],
};
const found = { total: 2, synonyms: [] };

it('says nothing where what was typed was searched for', () => {
  expect(notesOf(state, found)).toEqual([]);
});

it('says what was searched for instead, and leads to what was typed with the same filters', () => {
  const notes = notesOf(state, { ...found, correction });
  expect(notes).toEqual([
    {
      kind: 'correction',
      parts: [{ text: 'Showing results for ', mark: false }, ...correction.parts],
      instead: {
        text: 'gren tea',
        address: '?q=gren+tea&topic=drinks&sort=date&verbatim=yes',
      },
    },
  ]);
  expect(announcementOf('2 papers', notes)).toBe('Showing results for green tea: 2 papers');
});

it('names what was searched for as well, once', () => {
  const also = { typed: 'RLHF', also: 'reinforcement learning from human feedback' };
  const notes = notesOf(state, { ...found, loosened: 'phrase', synonyms: [also, also] });
  expect(notes.map(({ parts }) => parts.map(({ text }) => text).join(''))).toEqual([
    'Also searched for: reinforcement learning from human feedback (RLHF)',
    'No paper has exactly that. These come closest.',
  ]);
  expect(announcementOf('2 papers', notes)).toBe(
    '2 papers. No paper has exactly that. These come closest.',
  );
});

it('keeps the way back to what was typed where nothing is found', () => {
  const notes = notesOf(state, { total: 0, loosened: 'words', synonyms: [], correction });
  expect(notes.map(({ kind }) => kind)).toEqual(['correction']);
});

it.each([
  ['loosened', { ...found, loosened: 'words' }],
  ['none whole', { ...found, whole: 0 }],
] as const)('claims no words for papers that may lack any of them: %s', (_name, answer) => {
  const [note] = notesOf(state, answer);
  expect(note?.parts[0]?.text).toBe('No paper has all the words. These come closest.');
});

it.each([
  [{ total: 1 }, '1 paper'],
  [{ total: 1200, whole: 1200 }, '1,200 papers'],
  [{ total: 30, whole: 0 }, '30 papers'],
  [{ total: 3000, whole: 1200 }, '3,000 papers, 1,200 with all the words'],
])('counts %o as %s', (answer, words) => {
  expect(foundOf(answer)).toBe(words);
});

it('does not claim that a paper is missing where most have no identifier', () => {
  const pasted = [{ text: '2501.00000', kind: 'id', here: false, unsure: true } as const];
  const [note] = notesOf(state, { total: 0, synonyms: [], pasted });
  expect(note?.parts[1]?.text).toMatch(/^ is not among the identifiers/);
});

const pasted = (...here: boolean[]) =>
  here.map((is, at) => ({ text: `2501.0000${at}`, kind: 'id' as const, here: is }));

it.each([
  [[true], []],
  [[false], ['2501.00000 is not in this archive.']],
  [[false, false], ['None of 2 is in this archive. Not here: 2501.00000; 2501.00001']],
  [[true, true], ['All 2 are in this archive.']],
  [[true, false, false], ['1 of 3 is in this archive. Not here: 2501.00001; 2501.00002']],
  [
    [false, false, false, false, false, false, true],
    [
      '1 of 7 is in this archive. Not here: 2501.00000; 2501.00001; 2501.00002; 2501.00003; 2501.00004 and 1 more',
    ],
  ],
])('says what of the pasted is not here: %j', (here, said) => {
  const notes = notesOf(state, { total: 0, synonyms: [], pasted: pasted(...here) });
  expect(notes.map(({ parts }) => parts.map(({ text }) => text).join(''))).toEqual(said);
});
