import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeProject, type Project, type Run } from '../project.ts';

const digest = `Mar 11

A Good Paper about Small Archives

We describe a small archive of papers and show that it can be read by everybody, and for a long time.

Another Good Paper about Small Archives

We describe another small archive of papers and compare it with the first one in three experiments.
`;

const broken = `---
title: "A Paper by Hand
digests: []
---
Somebody forgot a quotation mark.
`;

/** Titles in which Pagefind sees no word. */
const mute = ['-', '…', '$$$$', '。、', '$\\to$'];

let project: Project;
let built: Run;

beforeAll(async () => {
  project = await makeProject('bad-entry', {
    'content/digests/2025-03-11-small.txt': digest,
    'content/digests/2025-03-12-mute.jsonl': mute
      .map((title) => JSON.stringify({ title }))
      .join('\n'),
    'content/papers/by-hand.md': broken,
  });
  built = await project.build();
});
afterAll(() => project.remove());

describe('one bad entry', () => {
  it('does not stop the archive', async () => {
    const pages = await readdir(join(project.dist, 'papers'));
    expect(pages).toContain('a-good-paper-about-small-archives');
    expect(pages).toContain('another-good-paper-about-small-archives');
    expect(pages).not.toContain('by-hand');
  });

  it('is one thing, and papers without a word are no other: they are indexed with the rest', async () => {
    const fragments = await readdir(join(project.dist, 'pagefind', 'fragment'));
    expect(fragments).toHaveLength(2 + mute.length);
    expect(await readdir(project.dist)).toContain('sw.js');
  });

  it('does not let the build look good', () => {
    expect(built.code).toBe(1);
    expect(built.stdout + built.stderr).toMatch(
      /content\/papers\/by-hand\.md:\d+:\d+ The frontmatter is not valid YAML/,
    );
  });

  it('is left as it is', async () => {
    expect(await readFile(join(project.root, 'content/papers/by-hand.md'), 'utf8')).toBe(broken);
  });

  it('is named by the check, with its place and what to do', async () => {
    const json = await project.script('check.ts', ['--json']);
    expect(json.code).toBe(1);
    const report: unknown = JSON.parse(json.stdout);
    expect(report).toMatchObject({
      ok: false,
      papers: 2 + mute.length,
      problems: [{ code: 'entry/unreadable' }],
    });
    const github = await project.script('check.ts', ['--github']);
    expect(github.stdout).toMatch(
      /^::error file=content\/papers\/by-hand\.md,line=\d+,col=\d+,title=entry\/unreadable::/m,
    );
  });
});
