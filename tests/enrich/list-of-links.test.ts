/** A list of links from the day it is added until its papers are known. */
import { readFile, writeFile, rm, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { entryFile } from '../../src/archive-folder.ts';
import { takeFacts } from '../../src/enrich/take-facts.ts';
import { takeIn } from '../../src/intake/take-in.ts';
import { abstractOf, makeArchive, type TestArchive } from './archive.ts';
import { serveArxiv, type ArxivServer } from './server.ts';

let server: ArxivServer;
let archive: TestArchive;
beforeEach(async () => {
  server = await serveArxiv([
    { id: '2602.01234v1', title: 'Kilns without Smoke', abstract: abstractOf('kilns') },
  ]);
  archive = await makeArchive([]);
});
afterEach(async () => {
  await server.close();
  await archive.remove();
});

const add = (day: string, text: string) =>
  takeIn(
    archive.root,
    [{ source: '-', fileName: `${day}-list.txt`, bytes: Buffer.from(text), changed: day }],
    { dryRun: false },
  );

const entry = (id: string): Promise<string> => readFile(join(archive.root, entryFile(id)), 'utf8');

const entries = async (): Promise<string[]> =>
  (await readdir(join(archive.root, 'archive/papers'))).toSorted();

test('enrich completes it; its address stays, and a second run writes nothing', async () => {
  await add('2026-03-02', 'https://arxiv.org/abs/2602.01234\nhttps://doi.org/10.5555/kiln.77\n');
  expect(await entries()).toEqual(['arxiv-2602-01234.md', 'doi-10-5555-kiln-77.md']);
  expect(await entry('arxiv-2602-01234')).toMatch(/title: "arXiv 2602.01234"\nincomplete: true\n/);

  const report = await archive.run(server.api);
  expect(report).toMatchObject({
    ok: true,
    taken: [{ entry: 'arxiv-2602-01234', by: 'arXiv id' }],
    left: [{ entry: 'doi-10-5555-kiln-77' }],
  });
  const completed = await entry('arxiv-2602-01234');
  expect(completed).toContain('title: "Kilns without Smoke"');
  expect(completed).not.toContain('incomplete');
  expect(await entries()).toHaveLength(2);

  const facts = {
    doi: '10.5555/kiln.77',
    title: 'Clay, Again',
    facts: { venue: { value: 'Potters 2026', source: 'https://potters.example/77' } },
  };
  await takeFacts(archive.root, { name: 'f', text: JSON.stringify(facts) }, { dryRun: false });
  const before = await archive.files();
  await archive.run(server.api, { refresh: true });
  const after = await archive.files();
  expect(after['archive/papers/arxiv-2602-01234.md']).toBe(completed);
  expect(Object.keys(after)).toEqual(Object.keys(before));
});

test('facts from a file give it the title', async () => {
  await add('2026-03-02', 'https://doi.org/10.5555/kiln.77\n');
  const facts = {
    doi: '10.5555/kiln.77',
    title: 'Clay, Again',
    facts: { venue: { value: 'Potters 2026', source: 'https://potters.example/77' } },
  };
  await takeFacts(archive.root, { name: 'f', text: JSON.stringify(facts) }, { dryRun: false });
  await add('2026-03-03', '2602.01234\n');
  const text = await entry('doi-10-5555-kiln-77');
  expect(text).toContain('title: "Clay, Again"');
  expect(text).not.toContain('incomplete');
});

test.each([
  ['an arXiv id', 'arXiv:2602.01234\n', { arxiv: '2602.01234' }, 'arxiv-2602-01234'],
  ['a DOI', '10.5555/kiln.77\n', { doi: '10.5555/kiln.77' }, 'doi-10-5555-kiln-77'],
  [
    'OpenReview',
    'https://openreview.net/forum?id=kXq7Pz2Aab\n',
    { url: 'https://openreview.net/pdf?id=kXq7Pz2Aab' },
    'openreview-kxq7pz2aab',
  ],
])('a later digest with %s and the title completes it', async (_, list, facts, id) => {
  await add('2026-03-02', list);
  const paper = { title: 'Kilns without Smoke', abstract: 'We fire clay.', ...facts };
  await add('2026-03-05', `${JSON.stringify(paper)}\n`);
  expect(await entries()).toEqual([`${id}.md`]);
  const text = await entry(id);
  expect(text).toMatch(/title: "Kilns without Smoke"\ndigests:/);
  expect(text).toContain('We fire clay.');
});

test('an earlier digest has the title, and a list of links adds nothing but its place', async () => {
  const paper = { title: 'Kilns without Smoke', url: 'https://openreview.net/forum?id=kXq7Pz2Aab' };
  await add('2026-03-01', `${JSON.stringify({ ...paper, abstract: 'We fire clay.' })}\n`);
  await add('2026-03-02', 'https://openreview.net/forum?id=kXq7Pz2Aab\n');
  expect(await entries()).toEqual(['kilns-without-smoke.md']);
  expect(await entry('kilns-without-smoke')).not.toContain('incomplete');
});

test('what a person edited stays, byte for byte', async () => {
  await add('2026-03-02', '2602.01234\n');
  const file = join(archive.root, 'archive/papers/arxiv-2602-01234.md');
  const edited = (await readFile(file, 'utf8')).replace('arXiv 2602.01234', 'My Kilns');
  await writeFile(file, edited);
  await archive.run(server.api);
  await add('2026-03-05', '{"title":"Kilns without Smoke","arxiv":"2602.01234"}\n');
  const text = await readFile(file, 'utf8');
  expect(text).toContain('title: "My Kilns"');
  await rm(file);
});
