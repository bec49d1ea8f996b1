import { factsLine } from '../text/paper-line.ts';
import type { Paper } from './archive.ts';
import { monthOf } from './paper-date.ts';

/** What a list says of a paper beside its title and authors: see `factsLine`. */
export const listedFacts = (
  paper: Pick<Paper, 'published' | 'arxiv' | 'venue' | 'upvotes' | 'links'>,
): string =>
  factsLine({
    month: monthOf(paper),
    venue: paper.venue,
    upvotes: paper.upvotes,
    code: paper.links.some(({ kind }) => kind === 'code'),
  });
