import { readFile } from 'node:fs/promises';
import { describe, expect, it } from 'vitest';
import { diagnostic, explanationOf, formatPlace } from '../../src/diagnostics/diagnostic.ts';
import { toGithub } from '../../src/diagnostics/reporters/github.ts';
import { toTerminal } from '../../src/diagnostics/reporters/terminal.ts';
import { table } from '../../src/diagnostics/table.ts';

const docs = await readFile(new URL('../../docs/diagnostics.md', import.meta.url), 'utf8');

const problem = diagnostic(
  'digest/unaccounted-line',
  { file: 'archive/digests/2025-03-11-a,b.txt', line: 7, column: 3 },
  { why: 'it is 100% odd:\nvery' },
);

describe('the table', () => {
  it.each(Object.entries(table))(
    '%s says what happened and what to do, and is explained',
    (code, row) => {
      expect(row.what).toMatch(/[.?]$/);
      expect(row.todo).toMatch(/[.)]$/);
      expect(docs).toContain(`\n## ${code}\n`);
      expect(docs).toContain(row.todo);
    },
  );

  it('is all that the documentation explains', () => {
    const headings = [...docs.matchAll(/^## (.+)$/gm)].map(([, code]) => code);
    expect(headings.toSorted()).toEqual(Object.keys(table).toSorted());
  });
});

describe('diagnostic', () => {
  it('fills in the facts and leaves unknown ones visible', () => {
    expect(problem.what).toBe('This line fits nowhere: it is 100% odd:\nvery.');
    expect(diagnostic('entry/orphan', { file: 'a.md' }).what).toContain('"{digest}"');
  });
});

describe('formatPlace', () => {
  it.each([
    [{ file: 'a.md' }, 'a.md'],
    [{ file: 'a.md', line: 2 }, 'a.md:2'],
    [{ file: 'a.md', line: 2, column: 5 }, 'a.md:2:5'],
  ])('%j → %s', (place, text) => expect(formatPlace(place)).toBe(text));
});

describe('reporters', () => {
  it('for a terminal: place, severity, what, what to do, where it is explained', () => {
    expect(toTerminal(problem, false)).toMatchInlineSnapshot(`
      "archive/digests/2025-03-11-a,b.txt:7:3 error This line fits nowhere: it is 100% odd:\\nvery.
          → Look at the line. If it belongs to a paper, another \`--format\` may help; if Offprint reads it wrong, report the digest. The line stays in the capture, so nothing is lost. [digest/unaccounted-line: docs/diagnostics.md#digestunaccounted-line]"
    `);
    expect(toTerminal(problem, true)).toContain('\u001B[31merror');
  });

  it('for GitHub: an annotation whose text cannot break out of it', () => {
    expect(toGithub(problem)).toMatchInlineSnapshot(
      `"::error file=archive/digests/2025-03-11-a%2Cb.txt,line=7,col=3,title=digest/unaccounted-line::This line fits nowhere: it is 100%25 odd:%0Avery. Look at the line. If it belongs to a paper, another \`--format\` may help; if Offprint reads it wrong, report the digest. The line stays in the capture, so nothing is lost. (docs/diagnostics.md#digestunaccounted-line)"`,
    );
    expect(toGithub(problem)).not.toContain('\n');
  });

  it('names a section that exists', () => {
    expect(explanationOf('digest/unaccounted-line')).toBe(
      'docs/diagnostics.md#digestunaccounted-line',
    );
  });
});
