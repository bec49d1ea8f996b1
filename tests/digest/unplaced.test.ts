import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../src/digest/parse.ts';
import type { ParsedDigest } from '../../src/digest/model.ts';
import { unplacedIdentifiers } from '../../src/digest/ledger/identifiers.ts';

const file = 'archive/digests/2025-03-11-x.md';

const told = (text: string, format?: string) =>
  parseDigest({ file, text }, { format }).problems.filter(
    ({ code }) => code === 'digest/unplaced-id',
  );

const list = `# Papers

- **Quiet Graphs** [[paper](https://arxiv.org/abs/2402.13579)]
- **Loud Trees** [[paper](https://doi.org/10.1145/12.34)]
`;

describe('the ledger of identifiers', () => {
  test('is silent where every identifier is a paper’s, wherever else it stands', () => {
    expect(told(list)).toEqual([]);
    expect(told(`${list}\nThe first, 2402.13579v3, is the one to read.\n`)).toEqual([]);
  });

  test('tells an identifier that no paper has, once, with its place', () => {
    const text = `${list}\n## About\n\nCite us as 10.5555/ours and arXiv:2311.00042, or 10.5555/OURS.\n`;
    expect(told(text)).toMatchObject([
      {
        severity: 'warning',
        where: { file, line: 8, column: 12 },
        what: 'These identifiers belong to no paper that was read: DOI 10.5555/ours (line 8, column 12), arXiv 2311.00042 (line 8, column 35).',
      },
    ]);
  });

  const read = (text: string, papers: ParsedDigest['papers'], records?: ParsedDigest['records']) =>
    unplacedIdentifiers(
      { file, text },
      {
        format: 'x',
        why: '',
        dates: [],
        banner: [],
        papers,
        lines: [],
        ...(records && { records }),
        problems: [],
      },
    ).map(({ where: { line, column } }) => [line, column]);

  test('tells one that a paper swallowed: it stands in its lines, but the paper has it not', () => {
    const paper = { title: 'A', notation: 'plain', lines: [1, 3], facts: {} } as const;
    expect(read('A\nB\n2402.13579\n', [paper])).toEqual([[3, 1]]);
    expect(read('A\nB\n2402.13579\n', [{ ...paper, abstract: 'As 2402.13579 has it.' }])).toEqual(
      [],
    );
  });

  test('does not take one that an abstract speaks of for placed elsewhere', () => {
    const abstract = 'As 2402.13579 has it.';
    const paper = { title: 'A', abstract, notation: 'plain', lines: [1, 2], facts: {} } as const;
    expect(read(`A\n${abstract}\n\n- 2402.13579\n`, [paper])).toEqual([[4, 3]]);
  });

  test('lets a record with an id of its own hold others', () => {
    const text = '[{"doi": "10.1/x"}, {"doi": "10.5555/a", "cites": ["10.5555/b"]}]';
    const at = text.indexOf('{"doi": "10.5');
    const paper = { title: 'A', notation: 'plain', lines: [1, 1], record: 1 } as const;
    const records = [{ start: at, end: text.length - 1 }];
    expect(read(text, [{ ...paper, facts: { doi: '10.5555/a' } }], records)).toEqual([]);
    expect(read(text, [{ ...paper, facts: {} }], records)).toEqual([[1, text.indexOf('5555') - 2]]);
  });

  test('lists every one, twenty in a message', () => {
    const ids = Array.from({ length: 45 }, (_, index) => `2311.${String(10_000 + index)}`);
    const problems = told(`${list}\n## About\n\n${ids.join('\n')}\n`);
    expect(problems.map(({ where }) => where.line)).toEqual([8, 28, 48]);
    const all = problems.map(({ what }) => what).join('\n');
    expect(ids.filter((id) => !all.includes(`arXiv ${id} (`))).toEqual([]);
  });
});
