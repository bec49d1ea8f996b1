import { describe, expect, test } from 'vitest';
import { formatOf, formats } from '../../src/digest/formats/index.ts';
import { parseDigest } from '../../src/digest/parse.ts';

const file = 'archive/digests/2025-03-11-x.txt';

describe('parseDigest', () => {
  test('takes the format that recognises the file', () => {
    const text =
      'Daily Papers\n\nMar 11\n\nQuiet Graphs\n\nWe propose a method for learning graphs. Experiments show that it is fast.';
    const parsed = parseDigest({ file, text });
    expect(parsed).toMatchObject({
      format: 'hf-text',
      papers: [{ title: 'Quiet Graphs' }],
      problems: [],
    });
  });

  test('refuses what no format recognises, and accounts for its lines all the same', () => {
    const parsed = parseDigest({ file, text: 'a = 1;\n\nb = 2;\r\n \n}' });
    expect(parsed).toMatchObject({ format: '', papers: [], banner: [], dates: [] });
    expect(parsed.lines.map(({ kind }) => kind)).toEqual([
      'unaccounted',
      'blank',
      'unaccounted',
      'blank',
      'unaccounted',
    ]);
    expect(parsed.problems).toMatchObject([
      { code: 'digest/unknown-format', where: { file, line: 1 } },
    ]);
    expect(parsed.problems[0]?.todo).toContain('hf-text');
    expect(parsed.why).not.toBe('');
  });

  test('reads as the format it is told to', () => {
    const text = 'a = 1;\n\nQuiet Graphs\n\nWe propose a method for learning graphs. It is fast.';
    const parsed = parseDigest({ file, text }, { format: 'hf-text' });
    expect(parsed.format).toBe('hf-text');
    expect(parsed.papers).toHaveLength(1);
  });

  test('names a format that does not exist', () => {
    const parsed = parseDigest({ file, text: 'Quiet Graphs' }, { format: 'no-such' });
    expect(parsed.problems).toMatchObject([{ code: 'digest/unknown-format' }]);
    expect(parsed.problems[0]?.what).toContain('no-such');
  });

  test('says that a digest without papers has none', () => {
    const text = 'new\n\nGet trending papers in your email inbox!\n\nSubscribe\n\nMar 11\n';
    const parsed = parseDigest({ file, text });
    expect(parsed).toMatchObject({ format: 'hf-text', problems: [{ code: 'digest/no-papers' }] });
    expect(parsed.lines).toHaveLength(7);
  });

  test.each([
    ['a = 1;\nb = 2;', 'this file: it begins "a = 1;"; as Plain text'],
    [' \n\t\n', 'this file: it is empty.'],
    ['\n<!DOCTYPE html>\n<html><body><p>Papers</p></body></html>', 'it is a saved web page (HTML)'],
    ['[08:01] jo: hello\n[08:02] em: hello', '"[08:01] jo: hello"; as Plain text'],
    ['{"a": 1}', '"{"a": 1}"; as JSON records'],
  ])('says what it saw of %j', (text, what) => {
    expect(parseDigest({ file, text }).problems[0]?.what).toContain(what);
  });

  test('a log is no digest', () => {
    const text = Array.from(
      { length: 40 },
      (_, at) => `2025-01-01 12:00:${10 + at} INFO worker ${at} started training the model`,
    ).join('\n');
    expect(parseDigest({ file, text }).papers).toEqual([]);
  });

  test('an empty file is no digest', () => {
    const parsed = parseDigest({ file, text: '' });
    expect(parsed.lines).toEqual([]);
    expect(parsed.problems).toMatchObject([{ code: 'digest/unknown-format' }]);
  });
});

test('formats have ids of their own', () => {
  expect(new Set(formats.map(({ id }) => id)).size).toBe(formats.length);
  expect(formats.every((format) => formatOf(format.id) === format)).toBe(true);
  expect(formatOf('no-such')).toBeUndefined();
});
