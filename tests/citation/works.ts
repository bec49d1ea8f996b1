/** Works of papers, for tests. */
import { paper } from '../archive/paper.ts';
import { workOf } from '../../src/citation/paper-work.ts';
import type { Work } from '../../src/citation/work.ts';
import type { Paper } from '../../src/archive/archive.ts';

/** A paper as a work; its key is `key` unless another is given. */
export const work = (facts: Partial<Paper> = {}, key = 'key'): Work =>
  workOf(paper(facts), { key, page: 'https://example.org/papers/a-study-of-rivers/' });
