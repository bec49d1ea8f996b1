import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { topicsFolder } from '../../src/archive-folder.ts';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { mostSpecific } from '../../src/topics/families.ts';
import { readTopicFiles } from '../../src/topics/files.ts';

let root = '';
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'families-'));
  await mkdir(join(root, topicsFolder()), { recursive: true });
});
afterEach(() => rm(root, { recursive: true }));

/** Reads topics, each given as the lines of its frontmatter below `label` and `description`. */
async function read(files: Readonly<Record<string, string>>) {
  for (const [id, lines] of Object.entries(files)) {
    const text = `---\nlabel: ${id}\ndescription: Of ${id}.\n${lines}---\n`;
    await writeFile(join(root, topicsFolder(), `${id}.md`), text);
  }
  const { topics, problems } = await readTopicFiles(root);
  return {
    families: topics.map(({ id, family }) => [id, family]),
    problems: problems.map(({ where, what }) => `${formatPlace(where)} ${what}`),
  };
}

it('reads families, with terms of their own or without', async () => {
  const files = {
    birds: '',
    fish: 'terms: [fish]\n',
    owls: 'family: birds\nterms: [owl]\n',
    pike: 'family: fish\nterms: [pike]\n',
  };
  expect(await read(files)).toEqual({
    problems: [],
    families: [
      ['birds', undefined],
      ['fish', undefined],
      ['owls', 'birds'],
      ['pike', 'fish'],
    ],
  });
});

it.each([
  ['an unknown family', 'family: brids\n', 'there is no topic "brids" (did you mean "birds"?)'],
  ['itself', 'family: owls\n', 'a topic is not its own family'],
  ['three levels', 'family: hawks\n', '"hawks" is itself in the family "birds"'],
])('tells of %s, and puts the topic at the top', async (_, family, why) => {
  const { families, problems } = await read({
    birds: 'terms: [bird]\n',
    hawks: 'family: birds\nterms: [hawk]\n',
    owls: `terms: [owl]\n${family}`,
  });
  expect(problems).toEqual([expect.stringMatching(/owls\.md:5:1 `family` of this topic/)]);
  expect(problems[0]).toContain(why);
  expect(families.at(-1)).toEqual(['owls', undefined]);
});

it('tells of a topic with neither terms nor parts', async () => {
  const { problems } = await read({ birds: '', fish: 'terms: []\n' });
  expect(problems).toEqual([
    expect.stringMatching(/birds\.md:1:1 `terms` of this topic .* is empty/),
    expect.stringMatching(/fish\.md:4:1 `terms` of this topic .* is empty/),
  ]);
});

it('leaves out a topic of which a part is there', () => {
  const familyOf = (id: string) => (id === 'owls' ? 'birds' : undefined);
  const ids = (topics: readonly string[]) =>
    mostSpecific(
      topics.map((topic) => ({ topic })),
      familyOf,
    ).map(({ topic }) => topic);
  expect(ids(['birds', 'owls', 'fish'])).toEqual(['owls', 'fish']);
  expect(ids(['birds', 'fish'])).toEqual(['birds', 'fish']);
});
