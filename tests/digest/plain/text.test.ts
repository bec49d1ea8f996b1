import { describe, expect, test } from 'vitest';
import { frontmatterLines } from '../../../src/digest/plain/frontmatter.ts';
import { joinLines } from '../../../src/digest/plain/join.ts';
import { layoutOf, textLines } from '../../../src/digest/plain/layout.ts';
import { featuresOf, proseScore } from '../../../src/digest/plain/prose.ts';
import { wrap } from './compose.ts';

describe('joinLines', () => {
  test.each([
    [['one two', 'three'], false, 'one two three'],
    [['state-of-the-', 'art'], false, 'state-of-the- art'],
    [['state-of-the-', 'art'], true, 'state-of-the-art'],
    [['pre-', 'and post-training'], true, 'pre- and post-training'],
    [['a fine-', 'to-coarse map'], true, 'a fine-to-coarse map'],
    [['a thing -', 'another'], true, 'a thing - another'],
    [[], true, ''],
  ])('%j, broken at hyphens %s: %s', (lines, hyphens, joined) => {
    expect(joinLines(lines, hyphens)).toBe(joined);
  });
});

describe('layoutOf', () => {
  const abstract = Array.from(
    { length: 12 },
    (_, at) =>
      `Sentence number ${String(at)} says something of moderate length about state-of-the-art graphs.`,
  ).join(' ');

  test.each([60, 72, 80, 100])('finds that text is wrapped at %i', (width) => {
    const text = [abstract, abstract, abstract].map((one) => wrap(one, width)).join('\n\n');
    const layout = layoutOf(textLines(text.split('\n')));
    expect(layout.width).toBeGreaterThanOrEqual(width - 3);
    expect(layout.width).toBeLessThanOrEqual(width);
    expect(layout).toMatchObject({ separated: 1, hyphens: false });
  });

  test('finds that text is not wrapped', () => {
    const text = ['Quiet Graphs', abstract, 'Loud Graphs', abstract, 'No Graphs', abstract].join(
      '\n',
    );
    expect(layoutOf(textLines(text.split('\n')))).toEqual({
      width: 0,
      separated: 0,
      hyphens: false,
    });
  });
});

describe('proseScore', () => {
  const score = (line: string): number => proseScore(featuresOf(line));
  test.each([
    'Quiet Graphs: A Study of Saying Little',
    'Can Robots Share a Kitchen?',
    'Learning to Route Messages with Sparse Lattices',
  ])('%s reads like a title', (line) => {
    expect(score(line)).toBeLessThan(-1);
  });

  test.each([
    'We study graphs that say little.',
    'In this paper, we propose a planner that asks before it acts, which users prefer.',
    'and the results show that it is faster than the others. Moreover, it is simple',
  ])('%s reads like an abstract', (line) => {
    expect(score(line)).toBeGreaterThan(1);
  });
});

describe('frontmatterLines', () => {
  test.each([
    [['---', 'title: x', 'url: "y"', '---', 'text'], 4],
    [['', '---', 'a: 1', 'b:', '  - c', '', '---'], 7],
    [['---', 'no fields here', '---'], 0],
    [['---', '---'], 0],
    [['---', 'a: 1'], 0],
    [['text', '---', 'a: 1', '---'], 0],
    [[], 0],
  ])('%j: %i', (lines, count) => {
    expect(frontmatterLines(lines)).toBe(count);
  });
});
