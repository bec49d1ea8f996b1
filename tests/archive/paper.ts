import * as fc from 'fast-check';
import type { Archive, Paper } from '../../src/archive/archive.ts';

/** A paper of which nothing is known but its title and one listing; `facts` adds or replaces. */
export function paper(facts: Partial<Paper> = {}): Paper {
  return {
    id: 'a-study-of-rivers',
    title: 'A Study of Rivers',
    html: '<p>Rivers run.</p>',
    text: 'Rivers run.',
    listings: [{ digest: '2025-03-11-trending', date: '2025-03-11', lines: [10, 12] }],
    date: '2025-03-11',
    authors: [],
    categories: [],
    aliases: [],
    corrections: [],
    damage: [],
    foreign: [],
    links: [],
    topics: [],
    wording: JSON.stringify([facts.title, facts.text]),
    digest: '',
    ...facts,
  };
}

/** An archive with one digest called "Trending" and one topic. */
export function archive(papers: readonly Paper[]): Archive {
  const topic = { id: 'vision', label: 'Vision & <video>', description: 'Seeing.', papers };
  const digest = {
    id: '2025-03-11-trending',
    date: '2025-03-11',
    name: 'Trending',
    file: 'archive/digests/2025-03-11-trending.txt',
    format: 'plain text',
    lines: {},
    papers: papers.map((paper) => ({ paper, lines: [10, 12] as const })),
  };
  return {
    papers,
    digests: [digest],
    topics: [topic],
    emptyTopics: [],
    sources: [],
    collectedUntil: '',
    removed: [],
    pages: [],
    parts: {},
    unsorted: [],
    paper: (id) => papers.find((paper) => paper.id === id),
    topic: (id) => (id === topic.id ? topic : undefined),
    digest: (id) => (id === digest.id ? digest : undefined),
    related: () => [],
    settled: () => ({
      k: 0,
      steady: 0,
      places: new Int32Array(),
      similarities: new Float32Array(),
    }),
  };
}

/** Markup of every output, and characters that some of them cannot hold. */
const awkward = [
  '{',
  '}',
  '\\',
  '"',
  '$',
  '%',
  '\\{',
  '\\begin{',
  '@misc{',
  ' and ',
  ',',
  '\n',
  '\r',
  '\u0000',
  '\u0008',
  '\u001b',
  '\u0085',
  '\u2028',
  '\u202E',
  '\uFFFE',
  '\uFFFF',
  '\uD800',
  '\uDC00',
  '😀',
  '<',
  '>',
  '&',
  ']]>',
  '<!--',
  '</script>',
  '&amp;',
  '<![CDATA[',
];

/** Any text: all of Unicode, lone surrogates and control characters, and what outputs have trouble with. */
export const anyText = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.string({ unit: 'grapheme' }),
      fc.constantFrom(...awkward),
    ),
  )
  .map((parts) => parts.join(''));
