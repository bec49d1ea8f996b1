import { appendFile, readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { UnknownEntries } from '../../src/enrich/enrich.ts';
import { parseRecordFile } from '../../src/entries/records/parse.ts';
import { abstractOf, makeArchive, type TestArchive, type TestEntry } from './archive.ts';
import {
  entryXml,
  errorXml,
  feedXml,
  serveArxiv,
  type ArxivServer,
  type ServedPaper,
} from './server.ts';

const glue = 'Glue for Large Books';
const thread = 'Sewing Thread and Its Colours';
const paper: ServedPaper = {
  id: '2409.11321v2',
  title: glue,
  abstract: abstractOf('glue'),
  authors: ['Zoë Bind', 'A. Page'],
  comment: '12 pages',
  journal: 'J. Bookb. 3',
  doi: '10.1000/1',
  updated: '2025-01-31T00:00:00Z',
};

let server: ArxivServer;
let archive: TestArchive | undefined;
beforeEach(async () => {
  server = await serveArxiv([paper]);
});
afterEach(async () => {
  await server.close();
  await archive?.remove();
});

async function archiveOf(...entries: readonly TestEntry[]): Promise<TestArchive> {
  archive = await makeArchive(entries);
  return archive;
}

const emptyFeed = feedXml([]);
const feedOf = (served: ServedPaper): string => feedXml([entryXml(served)]);

const captured: TestEntry = { title: 'GLUE for large books', abstract: abstractOf('glue') };

function known(text = '') {
  const reading = parseRecordFile('a', text);
  if (!reading.ok) throw new Error(JSON.stringify(reading.problems));
  return reading.record;
}

describe('enrich', () => {
  it('makes a record for an entry found by its title, and leaves the entry as it is', async () => {
    const it = await archiveOf(captured);
    const before = await it.paper(glue);
    const report = await it.run(server.api);
    expect(report).toMatchObject({
      ok: true,
      requests: 1,
      taken: [
        {
          entry: 'glue-for-large-books',
          source: 'arXiv:2409.11321v2',
          fields: [
            'arxiv',
            'doi',
            'authors',
            'published',
            'updated',
            'venue',
            'categories',
            'comment',
          ],
        },
      ],
      doubtful: [],
    });
    expect(await it.paper(glue)).toBe(before);
    expect(known(await it.record(glue))).toMatchObject({
      data: {
        arxiv: '2409.11321',
        doi: '10.1000/1',
        authors: ['Zoë Bind', 'A. Page'],
        published: '2024-09-17',
        updated: '2025-01-31',
        venue: 'J. Bookb. 3',
        categories: ['cs.LG'],
        comment: '12 pages',
      },
      body: captured.abstract,
    });
  });

  it('asks nothing more when all is done', async () => {
    const it = await archiveOf(captured);
    await it.run(server.api);
    const before = await it.files();
    expect(await it.run(server.api)).toMatchObject({ entries: 0, requests: 0 });
    expect(await it.files()).toEqual(before);
  });

  it('fetches entries with an id by it, many at once, versions aside', async () => {
    const entries = Array.from({ length: 130 }, (_, n) => ({
      title: `Book ${n} on Binding`,
      arxiv: `2409.${String(10_000 + n)}`,
    }));
    server.papers = entries.map(({ title, arxiv }) => ({
      id: `${arxiv}v7`,
      title,
      abstract: abstractOf(title),
    }));
    const it = await archiveOf(...entries);
    const report = await it.run(server.api);
    expect(report.taken).toHaveLength(130);
    expect(server.questions.map(({ parameters }) => parameters.get('max_results'))).toEqual([
      '100',
      '30',
    ]);
  });

  it('asks for titles ten at a time', async () => {
    const entries = Array.from({ length: 12 }, (_, n) => ({
      title: `Binding Books Part ${n}`,
      abstract: abstractOf(`part ${n}`),
    }));
    const it = await archiveOf(...entries);
    server.papers = entries.map(({ title, abstract }, n) => ({
      id: `2409.${10_000 + n}v1`,
      title,
      abstract,
    }));
    const report = await it.run(server.api);
    expect(report.taken).toHaveLength(12);
    expect(report.requests).toBe(2);
  });

  it('finds a paper that has been given another title, by some of its words', async () => {
    server.papers = [{ ...paper, title: 'Strong Glue for Enormous Quarto Books and Folios' }];
    const it = await archiveOf({
      title: 'Weak Glue for Enormous Quarto Books and Folios',
      abstract: abstractOf('glue'),
    });
    expect(await it.run(server.api)).toMatchObject({
      taken: [{ by: 'near title and abstract' }],
      requests: 3,
    });
  });

  it('leaves an edited entry alone, and asks for it by the id in its record', async () => {
    const it = await archiveOf(captured);
    await it.run(server.api);
    const path = join(it.root, 'archive/papers/glue-for-large-books.md');
    await writeFile(path, (await it.paper(glue)).replace('GLUE for', 'Paste for'));
    const before = await it.files();
    const ids = ['glue-for-large-books'];
    expect(await it.run(server.api, { ids, refresh: true })).toMatchObject({
      taken: [{ by: 'arXiv id and abstract; the paper has a new title' }],
    });
    expect(server.questions.at(-1)?.parameters.get('id_list')).toBe('2409.11321');
    expect(await it.paper(glue)).toBe(before['archive/papers/glue-for-large-books.md']);
  });

  it('does not overwrite a record that a person has edited', async () => {
    const it = await archiveOf(captured);
    await it.run(server.api);
    const path = join(it.root, 'archive/records/glue-for-large-books.md');
    await appendFile(path, 'Corrected.\n');
    const report = await it.run(server.api, { ids: ['glue-for-large-books'], refresh: true });
    expect(report).toMatchObject({ requests: 1, taken: [{}] });
    expect((await it.record(glue))?.endsWith('Corrected.\n')).toBe(true);
  });

  const other = abstractOf('paper folding');
  const doubtful: readonly (readonly [string, TestEntry, readonly ServedPaper[]])[] = [
    ['the same title twice', captured, [paper, { ...paper, id: '2409.99999v1', abstract: other }]],
    ['the same title, another abstract', captured, [{ ...paper, abstract: other }]],
    [
      'a near title, an abstract half the same',
      captured,
      [
        {
          ...paper,
          title: `${glue}: Theory`,
          abstract: `${abstractOf('glue').slice(0, 230)} ${other.slice(0, 200)}`,
        },
      ],
    ],
    [
      'a withdrawn paper without abstract',
      captured,
      [{ ...paper, abstract: 'This paper has been withdrawn.' }],
    ],
    [
      'an id of another paper',
      { ...captured, arxiv: '2409.11321' },
      [{ ...paper, title: 'On Paper', abstract: other }],
    ],
    [
      'an id of a paper of near title',
      { ...captured, arxiv: '2409.11321' },
      [{ ...paper, title: `${glue}: Theory`, abstract: other }],
    ],
    ['an unknown id', { ...captured, arxiv: '2409.00001' }, [paper]],
    ['a short title and no abstract', { title: 'Glue' }, [{ ...paper, title: 'Glue' }]],
  ];
  it.each(doubtful)('lists and never takes %s', async (_, entry, papers) => {
    server.papers = papers;
    const it = await archiveOf(entry);
    const before = await it.files();
    const report = await it.run(server.api);
    expect(report).toMatchObject({ ok: true, taken: [], doubtful: [{ title: entry.title }] });
    expect(await it.files()).toEqual(before);
  });

  it('does not give one paper to two entries', async () => {
    const it = await archiveOf(
      { title: 'Glue for Large Books', abstract: abstractOf('glue') },
      { title: 'Glue for Large Books: An Enormous Quarto Study', abstract: abstractOf('glue') },
    );
    const report = await it.run(server.api);
    expect(report.taken.map(({ entry }) => entry)).toEqual(['glue-for-large-books']);
    expect(await it.record('Glue for Large Books: An Enormous Quarto Study')).toBeUndefined();
  });

  it('says what arXiv does not have, and asks no second time', async () => {
    const it = await archiveOf({ title: thread, abstract: other });
    const before = await it.files();
    expect(await it.run(server.api)).toMatchObject({
      ok: true,
      absent: [{ title: thread }],
      taken: [],
    });
    expect(await it.run(server.api)).toMatchObject({ absent: [{ title: thread }], requests: 0 });
    expect(await it.files()).toEqual(before);
  });

  it('asks again about papers that an answer has left out', async () => {
    const it = await archiveOf({ ...captured, arxiv: '2409.11321' });
    server.fault = (response, _, request) => {
      if (request > 1) return false;
      response.end(emptyFeed);
      return true;
    };
    expect(await it.run(server.api)).toMatchObject({ taken: [{}], requests: 3 });
  });

  it.each([
    ['by their ids', { arxiv: '2409.11321' }],
    ['by their titles', {}],
  ])(
    'takes an index that is down for no answer, and forgets it, for papers %s',
    async (_, known) => {
      const it = await archiveOf({ ...captured, ...known }, { title: thread, abstract: other });
      server.fault = (response) => void response.end(emptyFeed);
      expect(await it.run(server.api)).toMatchObject({ ok: false, taken: [], absent: [] });
      server.fault = undefined;
      const report = await it.run(server.api);
      expect(report).toMatchObject({ ok: true, taken: [{ title: 'GLUE for large books' }] });
      expect(report.absent).toHaveLength(1);
    },
  );

  it('finds the one id that spoils a question', async () => {
    const entries = Array.from({ length: 5 }, (_, n) => ({
      title: `Book ${n} on Binding`,
      arxiv: `2409.1000${n}`,
    }));
    server.papers = entries.map(({ title, arxiv }) => ({ id: `${arxiv}v1`, title, abstract: '' }));
    server.fault = (response, question) => {
      if (!question.get('id_list')?.includes('2409.10003')) return false;
      response.writeHead(400).end(errorXml('incorrect id format for 2409.10003'));
      return true;
    };
    const report = await (await archiveOf(...entries)).run(server.api);
    expect(report.taken).toHaveLength(4);
    expect(report.doubtful).toMatchObject([
      {
        entry: 'book-3-on-binding',
        why: 'arXiv refuses the question: incorrect id format for 2409.10003',
      },
    ]);
  });

  it('asks for titles one by one when together they find too many', async () => {
    const entries = ['glue', 'thread'].map((subject) => ({
      title: `All about ${subject} in books`,
      abstract: abstractOf(subject),
    }));
    const many = Array.from({ length: 120 }, (_, n) => ({
      id: `2401.${10_000 + n}v1`,
      title: `All about glue in books, volume ${n}`,
      abstract: abstractOf(`volume ${n}`),
    }));
    server.papers = [
      ...many,
      { ...paper, title: 'All about thread in books', abstract: abstractOf('thread') },
    ];
    const report = await (await archiveOf(...entries)).run(server.api);
    expect(report.taken.map(({ entry }) => entry)).toEqual(['all-about-thread-in-books']);
  });

  it('stops when arXiv is silent, says so, and goes on next time', async () => {
    const entries = Array.from({ length: 25 }, (_, n) => ({
      title: `Binding Books Part ${n}`,
      abstract: abstractOf(`part ${n}`),
    }));
    server.papers = entries.map(({ title, abstract }, n) => ({
      id: `2409.${10_000 + n}v1`,
      title,
      abstract,
    }));
    const it = await archiveOf(...entries);
    server.fault = (response, _, request) => {
      if (request === 1) return false;
      response.writeHead(503).end();
      return true;
    };
    const report = await it.run(server.api);
    expect(report.ok).toBe(false);
    expect(report.taken).toHaveLength(10);
    expect(report.left).toHaveLength(15);
    server.fault = undefined;
    expect((await it.run(server.api)).taken).toHaveLength(15);
  });

  it('writes nothing in a dry run, and asks nothing twice after it', async () => {
    const it = await archiveOf(captured);
    const before = await it.files();
    expect(await it.run(server.api, { dryRun: true })).toMatchObject({ taken: [{}], requests: 1 });
    expect(await it.files()).toEqual(before);
    expect(await it.run(server.api)).toMatchObject({ taken: [{}], requests: 0 });
  });

  it('keeps what a search found for the title it was asked for', async () => {
    server.papers = [{ ...paper, title: 'Gluing Very Enormous Volumes Permanently 1' }];
    const like = await archiveOf(
      { title: 'Gluing Enormous Volumes Permanently 1', abstract: abstractOf('glue') },
      { title: 'Gluing Enormous Volumes Permanently 2', abstract: abstractOf('paste') },
    );
    const dry = await like.run(server.api, { dryRun: true });
    expect([dry.taken.length, dry.absent.length]).toEqual([1, 1]);
    const again = await like.run(server.api, { dryRun: true });
    expect(again).toMatchObject({ requests: 0, taken: dry.taken, absent: dry.absent });
  });

  it('asks no more when told to come back later', async () => {
    server.fault = (response) => {
      response.writeHead(503, { 'retry-after': '7200' }).end();
    };
    const entries = Array.from({ length: 25 }, (_, n) => ({ title: `Folding Paper in ${n} Ways` }));
    const report = await (await archiveOf(...entries)).run(server.api);
    expect(report.requests).toBe(1);
    expect(report.ok).toBe(false);
    expect(report.left).toHaveLength(25);
  });

  it('asks nobody when offline', async () => {
    const it = await archiveOf(captured, { title: thread, abstract: other });
    expect(await it.run(server.api, { offline: true })).toMatchObject({
      taken: [],
      left: [{ why: 'not in the cache' }, { why: 'not in the cache' }],
    });
    await it.run(server.api, { ids: ['glue-for-large-books'], dryRun: true });
    const asked = server.questions.length;
    expect(await it.run(server.api, { offline: true })).toMatchObject({
      ok: true,
      taken: [{}],
      left: [{}],
    });
    expect(server.questions).toHaveLength(asked);
  });

  it('asks about no more than the limit, and about others next time', async () => {
    const entries = Array.from({ length: 5 }, (_, n) => ({
      title: `Missing Book Number ${n}`,
      abstract: other,
    }));
    const it = await archiveOf(...entries);
    const first = await it.run(server.api, { limit: 2 });
    expect([first.absent.length, first.left.length]).toEqual([2, 3]);
    const second = await it.run(server.api, { limit: 2 });
    expect([second.absent.length, second.left.length]).toEqual([4, 1]);
  });

  it('survives a damaged cache', async () => {
    const it = await archiveOf(captured);
    await it.run(server.api, { dryRun: true });
    const folder = join(it.root, '.cache/arxiv');
    for (const name of await readdir(folder, { recursive: true })) {
      if (name.endsWith('.json')) await writeFile(join(folder, name), '{"question": "cut');
    }
    expect(await it.run(server.api)).toMatchObject({ taken: [{}], requests: 1 });
  });

  it('leaves an entry that was changed while arXiv was asked', async () => {
    const it = await archiveOf(captured);
    const path = join(it.root, 'archive/papers/glue-for-large-books.md');
    server.fault = (response) => {
      void readFile(path, 'utf8')
        .then((text) => writeFile(path, text.replace(/^title:.*$/m, 'title: "Another"')))
        .then(() => response.end(feedOf(paper)));
      return true;
    };
    const report = await it.run(server.api);
    expect(report).toMatchObject({
      ok: false,
      taken: [],
      left: [{ why: 'it was changed in the meantime' }],
    });
    expect(await it.record(glue)).toBeUndefined();
  });

  it('does not know an entry that is not there', async () => {
    await expect((await archiveOf(captured)).run(server.api, { ids: ['nothing'] })).rejects.toThrow(
      UnknownEntries,
    );
  });

  it('stops when told to', async () => {
    const it = await archiveOf(captured);
    const stop = new AbortController();
    server.fault = () => {
      stop.abort();
      return true;
    };
    const before = await it.files();
    const report = await it.run(server.api, { signal: stop.signal });
    expect(report).toMatchObject({ interrupted: true, taken: [], left: [{ why: 'interrupted' }] });
    expect(await it.files()).toEqual(before);
  });
});
