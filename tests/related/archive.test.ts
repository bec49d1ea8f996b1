import { describe, expect, test, vi } from 'vitest';
import { relatedPapers } from '../../src/archive/related.ts';
import { relatedReason } from '../../src/archive/reason.ts';
import { findSimilar } from '../../src/related/related.ts';
import { readTable } from '../../src/related/table.ts';
import { archive, paper } from '../archive/paper.ts';
import { papers as documents } from './papers.ts';

const topic = (id: string) => ({ topic: id, byHand: true, score: 0, terms: [] });
const papers = documents.map((document) =>
  paper({ ...document, topics: [topic(document.id.slice(0, 4)), topic('pottery')] }),
);

describe('relatedPapers', () => {
  test('works nothing out before it is asked, and then once', () => {
    const similar = vi.fn<NonNullable<Parameters<typeof relatedPapers>[1]>>((some) =>
      readTable(findSimilar(some)),
    );
    const found = relatedPapers(papers, similar);
    expect(similar).not.toHaveBeenCalled();
    found.related('kiln-glaze');
    found.related('bee-dance');
    found.settled();
    expect(similar).toHaveBeenCalledTimes(1);
  });

  test('gives papers, and the topics both have', () => {
    const [first] = relatedPapers(papers).related('kiln-glaze');
    expect(first?.paper).toBe(papers[1]);
    expect(first?.topics).toEqual(['kiln', 'pottery']);
    expect(first?.terms.length).toBeGreaterThan(0);
  });

  test('knows nothing of a paper that is not there', () => {
    expect(relatedPapers(papers).related('nowhere')).toEqual([]);
  });

  test('gives neighbours, the oldest paper first', () => {
    const { k, places } = relatedPapers(papers.toReversed()).settled();
    expect(places).toHaveLength(papers.length * k);
    expect(papers[places[0] ?? -1]?.id).toBe('kiln-ash');
  });
});

describe('relatedReason', () => {
  const labels = archive([]);

  test.each([
    [['Marlow', 'crackle glaze'], ['vision'], 'Marlow · crackle glaze'],
    [['Marlow'], ['vision'], 'Marlow · topic Vision & <video>'],
    [[], ['vision'], 'topic Vision & <video>'],
    [['Marlow'], ['unknown'], 'Marlow'],
    [[], [], ''],
  ])('%j and %j: %s', (terms, topics, expected) => {
    expect(relatedReason({ terms, topics }, labels)).toBe(expected);
  });
});
