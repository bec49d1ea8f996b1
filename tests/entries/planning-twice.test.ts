import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { CapturedPaper, PaperFacts } from '../../src/digest/model.ts';
import { readEntryFile } from '../../src/entries/entry-file.ts';
import { planSync } from '../../src/entries/sync.ts';
import type { StoredEntry } from '../../src/entries/model.ts';
import type { SyncDigest } from '../../src/entries/placing.ts';

/** Few values, so that papers meet in titles and ids in every way; among them titles in which nothing is visible. */
const titles = [
  'Frogs of the North',
  'FROGS of the north!',
  'Ponds',
  'Ponds: A Survey',
  '',
  ' ',
  '\u200B',
  '\u202E\uFEFF',
  '\u0000',
  'Untitled',
  '…',
  '$$$$',
  '-',
  'T\\"ulu',
  'Tülu',
  '漢字',
  '--- \n title: x',
  '"quoted": {a: [b, &c *d]} # no',
  '\uD800',
  '\u2029',
  'con',
  'page',
];
const title = fc.oneof(
  { weight: 8, arbitrary: fc.constantFrom(...titles) },
  { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 12 }) },
);
const addresses = [
  'https://pub.example/search?q="frog"',
  'https://pub.example/a b/<c>',
  'https://pub.example (project page)',
  'javascript:alert(1)',
  'https://pub.example/\u0000\uD800',
];
const facts: fc.Arbitrary<PaperFacts> = fc.record(
  {
    arxiv: fc.constantFrom('2401.00001', '2401.00002', 'not an id'),
    doi: fc.constantFrom('10.1000/1', '10.1000/2', '10.1000/A B'),
    published: fc.constantFrom('2024', '17.9.2024'),
    venue: fc.constantFrom('Pond Letters', '', ' \n', 'a\u0007b'),
    authors: fc.array(fc.constantFrom('Ada Newt', '', '\u200B', '- x'), { maxLength: 2 }),
    links: fc.array(
      fc.record({ label: fc.constantFrom('Code', ''), url: fc.constantFrom(...addresses) }),
      { maxLength: 2 },
    ),
    upvotes: fc.constantFrom(3, -1, 1.5, Number.NaN),
  },
  { requiredKeys: [] },
);
const paper = fc.record(
  {
    title,
    abstract: fc.oneof(title, fc.string({ unit: 'binary' })),
    notation: fc.constantFrom('plain', 'tex'),
    facts,
  },
  { requiredKeys: ['title', 'notation', 'facts'] },
);

/** Digests of some papers; in half of them all stand in one line, told apart by their records. */
const digests: fc.Arbitrary<SyncDigest[]> = fc
  .array(fc.tuple(fc.boolean(), fc.array(paper, { maxLength: 6 })), { maxLength: 4 })
  .map((all) =>
    all.map(([inOneLine, papers], day) => ({
      id: `2025-03-1${day}-weekly`,
      date: `2025-03-1${day}`,
      papers: papers.map((it, at): CapturedPaper => ({
        ...it,
        lines: inOneLine ? [1, 1] : [at * 4 + 1, at * 4 + 3],
        ...(inOneLine && { record: at + 1 }),
      })),
    })),
  );

const read = (id: string, text: string): StoredEntry => {
  // As bytes: what cannot be written as UTF-8 would come back as something else.
  const reading = readEntryFile(`${id}.md`, `${id}.md`, Buffer.from(text));
  if (!reading.ok) throw new Error(`${JSON.stringify(reading.problems)}\n${text}`);
  return reading.stored;
};

function settle(all: readonly SyncDigest[], entries: readonly StoredEntry[]): StoredEntry[] {
  const { writes } = planSync({ digests: all, entries, unreadable: [] });
  const files = new Map(entries.map((item) => [item.entry.id, item]));
  for (const { id, text } of writes) files.set(id, read(id, text));
  return [...files.values()].toSorted((a, b) => (a.entry.id < b.entry.id ? -1 : 1));
}

describe('planning twice is planning once', () => {
  it('for any digests, whole or coming one by one', () => {
    fc.assert(
      fc.property(digests, (all) => {
        let entries: StoredEntry[] = [];
        for (let count = 1; count <= all.length; count++) {
          entries = settle(all.slice(0, count), entries);
          const again = planSync({ digests: all.slice(0, count), entries, unreadable: [] });
          expect(again.writes).toEqual([]);
          expect(again.problems.filter(({ code }) => code === 'entry/same-place')).toEqual([]);
        }
        const { writes, problems } = planSync({ digests: all, entries: [], unreadable: [] });
        expect(problems.filter(({ code }) => code === 'entry/not-written')).toEqual([]);
        const whole = writes.map(({ id, text }) => read(id, text));
        expect(planSync({ digests: all, entries: whole, unreadable: [] }).writes).toEqual([]);
      }),
    );
  });
});
