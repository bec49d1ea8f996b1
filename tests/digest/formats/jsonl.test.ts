import { describe, expect, test } from 'vitest';
import { jsonl } from '../../../src/digest/formats/jsonl.ts';

const text = [
  '{"id":"2401.00001","title":"One","summary":"First\\nline.","authors":["Ann Bee"]}',
  '',
  '{"title":"Cut',
  '"no object"',
  '{"title":"Two","abstract":null},',
  '{"abstract":"No title."}',
  '{bad}',
].join('\r\n');

describe('JSON Lines', () => {
  const digest = jsonl.parse({ file: 'day.jsonl', text });

  test('a broken line does not stop the others', () => {
    expect(digest.papers).toEqual([
      {
        title: 'One',
        abstract: 'First line.',
        notation: 'plain',
        facts: { arxiv: '2401.00001', authors: ['Ann Bee'] },
        lines: [1, 1],
        record: 1,
      },
      { title: 'Two', notation: 'plain', facts: {}, lines: [5, 5], record: 4 },
    ]);
  });

  test('every other line is reported with its reason', () => {
    expect(digest.lines.map(({ kind }) => kind)).toEqual([
      'record',
      'blank',
      'unaccounted',
      'unaccounted',
      'record',
      'unaccounted',
      'unaccounted',
    ]);
    expect(digest.problems.map(({ where, what }) => [where.line, what])).toEqual([
      [
        3,
        'This line fits nowhere: record 2 does not end on its line, it may be cut off; mend it and add the file again.',
      ],
      [4, 'This line fits nowhere: record 3 is no object; mend it and add the file again.'],
      [
        6,
        'This line fits nowhere: record 5 has no title: it has `abstract`; give it one in its source and add the file again.',
      ],
      [7, expect.stringContaining('record 6 is not valid JSON')],
    ]);
  });

  test.each([
    [text, 0.98],
    ['{"title":"One"}\n', 0.7],
    ['{"title":"One"}\n{"title":"Two"}', 0.98],
    ['{\n"title": "One"\n}', 0],
    ['[{"title":"One"}]', 0],
    ['{"a":1}\n{"a":2}', 0],
  ])('recognises %j', (sample, confidence) => {
    expect(jsonl.recognise({ file: 'f', text: sample }).confidence).toBe(confidence);
  });
});
