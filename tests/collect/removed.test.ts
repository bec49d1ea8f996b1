/** What the owner takes back does not come again by itself. */
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, it } from 'vitest';
import { collect } from '../../src/collect/collect.ts';
import { accountsOf } from '../../src/collect/completeness.ts';
import { askedAgain, readCollected } from '../../src/collect/ledger.ts';
import { noteTakenBack } from '../../src/collect/files.ts';
import { parseSources } from '../../src/collect/sources.ts';
import { readCollectedFile } from '../../src/entries/left-out.ts';
import { takeBack } from '../../src/intake/take-back.ts';
import { Client } from '../../src/net/client.ts';
import { World } from './world.ts';

const root = await mkdtemp(join(tmpdir(), 'offprint-taken-'));
afterAll(() => rm(root, { recursive: true, force: true }));

it('comes again only if it is asked for', async () => {
  const world = new World(3, '2025-01-06', '2025-01-20');
  const server = await world.serve();
  const { sources = [] } = parseSources(
    's',
    `sources:\n  - { name: daily, huggingface: daily }\n  - { name: journal, feed: "${server.feed}" }\n`,
  );
  const run = async (day: string, again: readonly string[] = []): Promise<string[]> => {
    world.today = day;
    await collect(root, sources, {
      client: new Client({ interval: 0, timeout: 2000, attempts: 1, backOff: 1 }),
      now: new Date(`${day}T18:00:00Z`),
      endpoints: server.endpoints,
      dryRun: false,
      again,
    });
    const captures = await readdir(join(root, 'archive/digests'));
    return captures.map((name) => name.replace(/\.\w+$/, '')).toSorted();
  };
  const papers = () => readdir(join(root, 'archive/papers'));
  const days = ['2025-01-15', '2025-01-16', '2025-01-17'];
  let before: string[] = [];
  for (const day of days) before = await run(day);
  const gone = [before.find((id) => id.endsWith('daily')) ?? '', '2025-01-15-journal'];
  const all = await papers();
  const taken = await takeBack(root, gone, {
    dryRun: false,
    beforeRemoving: (digests) => noteTakenBack(root, digests, '2025-01-17'),
  });
  expect(taken.ok).toBe(true);
  const left = await papers();
  expect(left.length).toBeLessThan(all.length);

  const after = await run('2025-01-17');
  expect(after).toEqual(before.filter((id) => !gone.includes(id)));
  expect(await papers()).toEqual(left);
  const lines = readCollected(await readCollectedFile(root));
  const accounts = accountsOf(lines);
  expect(accounts.reduce((sum, { takenBack }) => sum + takenBack, 0)).toBeGreaterThan(2);
  expect(accounts.every(({ unread }) => unread === 0)).toBe(true);

  expect(askedAgain(await readCollectedFile(root), ['2025-01-01-x']).unknown).toEqual([
    '2025-01-01-x',
  ]);
  // The feed of the next day: this day's is in the archive already, byte for byte.
  await run('2025-01-18', gone);
  await server.close();
  const back = await papers();
  const missing = all.filter((name) => !back.includes(name));
  // What the feed no longer shows is not to be had again.
  const shown = world.answer(new URL('https://journal.example/feed')).replaceAll(' ', '-');
  expect(back.length).toBeGreaterThan(left.length + 2);
  expect(missing.filter((name) => shown.includes(name.replace('.md', '')))).toEqual([]);
  expect(
    readCollected(await readCollectedFile(root)).filter((it) => it.removed ?? it.failed),
  ).toEqual([]);
});
