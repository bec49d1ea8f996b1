/** The papers of a built site, and what each may be asked for by. */
import { keyedPaper, namesOf } from '../paste/keys.ts';
import type { SiteFolder } from '../../publish/site-folder.ts';

export interface ListedPaper {
  readonly id: string;
  /** What may be pasted for it (`paste/keys.ts`). */
  readonly names: readonly string[];
}

/** The papers as `archive.jsonl` has them, the one listed first of all first. */
export async function readListing(site: SiteFolder): Promise<ListedPaper[]> {
  const content = await site.read('archive.jsonl');
  const listed: ListedPaper[] = [];
  for (let start = 0; start < content.length;) {
    const found = content.indexOf(0x0a, start);
    const end = found < 0 ? content.length : found;
    const paper =
      end > start ? keyedPaper(JSON.parse(content.toString('utf8', start, end))) : undefined;
    if (paper !== undefined) listed.push({ id: paper.id, names: namesOf(paper) });
    start = end + 1;
  }
  return listed.toReversed();
}
