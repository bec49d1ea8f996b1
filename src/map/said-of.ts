/** What the map says of a paper beside its title. */
import { listedFacts, type Paper } from '../archive/index.ts';
import { between, byline } from '../text/paper-line.ts';

/** Its authors, with what stands between them and the rest of the line, and when and where it came out. */
export function saidOf(paper: Paper): readonly [by: string, facts: string] {
  const [by, facts] = [byline(paper.authors), listedFacts(paper)];
  return [by !== '' && facts !== '' ? by + between : by, facts];
}
