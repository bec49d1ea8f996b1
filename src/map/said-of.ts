/** What the map says of a paper beside its title. */
import { listedFacts, type Paper } from '../archive/index.ts';
import { between, byline } from '../text/paper-line.ts';

/** Its authors, and when and where it came out, in a line; empty where nothing is known. */
export const saidOf = (paper: Paper): string =>
  [byline(paper.authors), listedFacts(paper)].filter((part) => part !== '').join(between);
