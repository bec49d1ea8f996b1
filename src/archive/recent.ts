/** Which papers a feed holds: its last digests, each whole, so that a reader who looks in once a week misses none. */
import { joinDate, paperDate } from './paper-date.ts';
import type { Paper } from './archive.ts';

/** Digests of this many days before the newest one are in the feed … */
const days = 7;

/** … as long as it does not come to hold more papers than this. The newest digest is in it whatever its length. */
const mostPapers = 500;

/** A digest's papers, in its own order. */
interface Issue {
  readonly key: string;
  /** ISO date. */
  readonly date: string;
  readonly papers: { readonly paper: Paper; readonly line: number }[];
}

/** `2024`, `2024-09` → the first day of it. */
function firstDay({ published, arxiv }: Paper): string | undefined {
  const date = paperDate({ published, arxiv });
  return date && joinDate({ month: '01', day: '01', ...date }, '-');
}

/** The day a paper came into the archive; an entry written by hand has no digest, and its paper's own date counts. */
export const firstListed = (paper: Paper): string | undefined =>
  paper.listings[0]?.date ?? firstDay(paper);

function issuesOf(papers: readonly Paper[]): Issue[] {
  const issues = new Map<string, Issue>();
  const add = (key: string, date: string, paper: Paper, line: number): void => {
    const issue = issues.get(key);
    if (issue) issue.papers.push({ paper, line });
    else issues.set(key, { key, date, papers: [{ paper, line }] });
  };
  for (const paper of papers) {
    for (const { digest, date, lines } of paper.listings) add(digest, date, paper, lines[0]);
    const day = paper.listings.length === 0 ? firstDay(paper) : undefined;
    // What stands in no digest is no issue of anything: each paper is one.
    if (day !== undefined) add(`/${paper.id}`, day, paper, 0);
  }
  return [...issues.values()].toSorted((a, b) =>
    a.date === b.date ? (a.key < b.key ? -1 : 1) : a.date < b.date ? 1 : -1,
  );
}

const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`) / 86_400_000;

/**
 * The papers of the last digests, newest digest first, each in its own order and whole; a paper that several
 * of them list comes once. A paper without any date is left out, for a feed cannot place it.
 *
 * @param papers of an archive or a topic, in any order
 * @param most older digests than the last week's follow, whole, while the feed holds no more papers than this
 */
export function recentPapers(papers: readonly Paper[], most: number): Paper[] {
  const issues = issuesOf(papers);
  const newest = dayNumber(issues[0]?.date ?? '');
  const recent = new Set<Paper>();
  for (const { date, papers: listed } of issues) {
    const length = recent.size + listed.length;
    const fits = length <= (newest - dayNumber(date) < days ? mostPapers : most);
    if (recent.size > 0 && !fits) break;
    for (const { paper } of listed.toSorted((a, b) => a.line - b.line)) recent.add(paper);
  }
  return [...recent];
}
