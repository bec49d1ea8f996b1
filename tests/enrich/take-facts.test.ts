import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { takeFacts } from '../../src/enrich/take-facts.ts';
import { abstractOf, makeArchive, type TestArchive, type TestEntry } from './archive.ts';
import { serveArxiv } from './server.ts';

const glue = { title: 'Glue for Large Books', abstract: abstractOf('glue') };
const thread = { title: 'Sewing Thread and Its Colours', arxiv: '2409.11321' };
const page = 'https://books.example/9';
const authors = { value: ['Zoë Bind'], source: page };

let archive: TestArchive | undefined;
afterEach(() => archive?.remove());

async function archiveOf(...entries: readonly TestEntry[]) {
  archive = await makeArchive(entries);
  const { root } = archive;
  const take = (lines: readonly unknown[], dryRun = false) => {
    const text = lines.map((line) => JSON.stringify(line)).join('\n');
    return takeFacts(root, { name: 'facts.jsonl', text }, { dryRun });
  };
  return { ...archive, take };
}

function known(text = '') {
  const reading = parseRecordFile('a', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

describe('facts from a file', () => {
  it.each([
    ['title', { title: 'GLUE for large books' }],
    ['name', { entry: 'glue-for-large-books' }],
  ])('go into the record of the entry found by its %s; the entry stays', async (by, line) => {
    const it = await archiveOf(glue, thread);
    const before = await it.paper(glue.title);
    const report = await it.take([{ ...line, facts: { authors } }]);
    expect(report).toMatchObject({ ok: true, papers: [{ by, fields: ['authors'] }] });
    expect(await it.paper(glue.title)).toBe(before);
    expect(known(await it.record(glue.title)).data).toMatchObject({
      by,
      authors: ['Zoë Bind'],
      sources: { authors: { source: page } },
    });
  });

  it.each([
    ['an unknown title', { title: 'Paper' }],
    [
      'an id whose entry has another title',
      { arxiv: thread.arxiv, title: 'Folding Paper in Ways' },
    ],
    ['a title that two entries have', { title: 'Glue for large books' }],
    ['a title too short', { title: 'Ink' }],
    ['nothing to find it by', {}],
    [
      "another entry's id",
      { entry: 'ink', facts: { arxiv: { value: thread.arxiv, source: page } } },
    ],
  ])('are left for a person where they come with %s', async (_, line) => {
    const it = await archiveOf(glue, thread, { title: 'Ink' }, { title: 'Glue, for Large Books!' });
    await writeFile(
      join(it.root, 'archive/papers/glue-2.md'),
      await it.paper('Glue for Large Books'),
    );
    const before = await it.files();
    const report = await it.take([{ facts: { authors }, ...line }]);
    expect(report.papers).toMatchObject([{ fields: [], why: expect.any(String) }]);
    expect(await it.files()).toEqual(before);
  });

  it('are taken again without a change, and corrected by a newer file', async () => {
    const it = await archiveOf(glue);
    const line = { title: glue.title, read: '2026-11', facts: { authors } };
    await it.take([line]);
    const before = await it.files();
    await it.take([line]);
    expect(await it.files()).toEqual(before);
    await it.take([{ ...line, facts: { authors: { ...authors, value: ['Z. Bind'] } } }]);
    expect(known(await it.record(glue.title)).data.authors).toEqual(['Z. Bind']);
  });

  it('do not touch a record that a person has edited, nor anything in a dry run', async () => {
    const it = await archiveOf(glue);
    const line = { title: glue.title, facts: { authors } };
    await it.take([line], true);
    expect(await it.record(glue.title)).toBeUndefined();
    await it.take([line]);
    const path = join(it.root, 'archive/records/glue-for-large-books.md');
    const edited = `${await it.record(glue.title)}\nMine.\n`;
    await writeFile(path, edited);
    await it.take([{ ...line, facts: { authors: { ...authors, value: ['B'] } } }]);
    expect(await it.record(glue.title)).toBe(edited);
  });

  it('give way to what arXiv says when it is asked', async () => {
    const server = await serveArxiv([
      { id: '2409.11000v1', title: glue.title, abstract: glue.abstract, authors: ['A. Page'] },
    ]);
    const it = await archiveOf(glue);
    const venue = { value: 'Book Arts', source: page };
    await it.take([{ title: glue.title, facts: { authors, venue } }]);
    expect(await it.run(server.api)).toMatchObject({ taken: [{}] });
    await server.close();
    const { data, body } = known(await it.record(glue.title));
    expect(data).toMatchObject({ authors: ['A. Page'], venue: 'Book Arts' });
    expect(data.sources).toEqual({ venue: { source: page, retrieved: expect.any(String) } });
    expect(body).toBe(glue.abstract);
  });
});
