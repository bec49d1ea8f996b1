/** `npm run topics` as people call it. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { repository, run, type Run } from '../project.ts';

const root = join(repository, 'tests', 'topics', 'biology');
let folder = '';

const topics = (...args: readonly string[]): Promise<Run> =>
  run(repository, [
    join(repository, 'scripts', 'topics.ts'),
    '--archive',
    join(root, 'archive'),
    ...args,
  ]);

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'offprint-topics-'));
});
afterAll(() => rm(folder, { recursive: true, force: true }));

/** Writes JSON lines and returns their path. */
async function lines(name: string, ...values: readonly unknown[]): Promise<string> {
  const file = join(folder, name);
  await writeFile(file, values.map((value) => `${JSON.stringify(value)}\n`).join(''));
  return file;
}

it('shows papers per topic, unsorted papers and the missing topic', async () => {
  const { code, stdout, stderr } = await topics();
  expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
  expect(stdout).toContain('16 papers, 4 topics, 6 unsorted');
  expect(stdout).toMatch(/pollination +3 +19% +█+/);
  expect(stdout).toContain('The Walking Speed of Snails on Glass');
  expect(stdout).toMatch(/4 papers: .*mycorrhizal fungi 4:0/);
});

it('shows one topic in full', async () => {
  const { code, stdout } = await topics('--topic', 'coral-reefs');
  expect(code).toBe(0);
  expect(stdout).toContain('Coral reefs (coral-reefs): 2 papers');
  expect(stdout).toMatch(/coral \(strong\) +2 +2 +1 +0/);
});

it('measures against labels, with texts that the archive does not hold', async () => {
  const labels = await lines(
    'labels.jsonl',
    { title: 'CORAL bleaching after two hot summers', topics: ['coral-reefs'], split: 'blind' },
    { title: 'The Walking Speed of Snails on Glass', topics: ['pollination'], split: 'blind' },
    { title: 'Bees on Islands', topics: ['pollination'], split: 'blind' },
    { title: 'Nowhere to be Found', topics: [], split: 'blind' },
  );
  const papers = await lines('papers.jsonl', {
    title: 'Bees on islands',
    abstract: 'A pollinator of its own lives on each island. Pollination is done by bees alone.',
  });
  const { code, stdout } = await topics('--labels', labels, '--papers', papers);
  expect(code).toBe(0);
  expect(stdout).toContain('blind: 3 papers, precision 1.00, recall 0.67, micro F1 0.80');
  expect(stdout).toContain('1 labelled paper not found');
  const markdown = await topics('--labels', labels, '--papers', papers, '--markdown');
  expect(markdown.stdout).toContain('| pollination | 2 | 1 | 1.00 | 0.50 | 0.67 |');
});

it('gives everything as JSON', async () => {
  const { stdout } = await topics('--json');
  const report: unknown = JSON.parse(stdout);
  expect(report).toMatchObject({ papers: 16, problems: [] });
});

it('reports labels that are none, and topics that do not exist', async () => {
  const labels = await lines('broken.jsonl', { title: 'Untopical' }, { title: 'A', topics: ['x'] });
  const { code, stderr } = await topics('--labels', labels);
  expect(code).toBe(1);
  expect(stderr).toContain('broken.jsonl:1');
  expect(stderr).toContain('The topic "x" does not exist.');
});

it.each([
  [['--topic', 'botany'], 'There is no topic "botany"'],
  [['--markdown'], 'need --labels'],
  [['--bogus'], 'bogus'],
])('refuses %j', async (args, why) => {
  const { code, stderr } = await topics(...args);
  expect(code).toBe(2);
  expect(stderr).toContain(why);
});

it('explains itself', async () => {
  const { code, stdout } = await topics('--help');
  expect(code).toBe(0);
  expect(stdout).toContain('--labels FILE');
});
