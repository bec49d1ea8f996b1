import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ArxivClient, type ClientOptions } from '../../src/enrich/client.ts';
import { askForIds } from '../../src/enrich/query.ts';
import { quick } from './archive.ts';
import { entryXml, errorXml, feedXml, serveArxiv, type ArxivServer, type Fault } from './server.ts';

const paper = { id: '2409.11321v1', title: 'Binding Books', abstract: 'We bind.' };
const good = feedXml([entryXml(paper)]);

let server: ArxivServer;
beforeEach(async () => {
  server = await serveArxiv([paper]);
});
afterEach(() => server.close());

const ask = (options: Partial<ClientOptions> = {}) =>
  new ArxivClient({ ...quick(server.api), ...options }).ask(askForIds(['2409.11321']));

/** The fault for the first `times` requests, then a good answer. */
const first =
  (times: number, fault: Fault): Fault =>
  (response, question, request) =>
    request > times ? false : fault(response, question, request);

const status =
  (code: number, headers: Record<string, string> = {}): Fault =>
  (response) => {
    response.writeHead(code, headers).end('busy');
  };

const faults: readonly (readonly [string, Fault])[] = [
  ['503', status(503)],
  ['500', status(500)],
  ['429', status(429)],
  ['503 with Retry-After: 0', status(503, { 'retry-after': '0' })],
  ['503 with a Retry-After that is none', status(503, { 'retry-after': 'soon' })],
  ['no answer in time', () => undefined],
  ['half an answer, then silence', (response) => void response.write(good.slice(0, 400))],
  [
    'a connection that breaks',
    (response) => {
      response.write(good.slice(0, 400));
      setTimeout(() => response.destroy(), 10);
    },
  ],
  ['a body that ends too early', (response) => void response.end(good.slice(0, -100))],
  ['a web page', (response) => void response.end('<html><body>Sorry</body></html>')],
  ['plain text', (response) => void response.end('Rate exceeded.')],
  ['an empty body', (response) => void response.end()],
  ['results announced, none sent', (response) => void response.end(feedXml([], 1))],
  [
    'bytes that are not UTF-8',
    (response) => void response.end(Buffer.from(good.replace('Binding', 'B\u00ffnding'), 'latin1')),
  ],
  ['a redirect to another host', status(302, { location: 'https://papers.example/api/query' })],
  ['a redirect without encryption', status(301, { location: '/api/query2' })],
  ['a redirect to nowhere', status(302)],
  [
    'malformed XML',
    (response) => void response.end(feedXml(['<entry><id>x</id><title>A <b></title></entry>'])),
  ],
];

describe('ArxivClient', () => {
  it('reads an answer in the encoding that it names', async () => {
    const named = feedXml([entryXml({ ...paper, authors: ['Zo\u00eb Bind'] })]);
    server.fault = (response) => {
      response.setHeader('content-type', 'application/atom+xml; charset=ISO-8859-1');
      response.end(Buffer.from(named, 'latin1'));
    };
    expect(await ask()).toMatchObject({ records: [{ authors: ['Zo\u00eb Bind'] }] });
  });

  it.each(faults)('asks again after %s', async (_, fault) => {
    server.fault = first(2, fault);
    const reply = await ask();
    expect(reply).toMatchObject({ kind: 'feed', records: [{ arxiv: '2409.11321' }] });
    expect(server.questions).toHaveLength(3);
  });

  it.each(faults.slice(0, 12))('gives up after %s for ever', async (_, fault) => {
    server.fault = fault;
    expect(await ask()).toMatchObject({ kind: 'silent' });
    expect(server.questions).toHaveLength(3);
  });

  it('takes what can be read of an answer that stays malformed', async () => {
    const broken = '<entry><id>x</id><title>A <b></title></entry>';
    server.fault = (response) => void response.end(feedXml([broken, entryXml(paper)]));
    expect(await ask()).toMatchObject({ kind: 'feed', unreadable: 1, records: [{}] });
  });

  it.each([200, 400])('does not ask again what is refused with status %i', async (code) => {
    server.fault = (response) =>
      void response.writeHead(code).end(errorXml('incorrect id format for 1'));
    expect(await ask()).toEqual({ kind: 'refused', why: 'incorrect id format for 1' });
    expect(server.questions).toHaveLength(1);
  });

  it('waits as long as Retry-After says', async () => {
    server.fault = first(1, status(503, { 'retry-after': '1' }));
    const waits: number[] = [];
    await ask({ onWait: (_, wait) => waits.push(wait) });
    expect(waits).toEqual([1000]);
    const [before, after] = server.questions;
    expect((after?.at ?? 0) - (before?.at ?? 0)).toBeGreaterThanOrEqual(990);
  });

  it('does not sit out an hour', async () => {
    server.fault = status(503, { 'retry-after': '3600' });
    const reply = await ask();
    expect(reply).toEqual({
      kind: 'silent',
      why: 'status 503; come back in 60 minutes',
      later: true,
    });
    expect(server.questions).toHaveLength(1);
  });

  it('doubles its waits', async () => {
    server.fault = status(500);
    const waits: number[] = [];
    await ask({ attempts: 4, backOff: 4, onWait: (_, wait) => waits.push(wait) });
    expect(waits).toEqual([4, 8, 16]);
  });

  it('keeps its distance, also from the run before', async () => {
    const before = Date.now();
    const client = new ArxivClient({ ...quick(server.api), interval: 80 }, before);
    for (let n = 0; n < 3; n++) await client.ask(askForIds(['2409.11321']));
    const times = [before, ...server.questions.map(({ at }) => at)];
    const gaps = times.slice(1).map((time, n) => time - (times[n] ?? 0));
    expect(gaps.filter((gap) => gap < 79)).toEqual([]);
  });

  it('stops at once when told to', async () => {
    server.fault = () => undefined;
    const stop = new AbortController();
    const asking = ask({ signal: stop.signal, timeout: 60_000 });
    setTimeout(() => stop.abort(), 30);
    await expect(asking).rejects.toThrow('aborted');
  });

  it('says that nobody is there', async () => {
    await server.close();
    expect(await ask()).toMatchObject({ kind: 'silent' });
  });
});
