/** Crossref and OpenAlex, as servers on this machine that answer in their formats, and fail in every way. */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { enrichWorks, worksText, type WorksOptions } from '../../src/enrich/works.ts';
import { readCrossref } from '../../src/enrich/crossref.ts';
import { readOpenAlex } from '../../src/enrich/openalex.ts';
import { repository, run } from '../project.ts';
import { makeArchive, type TestArchive } from './archive.ts';

const doi = '10.1000/bells.1';
const title = 'How Bells Were Cast in Small Towns';

/** An answer of Crossref's for one DOI. */
const crossref = (more: object = {}) => ({
  status: 'ok',
  'message-type': 'work',
  'message-version': '1.0.0',
  message: {
    indexed: {
      'date-parts': [[2026, 3, 4]],
      'date-time': '2026-03-04T05:06:07Z',
      timestamp: 1772600767000,
    },
    publisher: 'Bell Society',
    issue: '2',
    DOI: doi,
    type: 'journal-article',
    created: { 'date-parts': [[2025, 1, 9]] },
    title: ['How <i>Bells</i> Were Cast in Small Towns'],
    'container-title': ['Journal of Bells &amp; Towers'],
    author: [
      { given: 'Ada', family: 'Caster', sequence: 'first', affiliation: [] },
      { given: 'Bo', family: 'Ringer', suffix: 'Jr.', sequence: 'additional', affiliation: [] },
      { name: 'The Tower Group', sequence: 'additional', affiliation: [] },
    ],
    issued: { 'date-parts': [[2025, 2]] },
    relation: {
      'is-supplemented-by': [
        { 'id-type': 'uri', id: 'https://github.com/bells/cast', 'asserted-by': 'subject' },
        { 'id-type': 'doi', id: '10.1000/data.1', 'asserted-by': 'subject' },
      ],
    },
    URL: `https://doi.org/${doi}`,
    ...more,
  },
});

/** A work of OpenAlex's. */
const openalex = (more: object = {}) => ({
  id: 'https://openalex.org/W2741809807',
  doi: `https://doi.org/${doi}`,
  title,
  display_name: title,
  publication_year: 2025,
  publication_date: '2025-02-11',
  ids: { openalex: 'https://openalex.org/W2741809807', doi: `https://doi.org/${doi}` },
  type: 'article',
  is_retracted: false,
  primary_location: {
    is_oa: false,
    landing_page_url: `https://doi.org/${doi}`,
    source: { id: 'https://openalex.org/S1', display_name: 'Journal of Bells', type: 'journal' },
    version: 'publishedVersion',
  },
  locations: [],
  authorships: [
    {
      author_position: 'first',
      raw_author_name: 'Ada Caster',
      author: { display_name: 'A. Caster' },
    },
    {
      author_position: 'last',
      raw_author_name: 'RINGER, BO',
      author: { display_name: 'Bo Ringer' },
    },
  ],
  is_authors_truncated: false,
  ...more,
});

const preprint = '2409.10007';
const ofPreprint = (more: object = {}) =>
  openalex({
    doi: `https://doi.org/10.48550/arxiv.${preprint}`,
    ids: {},
    primary_location: {
      landing_page_url: `http://arxiv.org/abs/${preprint}`,
      source: { display_name: 'arXiv (Cornell University)', type: 'repository' },
    },
    locations: [
      {
        landing_page_url: `http://arxiv.org/abs/${preprint}`,
        source: { display_name: 'arXiv (Cornell University)', type: 'repository' },
      },
      {
        landing_page_url: `https://doi.org/${doi}`,
        source: { display_name: 'Bell Conference', type: 'conference' },
      },
    ],
    ...more,
  });

let server: Server;
let address = '';
let asked: string[] = [];
type Answer = object | ((request: IncomingMessage, response: ServerResponse) => void);
let answers: Record<string, Answer | Answer[]> = {};
let archive: TestArchive;
beforeEach(async () => {
  asked = [];
  answers = {};
  server = createServer((request, response) => {
    const url = request.url ?? '';
    asked.push(url);
    const name = url.startsWith('/crossref') ? 'crossref' : 'openalex';
    const set = answers[name];
    const answer = Array.isArray(set) ? set.shift() : set;
    if (typeof answer === 'function') return void answer(request, response);
    if (answer === undefined)
      return void response
        .writeHead(404)
        .end(name === 'crossref' ? 'Resource not found.' : '{"error":"not found"}');
    return void response.setHeader('content-type', 'application/json').end(JSON.stringify(answer));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const at = server.address();
  address = `http://127.0.0.1:${typeof at === 'object' && at ? at.port : 0}`;
});
afterEach(async () => {
  await archive.remove();
  await new Promise((resolve) => {
    server.close(resolve);
    server.closeAllConnections();
  });
});

const enrich = (more: Partial<WorksOptions> = {}) =>
  enrichWorks(archive.root, {
    ids: [],
    dryRun: false,
    offline: false,
    refresh: false,
    limit: Infinity,
    addresses: { Crossref: `${address}/crossref/`, OpenAlex: `${address}/openalex/doi:` },
    parameters: {},
    client: { interval: 0, timeout: 300, attempts: 2, backOff: 1 },
    ...more,
  });

describe('a paper with a DOI', () => {
  beforeEach(async () => {
    archive = await makeArchive([{ title, doi }]);
  });

  it('takes what the publisher says, each fact with its source, and asks nobody else', async () => {
    answers = { crossref: crossref(), openalex: openalex() };
    const before = await archive.paper(title);
    const report = await enrich();
    expect(report).toMatchObject({
      ok: true,
      requests: 1,
      taken: [
        { by: 'Crossref, by DOI and title', fields: { authors: 'Crossref', links: 'Crossref' } },
      ],
      doubtful: [],
      left: [],
    });
    const record = await archive.record(title);
    for (const said of [
      '- "Ada Caster"\n  - "Bo Ringer Jr."\n  - "The Tower Group"',
      'published: "2025-02"',
      'venue: "Journal of Bells & Towers"',
      'url: "https://github.com/bells/cast"',
      'source: "https://doi.org/10.1000/bells.1"',
      'note: "Read at Crossref."',
    ])
      expect(record).toContain(said);
    expect(await archive.paper(title)).toBe(before);
    expect(worksText(report)).toContain('authors (Crossref)');
    // Nothing is lacking: nobody is asked.
    expect(await enrich()).toMatchObject({ entries: 0, requests: 0 });
  });

  it('asks OpenAlex for what the publisher leaves out', async () => {
    answers = {
      crossref: crossref({ author: [{ given: 'Ada' }], issued: { 'date-parts': [[null]] } }),
      openalex: openalex(),
    };
    expect((await enrich()).taken[0]?.fields).toEqual({
      venue: 'Crossref',
      links: 'Crossref',
      authors: 'OpenAlex',
      published: 'OpenAlex',
    });
    expect(await archive.record(title)).toMatch(
      /"Ada Caster"\n\s+- "Bo Ringer"[^]*published: "2025-02-11"/,
    );
  });

  it.each<[string, Answer, string]>([
    [
      'another DOI',
      crossref({ DOI: '10.1000/bells.2' }),
      'it answers with another work: 10.1000/bells.2',
    ],
    [
      'another title',
      crossref({ title: ['Rivers of the North and Their Fish'] }),
      'the work of this DOI has another title',
    ],
    ['no title', crossref({ title: [] }), 'no title to compare'],
  ])('leaves %s for a person', async (_, answer, why) => {
    answers = { crossref: answer };
    const report = await enrich();
    expect(report.taken).toEqual([]);
    expect(report.doubtful).toMatchObject([
      { service: 'Crossref', why: expect.stringContaining(why) },
    ]);
    expect(await archive.record(title)).toBeUndefined();
  });

  it.each<[string, Answer, string]>([
    [
      'an error page',
      (_, response) => void response.end('<!doctype html><p>Sorry'),
      'a web page came',
    ],
    [
      'an error page for a 404',
      (_, response) => void response.writeHead(404).end('<html>nginx</html>'),
      'a web page came',
    ],
    [
      'half an answer',
      (_, response) => void response.end('{"status":"ok","message":{"DOI":'),
      'not all of it',
    ],
    ['something else', { status: 'failed', message: [] }, 'no work came'],
    ['503', (_, response) => void response.writeHead(503).end(), 'status 503'],
    ['a dropped connection', (_, response) => void response.destroy(), ''],
    ['403', (_, response) => void response.writeHead(403).end(), 'status 403'],
  ])('keeps nothing of %s, and asks again another time', async (_, fault, why) => {
    answers = { crossref: fault };
    const report = await enrich({ addresses: { Crossref: `${address}/crossref/` } });
    expect(report).toMatchObject({
      ok: false,
      taken: [],
      left: [{ why: expect.stringContaining(why) }],
    });
    answers = { crossref: crossref() };
    expect((await enrich()).taken).toHaveLength(1);
  });

  it('waits when it is told to, and stops when the wait is too long', async () => {
    const slow = (after: string) => (_: IncomingMessage, response: ServerResponse) =>
      void response.writeHead(429, { 'retry-after': after }).end();
    await archive.remove();
    archive = await makeArchive([
      { title, doi },
      { title: 'How Towers Were Built in Small Towns', doi: '10.1000/towers.1' },
    ]);
    answers = { crossref: slow('86400') };
    expect(await enrich({ addresses: { Crossref: `${address}/crossref/` } })).toMatchObject({
      ok: false,
      requests: 1,
      left: [{ why: 'status 429; come back in 1440 minutes' }, { why: 'Crossref does not answer' }],
    });
    answers = { crossref: [slow('0'), crossref()] };
    expect((await enrich()).taken).toHaveLength(1);
  });

  it('says that a work was retracted', async () => {
    answers = {
      crossref: crossref({
        'updated-by': [{ DOI: '10.1000/r', type: 'retraction', label: 'Retraction' }],
      }),
    };
    const report = await enrich();
    expect(report.taken).toMatchObject([{ retracted: true, fields: { comment: 'Crossref' } }]);
    expect(worksText(report)).toContain('(RETRACTED)');
    expect(await archive.record(title)).toContain('comment: "Retracted."');
  });

  it('writes nothing in a dry run, and keeps what was answered', async () => {
    answers = { crossref: crossref() };
    expect((await enrich({ dryRun: true })).taken).toHaveLength(1);
    expect(await archive.record(title)).toBeUndefined();
    expect(await enrich({ offline: true })).toMatchObject({ requests: 0, taken: [{}] });
  });

  it('remembers for a while that nobody has it', async () => {
    expect(await enrich()).toMatchObject({ ok: true, requests: 2, taken: [], left: [] });
    expect((await enrich()).requests).toBe(0);
    expect((await enrich({ refresh: true })).requests).toBe(2);
  });

  it('tells who asks to those alone that are asked', async () => {
    answers = { crossref: (_, response) => void response.writeHead(403).end() };
    const { code, stdout, stderr } = await run(
      archive.root,
      [join(repository, 'scripts/enrich.ts'), '--root', archive.root, '--only', 'works', '--json'],
      {
        OFFPRINT_CROSSREF_API: `${address}/crossref/`,
        OFFPRINT_OPENALEX_API: `${address}/openalex/doi:`,
        OFFPRINT_MAILTO: 'ada@bells.example',
        OFFPRINT_OPENALEX_KEY: 'secret-key',
      },
    );
    expect(code).toBe(1);
    expect(asked.at(-1)).toBe(
      `/openalex/doi:10.1000%2Fbells.1?mailto=ada%40bells.example&api_key=secret-key`,
    );
    expect(asked[0]).not.toContain('secret');
    expect(`${stdout}${stderr}${JSON.stringify(await archive.files())}`).not.toMatch(
      /ada@|secret-key/,
    );
  }, 60_000);
});

describe('a paper of arXiv', () => {
  beforeEach(async () => {
    archive = await makeArchive([{ title, arxiv: preprint }]);
  });

  it('is asked for at OpenAlex by its DOI, and its venue is where it appeared', async () => {
    answers = { openalex: ofPreprint() };
    const report = await enrich();
    expect(asked).toEqual([`/openalex/doi:10.48550%2Farxiv.${preprint}`]);
    expect(report.taken).toMatchObject([{ by: 'OpenAlex, by DOI and title' }]);
    expect(await archive.record(title)).toContain('venue: "Bell Conference"');
  });

  it('is known in a work that was merged with it, by its arXiv id', async () => {
    answers = {
      openalex: ofPreprint({ id: 'https://openalex.org/W99', doi: `https://doi.org/${doi}` }),
    };
    expect((await enrich()).taken).toMatchObject([{ by: 'OpenAlex, by arXiv id and title' }]);
    archive = await makeArchive([{ title, arxiv: '2409.10008' }]);
    expect((await enrich()).doubtful).toMatchObject([
      { why: expect.stringContaining('another work') },
    ]);
  });
});

it('reads no list of authors that may be cut off', async () => {
  archive = await makeArchive([]);
  const many = Array.from({ length: 100 }, (_, at) => ({
    raw_author_name: `A. Nother ${at}`,
    author: {},
  }));
  for (const more of [
    { authorships: many },
    { is_authors_truncated: true },
    { authorships: [{ author: {} }] },
  ])
    expect(readOpenAlex(openalex(more))).not.toHaveProperty('authors');
  const two = [
    { id: 'https://github.com/a/b', 'id-type': 'uri' },
    { id: 'https://github.com/a/c', 'id-type': 'uri' },
  ];
  expect(readCrossref(crossref({ relation: { 'has-related-material': two } }))).not.toHaveProperty(
    'code',
  );
  expect(readCrossref(crossref({ type: 'posted-content' }))).not.toHaveProperty('venue');
});
