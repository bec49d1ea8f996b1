import { execFile } from 'node:child_process';
import { mkdtemp, readdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CapturedPaper } from '../../src/digest/model.ts';
import { describePreview, previewOf } from '../../src/intake/preview.ts';
import { repository } from '../project.ts';

const paper = (title: string, more: Partial<CapturedPaper> = {}): CapturedPaper => ({
  title,
  notation: 'plain',
  lines: [7, 9],
  facts: {},
  ...more,
});

describe('previewOf', () => {
  it.each([
    [paper('Quay Walls'), { title: 'Quay Walls', authors: [] }],
    [
      paper('Quays of M\\"obius', { facts: { arxiv: '2501.04217', doi: '10.1000/q' } }),
      { title: 'Quays of Möbius', authors: [], id: 'arXiv 2501.04217' },
    ],
    [
      paper('Quays', { facts: { doi: '10.1000/q', authors: ['Ada  Keeper', ' '] } }),
      { title: 'Quays', authors: ['Ada Keeper'], id: 'DOI 10.1000/q' },
    ],
    [
      paper('Quays', { abstract: 'We \uFDDAbuild\uFDDB walls.\n\nThey hold.' }),
      { title: 'Quays', authors: [], begins: 'We build walls. They hold.' },
    ],
  ])('%j', (given, expected) => {
    expect(previewOf('2025-03-11-a', [given])).toEqual([{ line: 7, ...expected }]);
  });

  it('shows three papers, and no more of an abstract than fits', () => {
    const long = paper('Quays', { abstract: 'wall '.repeat(100_000) });
    const shown = previewOf('a', [long, long, long, long]);
    expect(shown).toHaveLength(3);
    expect(shown[0]?.begins?.length).toBeLessThan(150);
  });
});

it('says what a paper lacks, and counts authors', () => {
  const authors = ['A', 'B', 'C', 'D', 'E'];
  expect(
    describePreview([
      { line: 1, title: 'T', authors, begins: 'We.' },
      { line: 2, title: 'U', authors: [] },
    ]),
  ).toEqual([
    '    1. T',
    '       A, B, C and 2 more; no identifier',
    '       We.',
    '    2. U',
    '       no authors given; no identifier',
    '       no abstract',
  ]);
});

describe('`npm run add`', () => {
  let root: string;
  beforeAll(async () => {
    root = await mkdtemp(join(tmpdir(), 'offprint-preview-'));
    await writeFile(join(root, '2025-03-11-quays.csv'), quays);
  });
  afterAll(() => rm(root, { recursive: true }));
  const quays =
    'title,authors,abstract\nQuay\u001B[31m Walls,Ada Keeper,We build \u202E walls.\n-,,\nTides,,\n';
  const add = (...args: string[]) =>
    new Promise<string>((resolve) =>
      execFile(
        process.execPath,
        [
          join(repository, 'scripts/add.ts'),
          '--root',
          root,
          join(root, '2025-03-11-quays.csv'),
          ...args,
        ],
        (_, out, err) => resolve(out + err),
      ),
    );

  it('shows the first papers, then counts, then doubts, and writes nothing in a dry run', async () => {
    const said = await add('--dry-run');
    expect(said).not.toMatch(/[\p{Cf}\u202E]/u);
    expect(said).not.toContain('\u001B');
    const order = [
      '1. Quay',
      'Ada Keeper; no identifier',
      'We build',
      '2. Tides',
      '2 new',
      'doubts    1 notice',
      'Dry run',
    ];
    const places = order.map((words) => said.indexOf(words));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(places[0]).toBeGreaterThan(0);
    expect(said).not.toContain('take this back');
    expect(await readdir(root)).toEqual(['2025-03-11-quays.csv']);
  });

  it('ends with the command that takes it back', async () => {
    const report: unknown = JSON.parse(await add('--json'));
    expect(report).toMatchObject({
      digests: [{ preview: [{ authors: ['Ada Keeper'], line: 2 }, { title: 'Tides' }] }],
      undo: ['2025-03-11-quays'],
    });
    expect(await add()).not.toContain('take this back');
    await rm(join(root, 'archive'), { recursive: true });
    const said = (await add()).trimEnd().split('\n');
    expect(said.slice(-3)).toEqual([
      '1 digest, 2 papers, 2 of them new; 0 files refused.',
      'Wrote 1 capture and 2 entries.',
      `To take this back: npm run remove -- --root ${JSON.stringify(root)} 2025-03-11-quays`,
    ]);
  });
});
