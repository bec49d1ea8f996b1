import { expect, it } from 'vitest';
import { indexAuthors } from '../../src/archive/authors.ts';
import { coAuthors } from '../../src/archive/co-authors.ts';
import { paper } from './paper.ts';

const written = (...names: string[]) =>
  paper({ id: names.join('-').toLowerCase(), authors: names });

it('names who wrote most with an author, each once a paper, crowds left out', () => {
  const crowd = Array.from({ length: 50 }, (_, at) => `Worker ${'abcdefghij'[at % 10]}${at}`);
  const papers = [
    written('Ada', 'Bela', 'Cleo'),
    written('Ada', 'Cleo', 'Cleo'),
    written('Dora', 'Bela'),
    written('Ada', ...crowd),
  ];
  const index = indexAuthors(papers);
  const ada = index.authors.find(({ name }) => name === 'Ada');
  expect(ada && coAuthors(ada, index).map(({ name, papers: shared }) => [name, shared])).toEqual([
    ['Cleo', 2],
    ['Bela', 1],
  ]);
});
