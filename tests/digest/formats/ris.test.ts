import { describe, expect, test } from 'vitest';
import { ris } from '../../../src/digest/formats/ris.ts';

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
  const digest = ris.parse({ file: 'library.ris', text: text.replaceAll('\n', '\r\n') });

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
        'This line fits nowhere: record 4 does not begin with a line `TY  - …`; add one, such as `TY  - JOUR`.',
      ],
    ]);
    expect(digest.lines[0]).toEqual({
      kind: 'banner',
      reason: 'banner: text outside of the records',
    });
    expect(digest.fields).toContainEqual({ field: 'KW', records: 1, used: false });
    expect(digest.fields).toContainEqual({ field: 'AU', records: 2, used: true });
  });

  test.each([
    [text, 0.98],
    ['TY  - JOUR\nAU  - X\nER  - ', 0.4],
    ['A line that mentions TY  - JOUR', 0],
  ])('recognises %j', (sample, confidence) => {
    expect(ris.recognise({ file: 'f', text: sample }).confidence).toBe(confidence);
  });
});
