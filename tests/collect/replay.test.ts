/** Days go by, with outages and faults: nothing that was announced is lost, and nothing is there twice. */
import { mkdtemp, readFile, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { random } from '../../scripts/bench/random.ts';
import { collect } from '../../src/collect/collect.ts';
import { daysFrom } from '../../src/collect/fetches.ts';
import { parseSources } from '../../src/collect/sources.ts';
import { Client } from '../../src/net/client.ts';
import { openStore, storeFile } from '../../src/store/store.ts';
import { repository } from '../project.ts';
import { World } from './world.ts';

const long = process.env['OFFPRINT_FUZZ'] !== undefined;
const seed = Number(process.env['OFFPRINT_SEED'] ?? 20250311);
const [first, last] = ['2025-01-06', long ? '2026-01-05' : '2025-02-05'];

const root = await mkdtemp(join(tmpdir(), 'offprint-collect-'));
afterAll(() => rm(root, { recursive: true, force: true }));

/** Everything that a server does now and then. */
const faults: readonly ((response: import('node:http').ServerResponse) => void)[] = [
  (response) => void response.writeHead(429, { 'retry-after': '0' }).end('slow down'),
  (response) => void response.writeHead(503).end(),
  (response) => void response.writeHead(404).end('not here'),
  (response) => void response.end('<!doctype html><html><title>Sorry</title></html>'),
  (response) => void response.end(''),
  (response) => void response.end('<?xml version="1.0"?><feed><entry><title>Half'),
  (response) => void response.end('[{"paper": {"id": "25'),
  (response) => void response.destroy(),
];

it(`loses and doubles nothing from ${first} to ${last}`, { timeout: 3_600_000 }, async () => {
  const world = new World(seed, first, last);
  const next = random(seed + 1);
  const server = await world.serve();
  const { sources = [], problems } = parseSources(
    'sources.yaml',
    `sources:
  - { name: preprints, arxiv: [cs.LG, cs.CL] }
  - { name: daily, huggingface: daily }
  - { name: journal, feed: "${server.feed}" }
`,
  );
  expect(problems).toEqual([]);
  const store = openStore(repository, storeFile(root));
  let outage = 0;
  for (const day of daysFrom(first, last)) {
    if (outage === 0 && day > first && day < last && next() < 0.12)
      outage = 1 + Math.floor(next() * 6);
    world.today = day;
    // On the last days all is well: what was missed by then has to be made good.
    if (outage > 0 && day < last) {
      outage--;
      continue;
    }
    const broken = day < last && next() < 0.3;
    world.fault = (_, response) => {
      if (!broken || next() < 0.5) return false;
      const fault = faults[Math.floor(next() * faults.length)];
      fault?.(response);
      return true;
    };
    for (let run = next() < 0.2 ? 2 : 1; run > 0; run--)
      await collect(root, sources, {
        client: new Client({ interval: 0, timeout: 2000, attempts: 2, backOff: 1 }),
        now: new Date(`${day}T18:00:00Z`),
        endpoints: server.endpoints,
        store,
        dryRun: false,
      });
  }
  await server.close();
  store.close();

  const names = await readdir(join(root, 'archive/papers'));
  const texts = await Promise.all(
    names.map((name) => readFile(join(root, 'archive/papers', name), 'utf8')),
  );
  const ids = texts.map((text) => /^arxiv: "?([\d.]+)"?$/m.exec(text)?.[1] ?? '');
  const announced = world.papers.filter(
    (paper) => paper.announced >= first && paper.announced <= last,
  );
  expect(ids.toSorted()).toEqual(announced.map(({ id }) => id).toSorted());

  const captures = (await readdir(join(root, 'archive/digests'))).filter(
    (name) => !name.startsWith('.'),
  );
  const days = captures.map((name) => name.replace(/\.\w+$/, ''));
  expect(new Set(days).size).toBe(days.length);
  // No source says the same paper twice.
  for (const name of ['preprints', 'daily', 'journal']) {
    const twice = texts.filter(
      (text) =>
        (text.match(new RegExp(`digest: \\d{4}-\\d\\d-\\d\\d-${name}$`, 'gm')) ?? []).length > 1,
    );
    expect(twice).toEqual([]);
  }
  const trending = world.papers.filter(
    (paper) => (paper.trending ?? '9') < last && (paper.trending ?? '') > first,
  );
  const daily = texts.filter((text) => /-daily$/m.test(text));
  expect(daily.length).toBe(trending.length);
});
