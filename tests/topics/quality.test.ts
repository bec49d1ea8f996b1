import { describe, expect, it } from 'vitest';
import { judgeLabels, matchLabels } from '../../src/topics/labelled.ts';
import { parseLabels } from '../../src/topics/labels.ts';
import { measureQuality } from '../../src/topics/quality.ts';
import { topic } from './rules.ts';

const set = (...numbers: number[]): Set<number> => new Set(numbers);

describe('measureQuality', () => {
  it('counts right, wrong and missed assignments', () => {
    const quality = measureQuality(
      [
        { expected: set(0), got: set(0, 1) },
        { expected: set(0, 1), got: set(0) },
        { expected: set(), got: set() },
      ],
      3,
    );
    expect(quality).toMatchObject({
      papers: 3,
      micro: { right: 2, wrong: 1, missed: 1, precision: 2 / 3, recall: 2 / 3, f1: 2 / 3 },
      macroF1: 0.5,
      unsorted: 1,
      rightlyUnsorted: 1,
    });
    expect(quality.topics.map(({ f1 }) => f1)).toEqual([1, 0, Number.NaN]);
  });

  it('has no numbers where there is nothing', () => {
    const { micro, macroF1 } = measureQuality([], 1);
    expect([micro.precision, micro.recall, micro.f1, macroF1]).toEqual(
      Array.from({ length: 4 }, () => Number.NaN),
    );
  });
});

describe('parseLabels', () => {
  const topics = new Set(['birds']);

  it('reads titles, topics, split and sample', () => {
    const text = [
      '{"title":"Owls","topics":["birds"]}',
      '',
      '{"title":"Stones","topics":[],"split":"blind","sample":"random"}',
    ].join('\r\n');
    expect(parseLabels('l.jsonl', text, topics)).toEqual({
      problems: [],
      labels: [
        { title: 'Owls', topics: ['birds'], split: 'tuning', sample: '', line: 1 },
        { title: 'Stones', topics: [], split: 'blind', sample: 'random', line: 3 },
      ],
    });
  });

  it.each([
    ['{', 'not a JSON object'],
    ['[]', 'not a JSON object'],
    ['{"topics":[]}', 'no `title`'],
    ['{"title":"A","topics":"birds"}', '`topics` is not a list'],
    ['{"title":"A","topics":[7]}', '`topics` is not a list'],
    ['{"title":"A","topics":[],"split":"half"}', '`split` is neither'],
    ['{"title":"A","topics":[],"sample":7}', '`sample` is not text'],
    ['{"title":"A","topics":["fish"]}', 'The topic "fish" does not exist.'],
  ])('reports %s with its line', (line, why) => {
    const { labels, problems } = parseLabels('l.jsonl', `\n${line}\n`, topics);
    expect(labels).toEqual([]);
    expect(problems).toHaveLength(1);
    expect(problems[0]?.what).toContain(why);
    expect(problems[0]?.where).toEqual({ file: 'l.jsonl', line: 2 });
  });
});

describe('labels and papers', () => {
  const birds = topic('birds', 'terms: [{ term: owl, weight: key }]');
  const label = (title: string, topics: string[], split: 'blind' | 'tuning', sample = '') => ({
    title,
    topics,
    split,
    sample,
    line: 1,
  });

  it('are matched by title key, the archive first', () => {
    const labels = ['Owls, Again', 'Elsewhere', 'Lost'].map((title) => label(title, [], 'blind'));
    const papers = [{ title: 'OWLS AGAIN', text: 'here' }];
    const texts = new Map([
      ['owlsagain', { title: 'Owls again', text: 'there' }],
      ['elsewhere', { title: 'Elsewhere', text: 'there' }],
    ]);
    const { found, lost } = matchLabels(labels, papers, texts);
    expect(found.map(({ paper, index }) => [paper.text, index])).toEqual([
      ['here', 0],
      ['there', undefined],
    ]);
    expect(lost.map(({ title }) => title)).toEqual(['Lost']);
  });

  it('are judged by split and sample, with the reasons of each disagreement', () => {
    const labelled = [
      { label: label('Owls', ['birds'], 'blind', 'a'), paper: { title: 'Owls', text: '' } },
      {
        label: label('A jay', ['birds'], 'blind', 'b'),
        paper: { title: 'A jay', text: 'An owl.' },
      },
      { label: label('Owl', [], 'tuning', 'a'), paper: { title: 'Owl', text: '' } },
    ];
    const { samples, disagreements } = judgeLabels([birds], labelled);
    expect(samples.map(({ split, sample, quality }) => [split, sample, quality.papers])).toEqual([
      ['blind', '', 2],
      ['blind', 'a', 1],
      ['blind', 'b', 1],
      ['tuning', '', 1],
    ]);
    expect(disagreements).toEqual([
      { title: 'A jay', wrong: [], missed: [{ topic: 'birds', points: 5, terms: ['owl'] }] },
      { title: 'Owl', wrong: [{ topic: 'birds', points: 10, terms: ['owl'] }], missed: [] },
    ]);
  });

  it('say nothing of topics that those who labelled did not know', () => {
    const paper = { title: 'Owls', text: '' };
    const known = { label: label('Owls', ['birds'], 'blind', 'a'), paper };
    const { disagreements } = judgeLabels([birds, { ...birds, id: 'night' }], [known]);
    expect(disagreements).toEqual([]);
  });
});
