import { describe, expect, it } from 'vitest';
import { readAnswer } from '../../src/enrich/answer.ts';
import { entryXml, errorXml, feedXml, type ServedPaper } from './server.ts';

const paper: ServedPaper = {
  id: '2409.11321v2',
  title: 'Binding $\\ell_\\infty$ Books &\n  Others',
  abstract: '  We bind $O(\\sqrt{T})$ books,\n  and count them. ',
  authors: ['Zoë Bind', 'Paul Erd{\\H o}s', 'A. Page'],
  published: '2024-09-17T08:18:33Z',
  updated: '2025-01-31T08:18:33Z',
  categories: ['cs.LG', 'stat.ML'],
  comment: '12 pages, 3 figures',
  journal: 'J. Bookb. 3 (2024) 1-12',
  doi: '10.1000/ABC.1',
};

describe('readAnswer', () => {
  it('reads every fact of an entry', () => {
    const answer = readAnswer(feedXml([entryXml(paper)]));
    expect(answer).toEqual({
      kind: 'feed',
      total: 1,
      unreadable: 0,
      records: [
        {
          arxiv: '2409.11321',
          version: 2,
          title: 'Binding $\\ell_\\infty$ Books & Others',
          abstract: 'We bind $O(\\sqrt{T})$ books, and count them.',
          authors: ['Zoë Bind', 'Paul Erdős', 'A. Page'],
          published: '2024-09-17',
          updated: '2025-01-31',
          categories: ['cs.LG', 'stat.ML'],
          doi: '10.1000/abc.1',
          venue: 'J. Bookb. 3 (2024) 1-12',
          comment: '12 pages, 3 figures',
          withdrawn: false,
        },
      ],
    });
  });

  it('says nothing that the entry does not say', () => {
    const answer = readAnswer(
      feedXml([entryXml({ id: 'math/0309136v1', title: 'Old', abstract: 'Text.', authors: [] })]),
    );
    expect(answer.kind === 'feed' && answer.records).toEqual([
      {
        arxiv: 'math/0309136',
        version: 1,
        title: 'Old',
        abstract: 'Text.',
        authors: [],
        published: '2024-09-17',
        categories: ['cs.LG'],
        withdrawn: false,
      },
    ]);
  });

  it.each([
    ['abstract', { abstract: 'This paper has been withdrawn by the authors.' }],
    ['comment', { comment: 'Withdrawn: an error in Lemma 3' }],
  ])('sees in the %s that a paper was withdrawn', (_, change) => {
    const answer = readAnswer(feedXml([entryXml({ ...paper, ...change })]));
    expect(answer.kind === 'feed' && answer.records[0]?.withdrawn).toBe(true);
  });

  it('takes an empty feed for what it is', () => {
    expect(readAnswer(feedXml([]))).toEqual({ kind: 'feed', total: 0, unreadable: 0, records: [] });
  });

  it('leaves out an entry without title, as unknown ids may have', () => {
    const stub = '<entry><id>http://arxiv.org/abs/9999.99999</id><title></title></entry>';
    expect(readAnswer(feedXml([stub]))).toMatchObject({ kind: 'feed', records: [] });
  });

  it('counts an entry that is no XML and reads the others', () => {
    const answer = readAnswer(
      feedXml(['<entry><id>x</id><title>A <b></title></entry>', entryXml(paper)]),
    );
    expect(answer).toMatchObject({
      kind: 'feed',
      unreadable: 1,
      records: [{ arxiv: '2409.11321' }],
    });
  });

  it('knows an error by its id', () => {
    expect(readAnswer(errorXml('incorrect id format for 1234.12'))).toEqual({
      kind: 'refused',
      why: 'incorrect id format for 1234.12',
    });
  });

  const whole = feedXml([entryXml(paper)]);
  it.each([
    ['nothing', ''],
    ['a web page', '<!DOCTYPE html><html><body>Sorry</body></html>'],
    ['plain text', 'Rate exceeded.'],
    ['another feed', '<rss><channel></channel></rss>'],
    ['results announced, none sent', feedXml([], 7)],
    ['cut off in the head', whole.slice(0, 300)],
    ['cut off in an entry', whole.slice(0, -200)],
    ['cut off before the end', whole.slice(0, -8)],
  ])('asks again after %s', (_, text) => {
    expect(readAnswer(text).kind).toBe('damaged');
  });
});
