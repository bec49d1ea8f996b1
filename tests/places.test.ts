import { describe, expect, it } from 'vitest';
import {
  captureFile,
  entryFile,
  newCaptureFile,
  newEntryFile,
  newRecordFile,
} from '../src/archive-folder.ts';
import { folderIn, layoutOf, rememberPlaces } from '../src/places.ts';

it.each([
  ['flat', 'soap.md', '2025-03-11-trending', ''],
  ['year', 'soap.md', '2025-03-11-trending', '2025'],
  ['month', 'soap.md', '2025-03-11-trending', '2025/03'],
  ['day', 'soap.md', '2025-03-11', '2025/03/11'],
  ['letter', 'soap.md', '2025-03-11', 's'],
  ['letter', '2-olmo.md', '', '2'],
  ['year', 'by-hand.md', '', ''],
  ['year', 'by-hand.md', '../../2025-03-11', ''],
] as const)('by %s, %s of %j lies in %j', (layout, name, day, folder) => {
  expect(folderIn(layout, name, day)).toBe(folder);
});

it.each([
  [[], undefined],
  [['somewhere', 'else'], undefined],
  [['', '', '2025'], 'flat'],
  [['', '2024', '2025'], 'year'],
  [['s', 's', 'mine', '2025', '2025/03'], 'letter'],
  [['2025/03', '2025/04', '2025'], 'month'],
] as const)('files in %j are laid out as %s', (folders, layout) => {
  expect(layoutOf(folders)).toBe(layout);
});

describe('a new file', () => {
  const [papers, digests, records] = ['archive/papers', 'archive/digests', 'archive/records'];

  it('lies where most others do', () => {
    rememberPlaces(papers, ['2024/old.md', '2025/new.md', 'flat.md']);
    expect(['old', 'new', 'flat', 'none'].map(entryFile)).toEqual(
      ['2024/old.md', '2025/new.md', 'flat.md', 'none.md'].map((file) => `${papers}/${file}`),
    );
    expect(newEntryFile('next', '2026-01-02-list')).toBe(`${papers}/2026/next.md`);
    expect(entryFile('next')).toBe(`${papers}/2026/next.md`);
  });

  it('lies as those of other kinds do, where it is the first of its own', () => {
    rememberPlaces(papers, []);
    rememberPlaces(records, []);
    rememberPlaces(digests, ['2025/03/2025-03-11-list.txt']);
    expect(newEntryFile('next', '2026-01-02-list')).toBe(`${papers}/2026/01/next.md`);
    expect(newRecordFile('next', '2026-01-02-list')).toBe(`${records}/2026/01/next.md`);
    expect(newCaptureFile('2026-01-02-list.txt')).toBe(`${digests}/2026/01/2026-01-02-list.txt`);
    expect(captureFile('2025-03-11-list.txt')).toBe(`${digests}/2025/03/2025-03-11-list.txt`);
    rememberPlaces(digests, []);
    expect(newEntryFile('next', '2026-01-02-list')).toBe(`${papers}/next.md`);
  });
});
