/** An archive about something else: its own topic files and a digest, the same code. */
import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readPapers } from '../../scripts/topics/read.ts';
import { assembleArchive } from '../../src/archive/assemble.ts';
import type { Archive } from '../../src/archive/archive.ts';
import { deriving } from '../../src/archive/derived.ts';
import { readTopicFiles } from '../../src/topics/files.ts';
import { reportTopics, type TopicsReport } from '../../src/topics/topics-report.ts';
import type { ReviewedPaper } from '../../src/topics/review.ts';
import type { TopicRules } from '../../src/topics/schema.ts';
import { PaperRow } from '../../src/loaders/paper-row.ts';

const root = fileURLToPath(new URL('biology', import.meta.url));

let papers: ReviewedPaper[] = [];
let topics: readonly TopicRules[] = [];
let archive: Archive;
let report: TopicsReport;

beforeAll(async () => {
  topics = (await readTopicFiles(root)).topics;
  papers = await readPapers(root);
  const rows = papers.map(({ id, title, text }): [string, PaperRow] => [
    id,
    PaperRow.of({
      facts: { title, digests: [], urls: [], damage: [], foreign: [] },
      body: { text, html: '', captured: [] },
    }),
  ]);
  archive = assembleArchive({
    papers: new Map(rows),
    digests: [],
    topics,
    derived: deriving(topics),
  });
  report = reportTopics(topics, papers);
});

describe('an archive of biology', () => {
  it('has its papers from its digest and its topics from their files', () => {
    expect(papers).toHaveLength(16);
    expect(topics).toHaveLength(4);
  });

  it.each([
    ['pollination', ['bumblebees-remember', 'hoverflies-carry', 'night-moths']],
    ['bird-migration', ['a-stopover-island', 'the-magnetic-compass', 'waders-leave']],
    ['coral-reefs', ['coral-bleaching', 'larvae-of-reef']],
    ['gene-regulation', ['an-enhancer-that', 'two-promoters-for']],
  ])('sorts papers into %s', (topic, ids) => {
    const found = archive.topic(topic)?.papers.map(({ id }) => id.split('-').slice(0, 3).join('-'));
    expect(found?.map((id) => ids.find((start) => id.startsWith(start))).toSorted()).toEqual(ids);
  });

  it('is not misled by what the topic files exclude', () => {
    expect(archive.unsorted.map(({ title }) => title)).toContain('How Wounds Close in Flatworms');
  });
});

describe('its report', () => {
  it('agrees with the archive', () => {
    const sizes = (some: readonly { id: string; papers: number }[]): [string, number][] =>
      some.map(({ id, papers: size }): [string, number] => [id, size]).toSorted();
    expect(sizes(report.topics)).toEqual(
      sizes(archive.topics.map(({ id, papers: some }) => ({ id, papers: some.length }))),
    );
    expect(report.unsorted.map(({ id }) => id).toSorted()).toEqual(
      archive.unsorted.map(({ id }) => id).toSorted(),
    );
  });

  it('finds the topic that is missing', () => {
    const [first] = report.newTopics;
    const words = first?.terms.map(({ term }) => term).join(' ');
    expect(words).toMatch(/mycorrhizal|fungi|fungal/);
    expect(first?.papers.map(({ title }) => title).toSorted()).toEqual([
      'Drought Makes Roots Choose Other Fungi',
      'Forest Soils Lose Mycorrhizal Networks After Felling',
      'Mycorrhizal Fungi Feed Seedlings in the Shade',
      'Phosphorus Trade Between Roots and Mycorrhizal Fungi',
    ]);
  });

  it('names the phrase that no paper holds', () => {
    const pollination = report.topics.find(({ id }) => id === 'pollination');
    expect(pollination?.terms.filter(({ found }) => found === 0).map(({ term }) => term)).toEqual([
      'nectar thief',
    ]);
  });
});
