import { describe, expect, it } from 'vitest';
import { addListings } from '../../src/entries/listings.ts';
import { parseEntry } from '../../src/entries/parse.ts';

const added = [{ digest: '2025-04-01-weekly', lines: [7, 9] as [number, number] }];

const cases: readonly (readonly [string, string, string])[] = [
  [
    'a block list, comments and order kept',
    '---\n# mine\ntitle: "A"   # spaced\ndigests: # where\n  - digest: x\n    lines: [1, 3] # here\n\nvenue: V\n---\nText.\n',
    '---\n# mine\ntitle: "A"   # spaced\ndigests: # where\n  - digest: x\n    lines: [1, 3] # here\n  - digest: "2025-04-01-weekly"\n    lines: [7, 9]\n\nvenue: V\n---\nText.\n',
  ],
  [
    'a block list without indent',
    '---\ntitle: A\ndigests:\n- digest: x\n  lines: [1, 3]\n---\nText.',
    '---\ntitle: A\ndigests:\n- digest: x\n  lines: [1, 3]\n- digest: "2025-04-01-weekly"\n  lines: [7, 9]\n---\nText.',
  ],
  [
    'a flow list',
    '---\ntitle: A\ndigests: [{ digest: x, lines: [1, 3] }]\nvenue: V\n---\n',
    '---\ntitle: A\ndigests: [{ digest: x, lines: [1, 3] }, { digest: "2025-04-01-weekly", lines: [7, 9] }]\nvenue: V\n---\n',
  ],
  [
    'an empty list',
    '---\ndigests: []\ntitle: A\n---\n',
    '---\ndigests:\n  - digest: "2025-04-01-weekly"\n    lines: [7, 9]\ntitle: A\n---\n',
  ],
  [
    'no list at all',
    '---\ntitle: A\n---\nText with --- in it.\n',
    '---\ntitle: A\ndigests:\n  - digest: "2025-04-01-weekly"\n    lines: [7, 9]\n---\nText with --- in it.\n',
  ],
  [
    'CRLF line endings',
    '---\r\ntitle: A\r\ndigests:\r\n  - digest: x\r\n    lines: [1, 3]\r\n---\r\nText.\r\n',
    '---\r\ntitle: A\r\ndigests:\r\n  - digest: x\r\n    lines: [1, 3]\r\n  - digest: "2025-04-01-weekly"\r\n    lines: [7, 9]\r\n---\r\nText.\r\n',
  ],
];

describe('addListings', () => {
  it.each(cases)('adds to %s', (_, before, after) => {
    const text = addListings(before, added);
    expect(text).toBe(after);
    const reading = parseEntry('a', 'a.md', text);
    expect(reading.ok && reading.entry.data.digests.at(-1)).toEqual(added[0]);
  });

  it.each(['', 'no frontmatter', '---\n- a list\n---\n', '---\ntitle: "broken\n---\n'])(
    'leaves what it cannot read: %j',
    (text) => expect(addListings(text, added)).toBe(text),
  );
});
