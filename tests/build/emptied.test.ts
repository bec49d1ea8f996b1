/** README, "Start an archive", of a fork: the archive is emptied, and the owner's own digest comes in. */
import { mkdir, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { foundingDigest, foundingFile } from '../founding.ts';
import { makeProject, type Project } from '../project.ts';

/** As old as the founding digest, and of its name. */
const digest = `byAK and the research community

Mar 11

A Good Paper about Kites over Small Harbours

We describe a small archive of kites and show that it can be read by everybody, and for a long time.

Another Good Paper about Kites over Large Harbours

We describe another small archive of kites and compare it with the first one in three experiments.
`;

let project: Project;

beforeAll(async () => {
  project = await makeProject('emptied', {});
  // Git keeps no empty folders: with its last file, each of them is gone.
  await rm(join(project.root, 'archive'), { recursive: true });
});
afterAll(() => project.remove());

async function check(): Promise<unknown> {
  const { code, stdout } = await project.script('check.ts', ['--json']);
  return { code, report: JSON.parse(stdout) };
}

it('is an archive without papers, topics and synonyms, and nothing is wrong with it', async () => {
  expect(await project.build()).toMatchObject({ code: 0 });
  expect(await check()).toMatchObject({ code: 0, report: { ok: true, papers: 0, problems: [] } });
});

it('takes a digest of the name of the one that was deleted', async () => {
  // The account of the founding digest, as it is for somebody who has not built the emptied archive.
  const accounts = join(project.root, 'archive', 'accounts.jsonl');
  await mkdir(join(project.root, 'archive', 'digests'), { recursive: true });
  await writeFile(accounts, foundingFile('accounts.jsonl'));
  await writeFile(join(project.root, 'archive', foundingDigest), digest);
  expect(await project.build()).toMatchObject({ code: 0 });
  expect(await check()).toMatchObject({ code: 0, report: { ok: true, papers: 2, problems: [] } });
  expect((await readdir(join(project.dist, 'papers'))).toSorted()).toEqual([
    'a-good-paper-about-kites-over-small-harbours',
    'another-good-paper-about-kites-over-large-harbours',
    'index.html',
  ]);
  // The capture leaves the year unsaid.
  for (const page of ['index.html', 'about/index.html', 'papers/index.html', 'digests/index.html'])
    expect(await readFile(join(project.dist, page), 'utf8')).toContain('year inferred');
});
