import { mkdtempSync, openSync, closeSync, rmSync, statSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Store } from '../../../src/store/store.ts';
import { nowhere } from '../../../src/store/keep.ts';
import {
  countAbbreviations,
  learnAbbreviations,
} from '../../../src/search/vocabulary/abbreviations.ts';
import {
  addCounts,
  countNotes,
  countWords,
  vocabularyWords,
} from '../../../src/search/vocabulary/collect.ts';
import { countSegments, type CountedPaper } from '../../../src/search/vocabulary/segments.ts';

const leaves = 'oolong sencha assam keemun matcha ceylon darjeeling rooibos yunnan'.split(' ');

function paperAt(seed: number, text = ''): CountedPaper {
  const leaf = (at: number): string =>
    `${leaves[Math.imul(seed + at, 0x9e3779b1) >>> 29] ?? ''}${(seed * 7 + at) % 13}`;
  return {
    key: `${seed} ${text}`,
    title: `${leaf(1)} ${leaf(2)}`,
    text: `${leaf(3)} of ${leaf(4)}, a tea leaf index (TLI) and big pot${seed % 3} (BP). ${text}`,
    authors: [`Ada ${leaf(5)}`],
  };
}
const papersUpTo = (count: number): CountedPaper[] =>
  Array.from({ length: count }, (_, seed) => paperAt(seed));

/** All of them at once. */
const whole = (papers: readonly CountedPaper[]) => [
  vocabularyWords(countWords(papers)),
  learnAbbreviations(countAbbreviations(papers.map(({ text }) => text))),
];

let file: string;
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vocabulary-'));
  file = join(folder, 'facts.sqlite');
});
afterEach(() => rmSync(folder, { recursive: true }));

/** What a new process counts. */
function counted(papers: readonly CountedPaper[]) {
  const store = new Store(process.cwd(), file);
  const { words, abbreviations } = countSegments(papers, store);
  store.close();
  return [vocabularyWords(words), learnAbbreviations(abbreviations)];
}

describe('countSegments', () => {
  it('counts as if all were counted at once, whatever was kept', () => {
    const event = fc.tuple(
      fc.constantFrom('add', 'edit', 'remove', 'damage'),
      fc.double({ min: 0, max: 0.999, noNaN: true }),
    );
    fc.assert(
      fc.property(
        fc.constantFrom(0, 500, 1020, 2040),
        fc.array(event, { minLength: 1, maxLength: 3 }),
        (size, events) => {
          rmSync(file, { force: true });
          let papers = papersUpTo(size);
          expect(counted(papers)).toEqual(whole(papers));
          for (const [what, part] of events) {
            const at = Math.floor(part * papers.length);
            if (what === 'add') papers = [...papers, ...papersUpTo(Math.floor(part * 90))];
            if (what === 'edit' && size > 0) papers = papers.with(at, paperAt(at, 'infused anew'));
            if (what === 'remove') papers = papers.toSpliced(at, 3);
            if (what === 'damage') {
              const to = openSync(file, 'r+');
              writeSync(to, Buffer.alloc(2000, 7), 0, 2000, Math.floor(part * statSync(file).size));
              closeSync(to);
            }
            expect(counted(papers)).toEqual(whole(papers));
          }
        },
      ),
      { numRuns: 6 },
    );
  }, 60_000);

  it('reads new papers and those of their part alone', () => {
    counted(papersUpTo(1100));
    const read = new Set<number>();
    const watched = papersUpTo(1120).map((paper, at) => ({
      key: paper.key,
      title: paper.title,
      authors: paper.authors,
      get text() {
        read.add(at);
        return paper.text;
      },
    }));
    counted(watched);
    expect([...read].toSorted((a, b) => a - b)).toEqual(
      Array.from({ length: 96 }, (_, at) => 1024 + at),
    );
  });

  it('needs no store', () => {
    const papers = papersUpTo(600);
    expect(vocabularyWords(countSegments(papers, nowhere).words)).toEqual(whole(papers)[0]);
  });
});

describe('countNotes', () => {
  it('counts what a note adds to what its paper holds', () => {
    const tea = { title: 'Oolong', text: 'Steeped twice.', authors: ['Bo'] };
    const counts = addCounts([
      countWords([tea]),
      countNotes([{ ...tea, note: 'Oolong steeped thrice.' }]),
    ]);
    const held = vocabularyWords(counts).map(({ word, papers }) => [word, papers]);
    expect(held).toEqual(
      vocabularyWords(countWords([{ ...tea, text: 'Steeped twice. Oolong steeped thrice.' }])).map(
        ({ word, papers }) => [word, papers],
      ),
    );
    expect(held).toContainEqual(['thrice', 1]);
  });
});
