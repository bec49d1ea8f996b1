import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { strayProblem, strayProblems } from '../../src/check/strays.ts';

it.each([
  'accounts.jsonl',
  'synonyms.yaml',
  'site.yaml',
  'theme.css',
  'public/CNAME',
  'public/fonts/a/b.woff2',
  'README.md',
  'digests/2025-03-11-a.txt',
  'digests/2025-03-11-a.csv',
  'papers/a.md',
  'papers/2025/a.md',
  'records/a/a.md',
  'notes/2025/03/a.md',
  'digests/2025/2025-03-11-a.txt',
  'records/a.md',
  'topics/tea.md',
  'notes/a.md',
  'pages/group.md',
  'mailed/2025-03-11-a.jsonl',
])('%s is read', (path) => {
  expect(strayProblem(path)).toBeUndefined();
});

it.each([
  ['topics/drinks/tea.md', 'topics/tea.md'],
  ['papers/2024/soap.txt', 'papers/2024/soap.md'],
  ['papers/soap.txt', 'papers/soap.md'],
  ['papers/soap.md.txt', 'papers/soap.md'],
  ['papers/soap.markdown', 'papers/soap.md'],
  ['topics/tea.MD', 'topics/tea.md'],
  ['note/soap.md', 'notes/soap.md'],
  ['pages/group.txt', 'pages/group.md'],
  ['synonyms.yml', 'synonyms.yaml'],
  ['synonym.yaml', 'synonyms.yaml'],
  ['site.yml', 'site.yaml'],
  ['paper/soap.md', 'papers/soap.md'],
  ['Digests/2025-03-11-a.txt', 'digests/2025-03-11-a.txt'],
  ['2025-03-11-a.txt', 'digests/2025-03-11-a.txt'],
])('%s belongs at %s', (path, place) => {
  expect(strayProblem(path)).toMatchObject({
    code: 'archive/misplaced',
    severity: 'error',
    where: { file: `archive/${path}` },
    todo: `Move it to archive/${place}.`,
  });
});

it.each(['photo.jpg', 'drafts/idea.md'])('nothing reads %s', (path) => {
  expect(strayProblem(path)).toMatchObject({ code: 'archive/stray', severity: 'warning' });
});

it('looks into every folder, hidden files aside', async () => {
  const root = await mkdtemp(join(tmpdir(), 'offprint-strays-'));
  for (const path of ['papers/a.md', 'pages/x/y/b.md', '.DS_Store', 'papers/.removed', 'x.gif']) {
    await mkdir(dirname(join(root, 'archive', path)), { recursive: true });
    await writeFile(join(root, 'archive', path), '');
  }
  const found = await strayProblems(root);
  expect(found.map(({ where }) => where.file)).toEqual(['archive/pages/x/y/b.md', 'archive/x.gif']);
  await rm(root, { recursive: true });
  expect(await strayProblems(root)).toEqual([]);
});
