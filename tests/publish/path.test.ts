import { expect, it } from 'vitest';
import { pathProblems } from '../../src/publish/path.ts';

it.each([
  ['/home/ada/100% papers/archive', '`%`'],
  ['/home/ada/C# papers', '`#`'],
  ['/home/ada/why?/archive', '`?`'],
  ['/home/ada/my "archive"', '`"`'],
  ['/home/ada/back\\slash', '`\\`'],
])('%s cannot be built in, and why', (root, character) => {
  const [problem] = pathProblems(root);
  expect(problem).toMatchObject({ code: 'project/path', severity: 'error', where: { file: root } });
  expect(problem?.what).toContain(character);
});

it.each([
  '/home/ada/archive',
  "/home/ada/ada's papers",
  '/home/ada/my papers (2025) [old] & more',
  '/home/ada/Überblick/論文',
  '/home/ada/a+b^`{}|;<>!@$*',
])('%s can', (root) => expect(pathProblems(root)).toEqual([]));
