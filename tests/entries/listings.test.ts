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
    '---\ndigests: [{ digest: "2025-04-01-weekly", lines: [7, 9] }]\ntitle: A\n---\n',
  ],
  [
    'a flow list with a comma at its end',
    '---\ntitle: A\ndigests: [{ digest: x, lines: [1, 3] },]\n---\nText.\n',
    '---\ntitle: A\ndigests: [{ digest: x, lines: [1, 3] }, { digest: "2025-04-01-weekly", lines: [7, 9] },]\n---\nText.\n',
  ],
  [
    'a flow list with a comment behind',
    '---\ntitle: A\ndigests: [{ digest: x, lines: [1, 3] }] # mine ]\n---\nText.\n',
    '---\ntitle: A\ndigests: [{ digest: x, lines: [1, 3] }, { digest: "2025-04-01-weekly", lines: [7, 9] }] # mine ]\n---\nText.\n',
  ],
  [
    'a flow list over several lines with comments inside',
    '---\ntitle: A\ndigests: [ # first\n  {digest: x, lines: [1, 3]}, # ], none\n  # end\n  ]\n---\nText.\n',
    '---\ntitle: A\ndigests: [ # first\n  {digest: x, lines: [1, 3]}, { digest: "2025-04-01-weekly", lines: [7, 9] }, # ], none\n  # end\n  ]\n---\nText.\n',
  ],
  [
    'brackets on two lines with nothing in between',
    '---\ntitle: A\ndigests: [\n]\nvenue: V\n---\nText.\n',
    '---\ntitle: A\ndigests: [{ digest: "2025-04-01-weekly", lines: [7, 9] }\n]\nvenue: V\n---\nText.\n',
  ],
  [
    'a block list of flow items, anchors and tags',
    '---\ntitle: &t A\ndigests: !!seq\n    - &a-b { digest: x, lines: &l [1, 3] } # x\n# between\nvenue: V\n---\nText.\n',
    '---\ntitle: &t A\ndigests: !!seq\n    - &a-b { digest: x, lines: &l [1, 3] } # x\n    - digest: "2025-04-01-weekly"\n      lines: [7, 9]\n# between\nvenue: V\n---\nText.\n',
  ],
  [
    'a list whose last value goes over lines, with a byte order mark',
    '\uFEFF--- \ntitle: A\ndigests:\n  - lines: [\n      1,\n      3 ]\n    digest: x\n    note: |\n      one\n\n      two\n\nvenue: V\n---\t\nText.',
    '\uFEFF--- \ntitle: A\ndigests:\n  - lines: [\n      1,\n      3 ]\n    digest: x\n    note: |\n      one\n\n      two\n  - digest: "2025-04-01-weekly"\n    lines: [7, 9]\n\nvenue: V\n---\t\nText.',
  ],
  [
    'a list behind an explicit key',
    '---\ntitle: A\n? digests\n: - digest: x\n    lines: [1, 3]\n---',
    '---\ntitle: A\n? digests\n: - digest: x\n    lines: [1, 3]\n  - digest: "2025-04-01-weekly"\n    lines: [7, 9]\n---',
  ],
  [
    'frontmatter in braces',
    '---\n{title: A, "digests": [{"digest": "x", "lines": [1,3]}], venue: V}\n---\n',
    '---\n{title: A, "digests": [{"digest": "x", "lines": [1,3]}, { digest: "2025-04-01-weekly", lines: [7, 9] }], venue: V}\n---\n',
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
    const reading = parseEntry('a', 'a.md', after);
    if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
    expect(reading.entry.data.digests.at(-1)).toEqual(added[0]);
    expect(addListings(after, added)).toBeDefined();
  });

  it.each([
    '',
    'no frontmatter',
    '---\ntitle: A\n---\n',
    '---\n- a list\n---\n',
    '---\ntitle: "broken\n---\n',
    '---\ntitle: A\ndigests: one\n---\n',
    // An alias ends the list: what is behind it would be part of its name.
    '---\na: &a { digest: x, lines: [1, 3] }\ndigests: [*a ]\n---\n',
  ])('changes nothing where it cannot: %j', (text) =>
    expect(addListings(text, added)).toBeUndefined(),
  );
});
