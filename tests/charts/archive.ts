import type { Archive, Digest, Paper, Topic } from '../../src/archive/archive.ts';
import { paper } from '../archive/paper.ts';

/** A digest of so many papers, of which nothing else is known. */
export function digest(date: string, papers: number): Digest {
  return {
    id: `${date}-list`,
    date,
    name: 'List',
    file: `archive/digests/${date}-list.txt`,
    format: 'plain text',
    lines: {},
    papers: Array.from({ length: papers }, (_, index) => ({
      paper: paper({ id: `${date}-${index}`, date }),
      lines: [index, index] as const,
    })),
  };
}

/** So many papers of a date that have these topics. */
export function papers(count: number, date: string, ...topics: string[]): Paper[] {
  return Array.from({ length: count }, (_, index) =>
    paper({
      id: `${date}-${topics.join('-')}-${index}`,
      date,
      topics: topics.map((topic) => ({ topic, byHand: true, score: 1, terms: [] })),
    }),
  );
}

/** Papers and the topics that they name. */
export function sorted(all: readonly Paper[]): Pick<Archive, 'papers' | 'topics'> {
  const ids = [...new Set(all.flatMap(({ topics }) => topics.map(({ topic }) => topic)))];
  const topics: Topic[] = ids.map((id) => ({
    id,
    label: id,
    description: '',
    papers: all.filter((one) => one.topics.some(({ topic }) => topic === id)),
  }));
  return { papers: all, topics };
}
