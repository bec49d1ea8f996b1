import { expect, test } from 'vitest';
import { leftoverNotices } from '../../src/check/leftovers.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { parseEntry } from '../../src/entries/parse.ts';

function entry(id: string, text: string) {
  const reading = parseEntry(id, id, text);
  if (!reading.ok) throw new Error(text);
  return { entry: reading.entry, text };
}

function record(id: string) {
  const reading = parseRecordFile(id, '---\nentry: A Pot\nby: title\n---\n');
  if (!reading.ok) throw new Error(id);
  return [id, reading.record] as const;
}

test('records, notes and marks of removal that belong to nothing', () => {
  const pot = entry('a-pot', '---\ntitle: A Pot\ndigests: []\naliases: [pot]\n---\n');
  const paper = { title: 'Kiln', notation: 'plain', lines: [3, 4], facts: {} } as const;
  const notices = leftoverNotices(
    {
      entries: [pot],
      unreadable: [{ id: 'torn', text: '' }],
      removed: new Set(['2026-03-02-list:3', 'kiln', 'wheel', '2602.01234']),
    },
    [{ digest: '2026-03-02-list', id: 'kiln', paper, removed: true }],
    new Map(['a-pot', 'pot', 'torn', 'wheel'].map(record)),
    ['a-pot', 'pot', 'glaze'],
  );
  expect(notices.map(({ code, where, what }) => [code, where.file, what.split('"')[1]])).toEqual([
    ['entry/removes-nothing', 'archive/papers/.removed', 'wheel'],
    ['entry/removes-nothing', 'archive/papers/.removed', '2602.01234'],
    ['record/no-entry', 'archive/records/wheel.md', undefined],
    ['note/no-entry', 'archive/notes/glaze.md', undefined],
  ]);
});
