import { execFile } from 'node:child_process';
import { mkdtemp, mkdir, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import { diagnostic } from '../../src/diagnostics/diagnostic.ts';
import { toGithub } from '../../src/diagnostics/reporters/github.ts';
import { toTerminal } from '../../src/diagnostics/reporters/terminal.ts';
import { visible, visibleIn, visibleLines } from '../../src/diagnostics/visible.ts';
import { runs } from '../runs.ts';

// oxlint-disable-next-line no-control-regex
const obeyed = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\u202a-\u202e\u2066-\u2069\u2028\u2029]/;

test.each([
  ['frogs\x1b[31m.txt', String.raw`frogs\e[31m.txt`],
  ['frogs\n::error::no.txt', String.raw`frogs\n::error::no.txt`],
  ['evil\u202Etxt.exe', String.raw`evil\u{202e}txt.exe`],
  ['bell\u0007 C1\u009b zero\u200bwidth', String.raw`bell\u{7} C1\u{9b} zero\u{200b}width`],
  ['Frösche 蛙 👨‍👩‍👧 a\tb', 'Frösche 蛙 👨‍👩‍👧 a\tb'],
])('%j is shown as it is', (text, shown) => {
  expect(visible(text)).toBe(shown);
});

test('nothing that a terminal obeys comes through, and doing it twice is doing it once', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary' }), (text) => {
      const shown = visible(text);
      expect(shown).not.toMatch(obeyed);
      expect(visible(shown)).toBe(shown);
      expect(visibleLines(text).split('\n').map(visible)).toEqual(text.split('\n').map(visible));
    }),
    runs(300),
  );
});

test('in a report every text, and nothing else', () => {
  const report = { title: 'a\u001bb', lines: [1, 2], nested: [{ why: 'c\nd', done: true }] };
  expect(visibleIn(report)).toEqual({
    title: String.raw`a\eb`,
    lines: [1, 2],
    nested: [{ why: String.raw`c\nd`, done: true }],
  });
});

test('reporters make places and facts visible', () => {
  const problem = diagnostic(
    'add/unreadable',
    { file: 'a\u001b]0;title\u0007\n::add-mask::x.txt' },
    { why: 'no \u202Eway' },
  );
  for (const line of [toTerminal(problem, false), toGithub(problem)]) {
    expect(line.replace('\n    → ', ' ')).not.toMatch(/\n/);
    expect(line).not.toMatch(obeyed);
    expect(line).toContain(String.raw`no \u{202e}way`);
  }
});

const root = await mkdtemp(join(tmpdir(), 'offprint-visible-'));
afterAll(() => rm(root, { recursive: true }));

test('`npm run add` shows the escape sequences of names and titles', async () => {
  await mkdir(join(root, 'archive'));
  const name = join(root, 'frogs\u001b[2J\u202e.bib');
  const entry = '@article{a, title={Frogs \u001b[31m\u202e Red}, year={2024}}';
  await writeFile(name, entry);
  await writeFile(join(root, 'none\u001b[8m.txt'), 'nothing');
  const script = new URL('../../scripts/add.ts', import.meta.url).pathname;
  const said = await new Promise<string>((resolve) =>
    execFile(
      process.execPath,
      [script, '--root', root, '--date', '2024-01-02', name, join(root, 'none\u001b[8m.txt')],
      (_, out, err) => resolve(out + err),
    ),
  );
  expect(said).toContain(String.raw`frogs\e[2J\u{202e}.bib`);
  expect(said).toContain(String.raw`none\e[8m.txt`);
  expect(said.replaceAll('\n', ' ')).not.toMatch(obeyed);
});

test('a number that is none stays one in a report', () => {
  expect(visibleIn({ precision: NaN, topics: ['\u001b'] })).toEqual({
    precision: NaN,
    topics: [String.raw`\e`],
  });
});
