import { expect, it } from 'vitest';
import { authorsOf } from '../../../src/archive/authors.ts';
import { authorFiles, suggestFile } from '../../../src/search/suggest/files.ts';
import { archive, paper } from '../../archive/paper.ts';

it('names every topic that has papers, and every author who has a page', () => {
  const one = archive([
    paper({ id: 'a', authors: ['Ada Lovelace', 'et al.'] }),
    paper({ id: 'b', authors: ['Lovelace, Ada'] }),
  ]);
  const { authors } = authorsOf(one);
  expect(suggestFile(one.topics, authors)).toEqual({
    topics: [['vision', 'Vision & <video>', 2]],
    authors: ['every'],
  });
  expect([...authorFiles(authors).values()]).toEqual([[['Ada Lovelace', 2]]]);
  expect(suggestFile([], [])).toEqual({ topics: [], authors: [] });
});
