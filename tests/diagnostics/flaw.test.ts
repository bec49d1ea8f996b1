import { expect, it } from 'vitest';
import { fileFlaw } from '../../src/diagnostics/flaw.ts';
import { didYouMean, likelyName } from '../../src/diagnostics/likely.ts';
import { parseTopicFile } from '../../src/topics/parse.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { parseSynonyms } from '../../src/search/synonyms.ts';

const merged =
  '---\ntitle: Tea\n<<<<<<< HEAD\ntopics: [a]\n=======\ntopics: [b]\n>>>>>>> theirs\n---\n';

it.each([
  [merged, 'file/conflict', 3, 1],
  ['a\r\n>>>>>>> theirs\r\n', 'file/conflict', 2, 1],
  ['a\nb\0c', 'file/nul', 2, 2],
])('%j', (text, code, line, column) => {
  expect(fileFlaw('x.md', text)).toMatchObject({ code, where: { file: 'x.md', line, column } });
});

it.each(['', 'Tea\n=======\n', 'a <<<<<<< b', '<<<<<<<<< x', '> > > > quoted'])(
  '%j is none',
  (text) => {
    expect(fileFlaw('x.md', text)).toBeUndefined();
  },
);

it('is told of every kind of file', () => {
  const told = [
    parseEntry('tea', 'archive/papers/tea.md', merged),
    parseRecordFile('tea', merged),
    parseTopicFile('archive/topics/tea.md', merged),
    parseSynonyms('archive/synonyms.yaml', merged),
  ];
  for (const reading of told) {
    expect(reading).toMatchObject({ problems: [{ code: 'file/conflict', where: { line: 3 } }] });
  }
});

it.each([
  ['topic', ['title', 'topics'], 'topics'],
  ['Topics', ['topics'], 'topics'],
  ['autors', ['authors', 'arxiv'], 'authors'],
  ['note', ['title', 'topics'], undefined],
  ['x', ['y', 'doi'], undefined],
])('%s among %j', (typed, names, meant) => {
  expect(likelyName(typed, names)).toBe(meant);
  expect(didYouMean(typed, names)).toBe(meant === undefined ? '' : ` (did you mean "${meant}"?)`);
});
