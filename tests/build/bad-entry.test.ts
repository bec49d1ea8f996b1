import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { CheckReport } from '../../src/check/report.ts';
import { formatPlace } from '../../src/diagnostics/diagnostic.ts';
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

/** What else goes wrong in the files of an owner, and where it is told. */
const slips: Readonly<
  Record<string, readonly [place: string, code: string, text: string | Uint8Array]>
> = {
  'archive/papers/typo.md': [
    '3:1',
    'entry/unknown-field',
    '---\ntitle: Typos\ntopic: [a]\ndigests: []\n---\n',
  ],
  'archive/papers/month.md': [
    '3:12',
    'entry/schema',
    '---\ntitle: Months\npublished: 2024-13\ndigests: []\n---\n',
  ],
  'archive/papers/merged.md': [
    '6:1',
    'file/conflict',
    '---\ntitle: M\ndigests: []\n---\nA\n<<<<<<< HEAD\nB\n=======\nC\n>>>>>>> d\n',
  ],
  'archive/papers/nul.md': ['5:2', 'file/nul', '---\ntitle: Nul\ndigests: []\n---\nA\0B\n'],
  'archive/papers/empty.md': ['1:1', 'entry/unreadable', ''],
  'archive/papers/note.txt': ['', 'archive/misplaced', 'x'],
  'archive/digests/2025-03-13-page.csv': [
    '2',
    'digest/nonsense',
    'title,year\n<td>,2024\nContent-Type: text/html,2024\n',
  ],
  'archive/digests/no-date.txt': ['', 'digest/file-name', 'x'],
  'archive/records/typo.md': ['2:1', 'entry/schema', '---\ntitle: Typos\n---\n'],
  'archive/topics/broken.md': ['3:1', 'topic/schema', '---\nlabel: Broken\ntems: [a]\n---\n'],
  'archive/topics/yaml.md': ['2:15', 'topic/schema', '---\nlabel: "Broken\n---\n'],
  'archive/papers/sorted.md': [
    '4:18',
    'entry/unknown-topic',
    '---\ntitle: Sorted\ndigests: []\ntopics: [theory, theroy]\n---\n',
  ],
  'archive/topics/latin.md': [
    '2:10',
    'file/encoding',
    Buffer.from('---\nlabel: Th\xe9 vert\n---\n', 'latin1'),
  ],
  'archive/synonyms.yaml': ['2:3', 'synonyms/schema', '- [tea, chai]\n- [tea]\n'],
};

let project: Project;
let built: Run;

beforeAll(async () => {
  project = await makeProject('bad-entry', {
    'archive/digests/2025-03-11-small.txt': digest,
    'archive/digests/2025-03-12-mute.yes.jsonl': mute
      .map((title) => JSON.stringify({ title }))
      .join('\n'),
    'archive/papers/by-hand.md': broken,
    ...Object.fromEntries(Object.entries(slips).map(([file, [, , text]]) => [file, text])),
  });
  built = await project.build();
});
afterAll(() => project.remove());

describe('a bad file', () => {
  it('does not stop the archive', async () => {
    const pages = await readdir(join(project.dist, 'papers'));
    expect(pages).toContain('a-good-paper-about-small-archives');
    expect(pages).toContain('another-good-paper-about-small-archives');
    expect(pages).not.toContain('by-hand');
  });

  it('is one thing, and papers without a word are no other: they are indexed with the rest', async () => {
    const texts = await readdir(join(project.dist, 'search', 'texts'), { recursive: true });
    expect(texts.filter((name) => name.endsWith('.bin'))).toHaveLength(4 + mute.length);
    expect(await readdir(project.dist)).toContain('sw.js');
  });

  it('does not let the build look good', () => {
    expect(built.code).toBe(1);
    expect(built.stdout + built.stderr).toMatch(
      /archive\/papers\/by-hand\.md:\d+:\d+ The frontmatter is not valid YAML/,
    );
  });

  it('is left as it is', async () => {
    expect(await readFile(join(project.root, 'archive/papers/by-hand.md'), 'utf8')).toBe(broken);
  });

  it('is named by the check, and by the build in the same words, with its place and what to do', async () => {
    const json = await project.script('check.ts', ['--json']);
    expect(json.code).toBe(1);
    const report: CheckReport = JSON.parse(json.stdout);
    expect(report).toMatchObject({ ok: false, papers: 4 + mute.length });
    const errors = report.problems.filter(({ severity }) => severity === 'error');
    const told = errors.map(({ where, code }) => `${formatPlace(where)} ${code}`);
    for (const [file, [place, code]] of Object.entries(slips)) {
      expect(told).toContain(`${file}${place === '' ? '' : `:${place}`} ${code}`);
    }
    const said = built.stdout + built.stderr;
    for (const { where, what, todo } of errors) {
      expect(said).toContain(`${formatPlace(where)} ${what} ${todo}`);
    }
    const github = await project.script('check.ts', ['--github']);
    expect(github.stdout).toMatch(
      /^::error file=archive\/papers\/by-hand\.md,line=\d+,col=\d+,title=entry\/unreadable::/m,
    );
  });
});
