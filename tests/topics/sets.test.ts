/** Which topics an archive has: of sets that it chooses, and its own. */
import { mkdir, mkdtemp, readFile, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { readOwnerFiles } from '../../src/check/owner-files.ts';
import { setNames, setTopics } from '../../src/topic-sets.ts';
import { parseSynonyms } from '../../src/search/synonyms.ts';
import { readTopicFiles } from '../../src/topics/index.ts';
import { foundingNames } from '../founding.ts';
import { repository } from '../project.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-sets-'));
  await mkdir(join(root, 'archive/topics'), { recursive: true });
  await symlink(join(repository, 'src'), join(root, 'src'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

const settings = (text: string) => writeFile(join(root, 'archive/site.yaml'), text);
const own = (id: string, label: string) =>
  writeFile(
    join(root, `archive/topics/${id}.md`),
    `---\nlabel: ${label}\ndescription: Ours.\nterms: [tea]\n---\n`,
  );

describe('the topics of an archive', () => {
  it('are none that nobody chose', async () => {
    expect((await readTopicFiles(root)).topics).toEqual([]);
    await settings('title: Tea\n');
    expect((await readTopicFiles(root)).ids).toEqual([]);
    expect((await readOwnerFiles(root)).chosen).toBe(false);
    await settings('topics: { sets: [] }\n');
    expect((await readOwnerFiles(root)).chosen).toBe(true);
  });

  it('are its own, as ever, where it chose no set', async () => {
    await own('tea', 'Tea');
    expect((await readTopicFiles(root)).ids).toEqual(['tea']);
  });

  it('are those of a set but for some, and its own, which win', async () => {
    await own('bandits', 'Bandits of the wood');
    await own('tea', 'Tea');
    await settings('topics: { sets: [machine-learning], without: [vision] }\n');
    const { topics, ids, files, problems } = await readTopicFiles(root);
    expect(problems).toEqual([]);
    expect(topics.map(({ id }) => id)).toEqual(ids);
    expect(ids).toEqual(ids.toSorted());
    expect(ids).toEqual(expect.arrayContaining(['bandits', 'code', 'tea']));
    expect(ids).not.toContain('vision');
    // A part of what is left out stands at the top.
    expect(topics.find(({ id }) => id === 'three-d-vision')?.family).toBeUndefined();
    expect(topics.find(({ id }) => id === 'theory')?.family).toBe('learning');
    expect(topics.find(({ id }) => id === 'bandits')?.label).toBe('Bandits of the wood');
    expect(files.get('bandits')).toBe('archive/topics/bandits.md');
    expect(files.get('code')).toBe('src/topics/sets/machine-learning/code.md');
  });

  it('keep the addresses that the founding archive’s had', () => {
    const ids = setTopics(repository, 'machine-learning').map((file) => file.split('/').at(-1));
    expect(ids).toEqual(expect.arrayContaining(foundingNames('topics')));
  });
});

it.each(setNames)('the set %s has names for the search, all understood', async (name) => {
  const file = `src/topics/sets/${name}/synonyms.yaml`;
  const { groups, problems } = parseSynonyms(file, await readFile(join(repository, file), 'utf8'));
  expect(problems).toEqual([]);
  expect(groups.length).toBeGreaterThan(0);
});
