/** `npm run topics`: how the topic files do on the papers of an archive, and what they might want. */
import { readFile } from 'node:fs/promises';
import { parseArgs } from 'node:util';
import { topicsFolder } from '../src/archive-folder.ts';
import {
  matchLabels,
  type Matched,
  parseLabels,
  reportTopics,
  type PaperText,
  readTopicFiles,
} from '../src/topics/index.ts';
import { diagnostic, type Diagnostic } from '../src/diagnostics/diagnostic.ts';
import { toTerminal } from '../src/diagnostics/reporters/terminal.ts';
import { visibleIn, visibleLines } from '../src/diagnostics/visible.ts';
import { titleKey } from '../src/digest/identity.ts';
import { progressLine } from './progress.ts';
import { runScript, WrongUse, rootOption } from './run.ts';
import { proposals, proposalsText, writeProposals } from './topics/propose.ts';
import { qualityMarkdown } from './topics/quality.ts';
import { readPapers, readTexts } from './topics/read.ts';
import { reportText, topicText } from './topics/text.ts';

const usage = `npm run topics -- [--topic ID] [--labels FILE [--papers FILE]] [--all] [--json | --markdown] [--archive FOLDER]
npm run topics -- --propose [--write] [--archive FOLDER]

Applies the topic files to the papers of the archive, and shows papers per topic, unsorted papers, near misses, terms
that find nothing or may mislead, and words that topics or the unsorted papers might need. Writes nothing without
--write. docs/topics.md explains what it shows.

  --propose      suggests topics for the papers that have none, as files to edit, with terms and typical papers
  --write        writes these files to the archive's folder topics; overwrites none

  --topic ID     one topic in full: what each of its terms does
  --labels FILE  compares the topics with labels: JSON lines with title and topics
  --papers FILE  texts of labelled papers that are not in the archive: JSON lines with title and abstract
  --all          complete lists
  --json         everything as JSON
  --markdown     the quality tables as Markdown; needs --labels
  --archive FOLDER  the archive (default: content, or OFFPRINT_ARCHIVE)

Exit code: 0 all well, 1 a file has a problem, 2 wrong use.`;

interface ReadLabelFiles {
  readonly matched?: Matched;
  readonly problems: readonly Diagnostic[];
}

const unreadable = (file: string, error: unknown): Diagnostic =>
  diagnostic(
    'topic/label',
    { file },
    { why: error instanceof Error ? error.message : String(error) },
  );

async function readLabelFiles(
  labelFile: string,
  paperFile: string | undefined,
  topics: ReadonlySet<string>,
  papers: readonly PaperText[],
): Promise<ReadLabelFiles> {
  let text: string;
  try {
    text = await readFile(labelFile, 'utf8');
  } catch (error) {
    return { problems: [unreadable(labelFile, error)] };
  }
  const { labels, problems } = parseLabels(labelFile, text, topics);
  const inArchive = matchLabels(labels, papers);
  if (paperFile === undefined) return { matched: inArchive, problems };
  try {
    const lost = new Set(inArchive.lost.map(({ title }) => titleKey(title)));
    const texts = await readTexts(paperFile, lost);
    return { matched: matchLabels(labels, papers, texts), problems };
  } catch (error) {
    return { matched: inArchive, problems: [...problems, unreadable(paperFile, error)] };
  }
}

await runScript(usage, async () => {
  const { values } = parseArgs({
    options: {
      topic: { type: 'string' },
      labels: { type: 'string' },
      papers: { type: 'string' },
      all: { type: 'boolean', default: false },
      json: { type: 'boolean', default: false },
      propose: { type: 'boolean', default: false },
      write: { type: 'boolean', default: false },
      markdown: { type: 'boolean', default: false },
      root: rootOption,
    },
  });
  if (values.labels === undefined && (values.papers !== undefined || values.markdown))
    throw new WrongUse('--papers and --markdown need --labels.');
  if (values.write && !values.propose) throw new WrongUse('--write needs --propose.');
  const progress = progressLine();
  const { topics, ids: known, problems } = await readTopicFiles(values.root);
  if (values.topic !== undefined && !topics.some(({ id }) => id === values.topic))
    throw new WrongUse(`There is no topic "${values.topic}" in ${topicsFolder()}.`);
  const papers = await readPapers(values.root, progress.show);
  if (values.propose) {
    progress.show('looking for papers that belong together');
    const found = proposals(topics, papers, known);
    const written = values.write ? await writeProposals(values.root, found.files) : undefined;
    progress.clear();
    const told = problems.map((problem) => toTerminal(problem, process.stderr.isTTY));
    if (told.length > 0) process.stderr.write(`${told.join('\n')}\n`);
    process.stdout.write(`${visibleLines(proposalsText(found, written))}\n`);
    return problems.some(({ severity }) => severity === 'error') ? 1 : 0;
  }
  const ids = new Set(topics.map(({ id }) => id));
  const labels: ReadLabelFiles =
    values.labels === undefined
      ? { problems: [] }
      : await readLabelFiles(values.labels, values.papers, ids, papers);
  const report = reportTopics(topics, papers, labels.matched, progress.show);
  progress.clear();

  const all = [...problems, ...labels.problems];
  const style = { colour: process.stdout.isTTY, all: values.all };
  const one = report.topics.find(({ id }) => id === values.topic);
  const print = (): string => {
    if (values.json) return JSON.stringify({ ...(one ?? report), problems: all }, undefined, 2);
    if (values.markdown) return qualityMarkdown(report.labels?.samples ?? [], report.topics);
    return one
      ? topicText(visibleIn(report), visibleIn(one), style)
      : reportText(visibleIn(report), style);
  };
  for (const problem of all) process.stderr.write(`${toTerminal(problem, process.stderr.isTTY)}\n`);
  process.stdout.write(`${print()}\n`);
  return all.some(({ severity }) => severity === 'error') ? 1 : 0;
});
