import { mkdtempSync, readFileSync, rmSync, writeFileSync, readdirSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { codeFiles, rememberingSimilar, similarityCode } from '../../src/related/cache.ts';
import type { Similarity, SimilarityDocument } from '../../src/related/similarity.ts';
import { findSimilar } from '../../src/related/related.ts';
import { readTable } from '../../src/related/table.ts';
import { papers } from './papers.ts';

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'similarity-'));
  file = join(folder, 'cache', 'similarity.bin');
});
afterEach(() => rmSync(folder, { recursive: true }));

const all = (similarity: Similarity, documents: readonly SimilarityDocument[]): unknown => [
  [...similarity.nearest.places],
  [...similarity.nearest.similarities],
  documents.map((_, place) => similarity.related(place)),
];
const fromNothing = (documents: readonly SimilarityDocument[]): unknown =>
  all(readTable(findSimilar(documents)), documents);

/** A new process: nothing in memory. */
function remembered(documents: readonly SimilarityDocument[], code = 'v1') {
  const find = vi.fn<typeof findSimilar>(findSimilar);
  const similar = rememberingSimilar(file, code, find);
  return { found: all(similar(documents), documents), find, similar };
}

const changed = papers.map((paper) =>
  paper.id === 'kiln-heat'
    ? { ...paper, text: 'Eels and bees keep off a cold chimney, says the heather keeper.' }
    : paper,
);

describe('rememberingSimilar', () => {
  test('asks once, and the next build takes it from the file', () => {
    const first = remembered(papers);
    expect(first.find).toHaveBeenCalledTimes(1);
    first.similar(papers.map((paper) => ({ ...paper })));
    expect(first.find).toHaveBeenCalledTimes(1);
    const second = remembered(papers);
    expect(second.find).not.toHaveBeenCalled();
    expect(second.found).toEqual(first.found);
    expect(second.found).toEqual(fromNothing(papers));
    expect(readdirSync(join(folder, 'cache'))).toEqual(['similarity.bin']);
  });

  test.each([
    ['an abstract that changed', changed],
    ['a paper more', [...papers, { id: 'new', title: 'Salt Kilns', text: 'Salt in a wood kiln.' }]],
    ['a paper less', papers.slice(1)],
    ['another order', papers.toReversed()],
    [
      'text moved from title to abstract',
      papers.map((paper) => ({ ...paper, title: '', text: paper.title + paper.text })),
    ],
    ['another id', papers.map((paper, at) => (at === 2 ? { ...paper, id: 'zzz' } : paper))],
  ])('gives what a build from nothing gives: %s', (_, documents) => {
    remembered(papers);
    const next = remembered(documents);
    expect(next.find).toHaveBeenCalledTimes(1);
    expect(next.found).toEqual(fromNothing(documents));
    // In one process, too: dev.
    const { similar } = remembered(papers);
    expect(all(similar(documents), documents)).toEqual(fromNothing(documents));
    expect(all(similar(papers), papers)).toEqual(fromNothing(papers));
  });

  test('does not trust the file of other code', () => {
    remembered(papers);
    expect(remembered(papers, 'v2').find).toHaveBeenCalledTimes(1);
  });

  test.each([
    ['cut off', (bytes: Buffer) => bytes.subarray(0, bytes.length - 7)],
    ['empty', () => Buffer.alloc(0)],
    ['the key alone', (bytes: Buffer) => bytes.subarray(0, 64)],
    [
      'a byte flipped',
      (bytes: Buffer) => {
        const copy = Buffer.from(bytes);
        const at = copy.length - 100;
        copy[at] = (copy[at] ?? 0) ^ 1;
        return copy;
      },
    ],
    ['no such file at all', (bytes: Buffer) => Buffer.from(bytes.toString('hex'))],
  ])('ignores a damaged file: %s', (_, damage) => {
    const { found } = remembered(papers);
    writeFileSync(file, damage(readFileSync(file)));
    const next = remembered(papers);
    expect(next.find).toHaveBeenCalledTimes(1);
    expect(next.found).toEqual(found);
    expect(remembered(papers).find).not.toHaveBeenCalled();
  });

  test('does without a file where none can be written', () => {
    writeFileSync(join(folder, 'cache'), 'a file where the folder should be');
    expect(remembered(papers).found).toEqual(fromNothing(papers));
  });
});

test('what the code asks of other folders counts as code', () => {
  const folder = 'src/related';
  const imports = readdirSync(folder).flatMap((name) =>
    Array.from(
      readFileSync(join(folder, name), 'utf8').matchAll(/from '\.\.\/([^']+)'/g),
      ([, path = '']) => `src/${path}`,
    ),
  );
  const keeps = 'src/cache-file.ts';
  expect(imports).toContain(keeps);
  expect(codeFiles).toEqual(expect.arrayContaining(imports.filter((path) => path !== keeps)));
});

test('the code has a fingerprint', () => {
  expect(similarityCode('.')).toMatch(/^[0-9a-f]{64}$/);
  expect(similarityCode('.')).toBe(similarityCode('.'));
});
