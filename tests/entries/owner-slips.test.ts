import { expect, it } from 'vitest';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { parseEntry } from '../../src/entries/parse.ts';

const entry = (lines: string) =>
  parseEntry('tea', 'archive/papers/tea.md', `---\ntitle: Tea\ndigests: []\n${lines}\n---\nTea.\n`);

it.each([
  ['topic: [a]', '4:1', '`topic`, so it is ignored (did you mean "topics"?)'],
  ['Authors: [A B]', '4:1', '(did you mean "authors"?)'],
  ['venue: X\nmy-note: read it', '5:1', '`my-note`, so it is ignored.'],
  ['links:\n  - { label: Code, url: https://a.example, tilte: x }', '5:44', '`tilte`'],
])('%j is told, and the entry is read', (lines, place, what) => {
  const reading = entry(lines);
  expect(reading).toMatchObject({ ok: true, problems: [{ code: 'entry/unknown-field' }] });
  const [problem] = reading.problems;
  expect(problem && formatPlace(problem.where)).toBe(`archive/papers/tea.md:${place}`);
  expect(problem?.what).toContain(what);
});

it.each([
  ['2024-13-01', false],
  ['2024-13', false],
  ['2024-00', false],
  ['2023-02-29', false],
  ['17.9.2024', false],
  ['2024-02-29', true],
  ['2024-12', true],
  ['2024', true],
])('published %s: %s', (date, ok) => {
  const reading = entry(`venue: X\npublished: '${date}'`);
  expect(reading.ok).toBe(ok);
  expect(reading.problems).toHaveLength(ok ? 0 : 1);
  for (const { where } of reading.problems) expect(where).toMatchObject({ line: 5, column: 12 });
});

it("is told of a record's field, too, at its place", () => {
  const text = `---\nsource: arXiv:2401.00001v1\ntitle: Tea\nentry: Tea\nby: title\nretrieved: 2024-01-01\narxiv: '2401.00001'\npublished: 2024-13-01\n---\n`;
  expect(parseRecordFile('tea', text)).toMatchObject({
    problems: [{ code: 'entry/schema', where: { line: 8, column: 12 } }],
  });
  expect(parseRecordFile('tea', text.replace('by: title', 'by: "title'))).toMatchObject({
    problems: [{ code: 'entry/unreadable', where: { file: 'archive/records/tea.md' } }],
  });
});
