import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Frontmatter } from '../../src/entries/model.ts';
import { isEdited } from '../../src/entries/origin.ts';
import { parseEntry } from '../../src/entries/parse.ts';
import { serialiseEntry } from '../../src/entries/serialise.ts';

const text = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 });
const hostile = fc.constantFrom(
  '---',
  '...',
  '- a: b',
  '"',
  "'",
  ': # not a comment',
  '&anchor',
  '*alias',
  '!!js/function x',
  '2025-03-11',
  'yes',
  '0x1F',
  '1e3',
  '~',
  '{{ x }}',
  '{a: b}',
  '\u0000\u2028\u202E',
  '%YAML 1.2',
);
const anyText = fc.oneof(text, hostile, fc.string({ unit: 'binary', minLength: 1 }));

const frontmatter: fc.Arbitrary<Frontmatter> = fc.record(
  {
    title: anyText,
    digests: fc.array(
      fc.record({
        digest: anyText,
        lines: fc.tuple(fc.integer({ min: 1, max: 99_999 }), fc.integer({ min: 1, max: 99_999 })),
      }),
    ),
    arxiv: fc.constantFrom('2409.11321', 'math/0309136'),
    authors: fc.array(anyText),
    venue: anyText,
    published: fc.constantFrom('2024', '2024-09', '2024-09-17'),
    topics: fc.array(anyText),
    links: fc.array(fc.record({ label: anyText, url: fc.webUrl() })),
    upvotes: fc.nat(),
  },
  { requiredKeys: ['title', 'digests'] },
);

describe('an entry', () => {
  it('is read back as it was written, and counts as unedited', () => {
    fc.assert(
      fc.property(frontmatter, fc.string({ unit: 'grapheme' }), (data, words) => {
        const body = words.trim();
        const file = serialiseEntry({ data, body });
        const reading = parseEntry('id', 'id.md', file);
        if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
        const { origin, ...rest } = reading.entry.data;
        expect(rest).toEqual(data);
        expect(reading.entry.body).toBe(body.replaceAll('\r\n', '\n'));
        expect(isEdited(file, origin)).toBe(false);
        expect(isEdited(file.replaceAll('\n', '\r\n'), origin)).toBe(false);
        expect(isEdited(`${file}!`, origin)).toBe(true);
      }),
    );
  });

  it('is written in a fixed order', () => {
    const data: Frontmatter = {
      topics: ['optimization'],
      arxiv: '2409.11321',
      digests: [{ digest: '2025-03-11-trending', lines: [55, 57] }],
      title: 'SOAP: Improving "and" Stabilizing',
    };
    expect(serialiseEntry({ data, body: 'There is evidence.' })).toMatchInlineSnapshot(`
      "---
      title: "SOAP: Improving \\"and\\" Stabilizing"
      digests:
        - digest: 2025-03-11-trending
          lines: [55, 57]
      origin: "883c3b2a440d84a5"
      arxiv: "2409.11321"
      topics:
        - optimization
      ---
      There is evidence.
      "
    `);
  });

  it.each([
    ['nothing', '', 'entry/unreadable', 1, 1],
    ['no frontmatter', 'Just text.\n', 'entry/unreadable', 1, 1],
    ['broken YAML', '---\ntitle: "A"\ndigests: [\n---\n', 'entry/unreadable', 4, 1],
    ['no title', '---\ndigests: []\n---\n', 'entry/schema', 2, 1],
    ['a wrong arXiv id', '---\ntitle: A\ndigests: []\narxiv: abc\n---\n', 'entry/schema', 4, 8],
    [
      'a script for a link',
      '---\ntitle: A\ndigests: []\nlinks:\n  - label: x\n    url: javascript:alert(1)\n---\n',
      'entry/schema',
      6,
      10,
    ],
    [
      'aliases that multiply',
      '---\na: &a [x]\nb: [*a, *a]\ntitle: A\ndigests: []\n---\n',
      'entry/unreadable',
      2,
      1,
    ],
  ])('tells where it is wrong: %s', (_, file, code, line, column) => {
    const reading = parseEntry('id', 'archive/papers/id.md', file);
    if (reading.ok) throw new Error('It was read.');
    const [problem] = reading.problems;
    expect(problem?.code).toBe(code);
    expect(problem?.where).toEqual({ file: 'archive/papers/id.md', line, column });
  });
});
