import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { fileSystemProblem } from '../../src/diagnostics/file-system.ts';
import { repository, run } from '../project.ts';

let root: string;
beforeEach(async () => {
  root = await mkdtemp(join(tmpdir(), 'offprint-refused-'));
});
afterEach(() => rm(root, { recursive: true, force: true }));

describe('what the file system refuses', () => {
  // A file where a folder should be stands for a disk that is full or read-only, which a test cannot have.
  it.each([
    ['add.ts', ['2025-03-11-a.csv']],
    ['check.ts', []],
    ['enrich.ts', ['--offline']],
  ])('%s says it in the words of the table', async (script, args) => {
    await mkdir(join(root, 'archive'));
    await writeFile(join(root, 'archive/papers'), '');
    await writeFile(join(root, '2025-03-11-a.csv'), 'title,abstract\nFrogs,On frogs.\n');
    const { code, stdout, stderr } = await run(root, [
      join(repository, 'scripts', script),
      '--root',
      root,
      ...args,
    ]);
    expect(code).toBe(1);
    expect(stdout + stderr).toMatch(/archive\/papers error The file system refuses: .*ENOTDIR/);
    expect(stdout + stderr).not.toMatch(/^ +at /m);
  });
});

describe('fileSystemProblem', () => {
  const error = (code: string, path?: string) => Object.assign(new Error(code), { code, path });
  it.each([
    [error('ENOSPC', '/a/archive/x.md'), 'archive/x.md', /the disk is full/],
    [error('EROFS', '/a/content/.x.md.12.0123abcd.tmp'), 'content/x.md', /read-only/],
    [error('EDQUOT'), '/a', /quota/],
    [new Error('y', { cause: error('EACCES', '/b/z') }), '/b/z', /may not/],
  ])('%s: %s', (thrown, file, why) => {
    const problem = fileSystemProblem(thrown, '/a');
    expect(problem?.where).toEqual({ file });
    expect(problem?.what).toMatch(why);
  });

  it.each([new Error('x'), error('ENOENT', '/a/b'), error('ERR_ASSERTION'), 'ENOSPC', undefined])(
    'leaves %s, which is a fault of the program',
    (thrown) => expect(fileSystemProblem(thrown, '/a')).toBeUndefined(),
  );
});
