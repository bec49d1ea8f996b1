/** The papers that related papers are measured on, and what is known of them beside their text. */
import { createReadStream } from 'node:fs';
import { createInterface } from 'node:readline';
import { compileTopics, readTopicFiles } from '../../../src/topics/index.ts';
import type { SimilarityDocument } from '../../../src/related/index.ts';
import { readPapers } from '../../topics/read.ts';

/** A paper with labels that related papers should share; none of them is read to find those. */
export interface LabelledPaper extends SimilarityDocument {
  readonly topics: readonly string[];
  /** arXiv categories, primary first. */
  readonly categories: readonly string[];
  readonly authors: readonly string[];
}

const isRecord = (value: unknown): value is Readonly<Record<string, unknown>> =>
  typeof value === 'object' && value !== null;

const strings = (value: unknown): string[] =>
  Array.isArray(value) ? value.filter((item) => typeof item === 'string') : [];

type Unsorted = Omit<LabelledPaper, 'topics'>;

/** A line of a file of papers: `title`, `abstract`, and `categories` and `authors` if known. */
function paperOf(line: string, number: number): Unsorted[] {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return [];
  }
  if (!isRecord(value)) return [];
  const { title, abstract } = value;
  if (typeof title !== 'string' || typeof abstract !== 'string') return [];
  const [categories, authors] = [strings(value['categories']), strings(value['authors'])];
  return [{ id: `paper-${number}`, title, text: abstract, categories, authors }];
}

/**
 * Reads papers without their topics.
 *
 * @param root folder of a project
 * @param file JSON lines to take in place of the project's own papers
 * @param count papers wanted
 * @throws what the file system throws
 */
export async function readDocuments(
  root: string,
  file: string | undefined,
  count: number,
): Promise<Unsorted[]> {
  if (file === undefined) {
    const papers = await readPapers(root);
    return papers.slice(0, count).map((paper) => ({ ...paper, categories: [], authors: [] }));
  }
  const papers: Unsorted[] = [];
  for await (const line of createInterface({
    input: createReadStream(file),
    crlfDelay: Infinity,
  })) {
    papers.push(...paperOf(line, papers.length));
    if (papers.length >= count) break;
  }
  return papers;
}

/** Gives papers the archive's topics. */
export async function labelled(
  root: string,
  papers: readonly Unsorted[],
): Promise<LabelledPaper[]> {
  const { topics } = await readTopicFiles(root);
  const classifier = compileTopics(topics);
  return papers.map((paper) => ({
    ...paper,
    topics: classifier.classify(paper).map(({ topic }) => topic),
  }));
}
