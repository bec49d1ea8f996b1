import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { dialectsFile, digestsFolder } from '../../../src/archive-folder.ts';
import { parseDigest } from '../../../src/digest/parse.ts';
import { parseDialects } from '../../../src/digest/plain/dialects.ts';
import { readDigests } from '../../../src/entries/files.ts';
import { papers } from './papers.ts';

const yaml = `- what: the masthead of Valley Letters
  place: banner
  lines: [Valley Letters of Slow Geology and Fences, Founded in *]
- what: a column
  place: [meta, footer]
  lines: Picked by the Whole Editorial Board
`;
const listed = papers.map(({ title, abstract }) => `${title}\n\n${abstract}\n\n`);
const text = `Valley Letters of Slow Geology and Fences

Founded in a barn above the old river mill in winter

${listed.join('Picked by the whole editorial board.\n\n')}`;

test('lines of a dialect are what it says they are', () => {
  const { dialect, problems } = parseDialects('dialects.yaml', yaml);
  expect(problems).toEqual([]);
  const { papers: found, lines } = parseDigest({ file: 'a.txt', text }, { dialect });
  expect(found.map(({ title }) => title)).toEqual(papers.map(({ title }) => title));
  expect(found.map(({ abstract }) => abstract)).toEqual(papers.map(({ abstract }) => abstract));
  expect(lines[0]?.reason).toBe('banner: the masthead of Valley Letters');
  expect(lines[2]?.kind).toBe('banner');
  expect(lines.filter(({ reason }) => reason === 'meta: a column')).toHaveLength(3);
  expect(parseDigest({ file: 'a.txt', text }).lines[0]?.reason).not.toContain('masthead');
});

describe('names of fields', () => {
  const { dialect, problems } = parseDialects(
    'dialects.yaml',
    `- field: title
  names: [Valley headline]
- field: authors
  names: Penned by
- field: abstract
  names: [Long words]
- {field: categories, names: [Shelf]}
- {field: published, names: [Aired]}
`,
  );
  const whole = {
    title: papers[0]?.title,
    abstract: papers[0]?.abstract,
    facts: { authors: ['Ada Quill', 'Bo Li'], published: '2025-03-04', categories: ['cs.LG'] },
  };
  const said = {
    'Valley headline': whole.title,
    'Penned by': 'Ada Quill, Bo Li',
    Aired: '4 March 2025',
    Shelf: 'cs.LG',
    'Long words': whole.abstract,
  };
  const labelled = (before: string, after: string): string =>
    Object.entries(said)
      .map(([name, value]) => `${before}${name}:${after} ${value}`)
      .join('\n');

  test.each([
    ['a.json', JSON.stringify([{ ...said, 'Penned by': ['Ada Quill', 'Bo Li'] }])],
    [
      'a.csv',
      [Object.keys(said), Object.values(said)]
        .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
        .join('\n'),
    ],
    ['a.txt', `${labelled('', '')}\n`],
    ['a.md', `# Valley\n\n## ${whole.title}\n\n${labelled('- **', '**')}\n`],
  ])('of %s are learnt', (file, text) => {
    expect(problems).toEqual([]);
    expect(parseDigest({ file, text }, { dialect }).papers).toMatchObject([whole]);
    expect(parseDigest({ file, text }).papers).not.toMatchObject([whole]);
  });
});

test.each([
  ['- {field: headline, names: [x]}', 1, '`field` is one of title, abstract'],
  ['- {field: title, names: [1]}', 1, '`names` is a list'],
  ['what: a\n', 1, 'the file is a list of rows'],
  ['- {place: banner, lines: [x]}', 1, 'a row says in `what`'],
  ['- {what: a, place: banner, lines: [x]}\n- {what: b, place: top, lines: [y]}', 2, '`place` is'],
  ['- {what: a, place: banner, lines: [1]}', 1, '`lines` is a list'],
  ['- just words', 1, 'a row says in `what`'],
  ['- [', 1, 'not valid YAML'],
])('%j is told', (written, line, why) => {
  const { problems } = parseDialects('dialects.yaml', written);
  expect(problems).toMatchObject([
    { code: 'dialects/schema', where: { file: 'dialects.yaml', line } },
  ]);
  expect(problems[0]?.what).toContain(why);
});

test('an archive adds to what pages say', async () => {
  const root = await mkdtemp(join(tmpdir(), 'dialects-'));
  onTestFinished(() => rm(root, { recursive: true }));
  const digests = join(root, digestsFolder());
  await mkdir(digests, { recursive: true });
  await writeFile(join(digests, '2026-04-02-letters.txt'), text);
  await writeFile(join(root, dialectsFile()), `${yaml}- what: ''\n`);
  const read = await readDigests(root);
  expect(read.digests[0]?.parsed.lines[0]?.reason).toBe('banner: the masthead of Valley Letters');
  expect(read.problems.map(({ code }) => code)).toContain('dialects/schema');
});

test('a file that a failed merge left is told as such', () => {
  const { problems } = parseDialects('dialects.yaml', '<<<<<<< HEAD\n- what: a\n');
  expect(problems.map(({ code }) => code)).toEqual(['file/conflict']);
});
