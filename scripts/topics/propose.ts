/** `npm run topics -- --propose`: topic files in the making, from the papers that have no topic. */
import { mkdir } from 'node:fs/promises';
import { dirname, resolve } from 'node:path';
import { stringify } from 'yaml';
import { topicsFolder } from '../../src/archive-folder.ts';
import { writeAtomic } from '../../src/entries/atomic.ts';
import { slugsOf } from '../../src/entries/slug.ts';
import { counted } from '../../src/text/counted.ts';
import {
  draftTopics,
  reviewTopics,
  type Draft,
  type ReviewedPaper,
  type TopicRules,
} from '../../src/topics/index.ts';
import { groupsOf } from './groups.ts';

/** A topic file that is proposed. */
export interface Proposal {
  /** From the project's folder. */
  readonly file: string;
  readonly text: string;
  readonly label: string;
  /** Papers that its terms find. */
  readonly papers: number;
}

export interface Proposals {
  readonly files: readonly Proposal[];
  /** Papers without a topic, before. */
  readonly unsorted: number;
  /** Of those, papers that the proposals find. */
  readonly found: number;
}

/** Typical papers that a file names. */
const examples = 5;

const inLine = (value: unknown): string =>
  stringify(value, { collectionStyle: 'flow', lineWidth: 0 }).trim();

const oneLine = (text: string): string => text.replaceAll(/\s+/g, ' ').trim();

/** A draft as a topic file: its terms with what they find, and its most typical papers. */
function fileOf({ label, group, terms, found }: Draft, papers: readonly ReviewedPaper[]): string {
  const members = new Set(group);
  const among = found.filter((place) => members.has(place)).length;
  const [first = '', ...more] = terms.slice(0, 4).map(({ term }) => term);
  return [
    '---',
    '# A proposal, made of the papers of the archive. Edit what you like; docs/topics.md explains it.',
    `label: ${inLine(label)}`,
    `description: ${inLine(`Papers that speak of ${[first, ...more].join(', ')} and the like.`)}`,
    'terms: # with how many papers of the group hold the term, and how many others',
    ...terms.map(
      ({ term, weight, inside, outside }) =>
        `  - ${inLine({ term, weight })} # ${inside}, ${outside}`,
    ),
    '---',
    `${counted(group.length, 'paper')} without a topic belong together by what they say. The terms find ${among} of them, and ${found.length - among} others.`,
    'The most typical:',
    '',
    ...group.slice(0, examples).map((place) => `- ${oneLine(papers[place]?.title ?? '')}`),
    '',
  ].join('\n');
}

/**
 * Proposes topics. The same papers and topics give the same proposals.
 *
 * @param topics that there are: what they have is left alone
 * @param papers in any order
 * @param ids of all topics, those with a mistake in their files included
 */
export function proposals(
  topics: readonly TopicRules[],
  papers: readonly ReviewedPaper[],
  ids: readonly string[],
): Proposals {
  const { unsorted } = reviewTopics(topics, papers);
  // What a person has left without a topic is meant to have none.
  const open = unsorted.filter((place) => papers[place]?.byHand === undefined);
  const groups = groupsOf(open.flatMap((place) => papers[place] ?? []));
  const drafts = draftTopics(
    papers,
    groups.map((group) => group.map((at) => open[at] ?? 0)),
  );
  const taken = new Set([...ids, 'unsorted']);
  const files = drafts.map((draft): Proposal => {
    const id = slugsOf(draft.label).find((slug) => !taken.has(slug)) ?? '';
    taken.add(id);
    return {
      file: `${topicsFolder()}/${id}.md`,
      text: fileOf(draft, papers),
      label: draft.label,
      papers: draft.found.length,
    };
  });
  const wanted = new Set(open);
  const found = new Set(drafts.flatMap((draft) => draft.found.filter((at) => wanted.has(at))));
  return { files, unsorted: open.length, found: found.size };
}

/**
 * Writes proposals, each whole or not at all; a file that is there stays as it is.
 *
 * @returns the files that were written
 */
export async function writeProposals(root: string, files: readonly Proposal[]): Promise<string[]> {
  const written: string[] = [];
  for (const { file, text } of files) {
    const path = resolve(root, file);
    await mkdir(dirname(path), { recursive: true });
    if (await writeAtomic(path, text, { before: null })) written.push(file);
  }
  return written;
}

/** What is told of proposals: each file, or where they were written, and what they find together. */
export function proposalsText({ files, unsorted, found }: Proposals, written?: string[]): string {
  if (files.length === 0)
    return unsorted === 0
      ? 'Every paper has a topic: nothing is proposed.'
      : `${counted(unsorted, 'paper')} without a topic, of which none are enough alike: nothing is proposed.`;
  const each = written
    ? files
        .filter(({ file }) => written.includes(file))
        .map(({ file, label, papers }) => `wrote ${file}: ${label}, ${counted(papers, 'paper')}`)
    : files.map(({ file, text }) => `${file}\n\n${text}`);
  const sum = `${counted(files.length, 'topic')} proposed, which find ${found} of ${counted(unsorted, 'paper')} without one.`;
  const next = written
    ? 'Edit the files, or delete those that you do not want; `npm run topics` shows what each term does.'
    : 'With --write the files are written; those that are there stay as they are.';
  return [...each, sum, next].join('\n');
}
