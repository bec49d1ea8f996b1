import { describe, expect, test } from 'vitest';
import { parseDigest } from '../../../src/digest/parse.ts';

const text = `Provider: Somebody

TY  - JOUR
TI  - A title  - with dashes
AU  - Bee, Ann
AU  - van der Berg, Cid
AB  - The abstract begins
and goes on.
PY  - 2020
DA  - 2020/03/05
JO  - Journal of Things
DO  - https://doi.org/10.1000/AbC
UR  - https://arxiv.org/abs/2001.00001v2
KW  - one
KW  - two
ER  - 

TY - CONF
T1 - Second
A1 - Bee, Ann
Y1 - 2019///
T2 - Conference
TY  - GEN
AU  - Nobody
ER  -
TI  - stray
`;

describe('RIS', () => {
  const digest = parseDigest(
    { file: 'library.ris', text: text.replaceAll('\n', '\r\n') },
    { format: 'ris' },
  );

  test('new and old tags, values over several lines, dashes in values', () => {
    expect(digest.papers).toEqual([
      {
        title: 'A title - with dashes',
        abstract: 'The abstract begins and goes on.',
        notation: 'plain',
        facts: {
          arxiv: '2001.00001',
          doi: '10.1000/abc',
          authors: ['Ann Bee', 'Cid van der Berg'],
          published: '2020-03-05',
          venue: 'Journal of Things',
        },
        lines: [3, 16],
        record: 1,
      },
      {
        title: 'Second',
        notation: 'plain',
        facts: { authors: ['Ann Bee'], published: '2019', venue: 'Conference' },
        lines: [18, 22],
        record: 2,
      },
    ]);
  });

  test('what is no paper is reported or named', () => {
    expect(digest.problems.map(({ where, what }) => [where.line, what])).toEqual([
      [
        23,
        'This line fits nowhere: record 3 has no title: it has `TY`, `AU`; give it one in its source and add the file again.',
      ],
      [
        26,
        'This line fits nowhere: record 4 does not begin with a line like `TY  - JOUR`; add one.',
      ],
    ]);
    expect(digest.lines[0]).toEqual({
      kind: 'banner',
      reason: 'banner: what the file says before its records',
    });
    expect(digest.fields).toContainEqual({ field: 'KW', records: 1, used: false });
    expect(digest.fields).toContainEqual({ field: 'AU', records: 2, used: true });
  });

  test('a file without the last line ends inside a record', () => {
    const cut = parseDigest({ file: 'f', text: text.slice(0, text.indexOf('KW  - one')) });
    expect(cut.papers).toEqual([{ ...digest.papers[0], lines: [3, 13] }]);
    expect(cut.problems.map(({ code, where }) => [code, where.line])).toEqual([
      ['digest/cut-off', 13],
    ]);
  });

  test.each(['TY  -  JOUR', 'TY - JOUR', 'TY\t-\tJOUR'])('is recognised by %j', (type) => {
    const spaced = `${type}\n${['AU', 'TI', 'ER'].map((tag) => `${type.replace('TY', tag).replace('JOUR', `Bee, ${tag}`)}\n`).join('')}`;
    const { format, papers, problems } = parseDigest({ file: 'f', text: spaced });
    expect(format).toBe('ris');
    expect(papers.map(({ title, facts }) => [title, facts.authors])).toEqual([
      ['Bee, TI', ['AU Bee']],
    ]);
    expect(problems).toEqual([]);
  });

  test.each(['TY  - JOUR\nAU  - X\nER  - ', 'A line that mentions TY  - JOUR'])(
    'no papers are made of %j',
    (sample) => {
      expect(parseDigest({ file: 'f', text: sample }).papers).toEqual([]);
    },
  );
});
