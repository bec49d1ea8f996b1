/** A Markdown document that lists papers: in tables, under headings, as items of lists. */
import { oncePer } from '../../once.ts';
import type { Capture, CapturedPaper, ParsedDigest, StatedDate } from '../model.ts';
import { readDay } from '../date.ts';
import { splitLines } from '../lines.ts';
import { whatBlocks, type Block } from './block.ts';
import { blocksOf } from './blocks.ts';
import { hasSpan, headingDay, yearIn } from './dates.ts';
import type { Finding, MarkdownEntry, Reading } from './entry.ts';
import { headedPapers } from './headed.ts';
import { isBold } from './inline.ts';
import { wordsOf } from './item-words.ts';
import { digestOf } from './ledger.ts';
import { listedPapers } from './listed.ts';
import { parseMarkdown } from './markdown.ts';
import { isOfSoftware, noteOf } from './note.ts';
import { isOverTitle, withPseudoHeadings } from './pseudo.ts';
import { escaping } from './references.ts';
import { readReport } from './report.ts';
import { rowPapers } from './rows.ts';
import { tablesOf } from './tables.ts';

interface Laid {
  readonly lines: readonly string[];
  readonly blocks: readonly Block[];
}

const laid = (raw: boolean) =>
  oncePer(({ text }: Capture): Laid => {
    const lines = splitLines(text);
    const root = parseMarkdown(text, { raw, math: escaping(text) !== 'escaped' });
    return { lines, blocks: blocksOf(root, text, lines) };
  });

/** The blocks of a text of Markdown, laid out once for all who read it. */
export const layOut = laid(false);

/** The same where stars and backslashes are text. */
export const layOutRaw = laid(true);

export interface DocumentReading {
  readonly rows: number;
  readonly headed: number;
  readonly items: number;
  /** Whether all of it is a note about one paper. */
  readonly isNote: boolean;
  readonly parsed: Omit<ParsedDigest, 'format' | 'why'>;
}

/** The day that a line states, if it states one for the papers after it. */
function dayOf(block: Block, text: string, year: number | undefined): StatedDate | undefined {
  const isHeading = block.kind === 'heading' || (block.kind === 'text' && isBold(block.inline));
  const said = text.length < 60 ? text.replace(/^(?:date|day|日期)\s?[:：]\s?/i, '') : '';
  const stated = readDay(said);
  if (!isHeading && !stated) return undefined;
  const day = isHeading || hasSpan(text) ? headingDay(text, year) : stated;
  return day && { text, ...day, line: block.first + 1 };
}

/** The papers of a document, by how it lists them, and what the other blocks are. */
interface Found {
  readonly blocks: readonly Block[];
  readonly rows: readonly MarkdownEntry[];
  readonly headed: readonly MarkdownEntry[];
  readonly items: readonly MarkdownEntry[];
  /** Indices of the blocks that belong to papers, and of those of which nothing is said. */
  readonly taken: ReadonlySet<number>;
  /** What blocks are that have another name than those of their kind. */
  readonly others: ReadonlyMap<number, string>;
}

function papersIn(blocks: readonly Block[]): Found {
  const tables = tablesOf(blocks);
  const rows = rowPapers(blocks, tables);
  const headed =
    rows.entries.length > 0 ? { entries: [], taken: new Set<number>() } : headedPapers(blocks);
  const taken = rows.taken.union(headed.taken);
  const listed = listedPapers(blocks, taken);
  return {
    blocks,
    rows: rows.entries,
    headed: headed.entries,
    items: listed.entries,
    taken: taken.union(listed.taken).union(listed.doubtful),
    others: new Map(tables.map(({ head }) => [head, 'the head of a table'])),
  };
}

/** Whether headings are names of sections, a word or two each, under which the titles stand. */
function areSections(entries: readonly MarkdownEntry[]): boolean {
  const words = entries.map(({ paper }) => wordsOf(paper.title));
  return (
    words.every((count) => count < 4) ||
    words.filter((count) => count < 3).length * 2 > words.length
  );
}

const papersOf = ({ headed, items }: Found): CapturedPaper[] =>
  [...headed, ...items].map(({ paper }) => paper);

/** The papers that headings and lists name, or those of titles that are no headings, if these are more. */
function withPseudo(found: Found): Found {
  const pseudo = withPseudoHeadings(found.blocks);
  if (pseudo.count === 0) return found;
  const other = papersIn(pseudo.blocks);
  const titles = new Set(papersOf(found).map(({ title }) => title));
  const isMore =
    other.headed.length >= found.headed.length &&
    papersOf(other).length >= papersOf(found).length &&
    papersOf(other).some(({ title }) => !titles.has(title));
  const isOver = ({ title }: MarkdownEntry): boolean => isOverTitle(pseudo.blocks, title);
  return isMore && (areSections(found.headed) || found.headed.every(isOver)) ? other : found;
}

/** The papers of a document: those that its tables, headings and lists name, or the one that it is a note about. */
function findPapers(blocks: readonly Block[], lines: readonly string[]): Found {
  const found = papersIn(blocks);
  if (found.rows.length > 0) return found;
  const best = withPseudo(found);
  const papers = papersOf(best);
  const note =
    papers.filter(({ facts }) => facts.authors).length > 1 ? undefined : noteOf(blocks, lines);
  // A list of one paper has a title too, but the paper has its own.
  const isListed = papers.some(
    ({ title, facts }) =>
      (facts.arxiv ?? facts.doi) !== undefined && wordsOf(title) > 2 && title !== note?.paper.title,
  );
  if (note && !isListed)
    return { ...found, headed: [note], items: [], taken: new Set(blocks.keys()) };
  // The paper that a tool cites is not what its README is about.
  const isCited = best.headed.length === 1 && best.items.length === 0 && isOfSoftware(blocks);
  return isCited ? { ...best, headed: [], taken: new Set() } : best;
}

/** The reading of a capture of Markdown: of the last one it is kept, for several formats ask. */
export const documentIn = oncePer((capture: Capture): DocumentReading => {
  const { blocks, lines } = layOut(capture);
  const found = findPapers(blocks, lines);
  const { rows, headed, items, taken } = found;
  const entries = [...rows, ...headed, ...items];
  entries.sort((one, other) => one.title.first - other.title.first);
  return {
    rows: rows.length,
    headed: headed.length,
    items: items.length,
    isNote: headed.length === 1 && taken.size === found.blocks.length,
    parsed: digestOf(capture.file, lines, { entries, ...surroundings(found, entries) }),
  };
});

/** Reads a capture as a report; undefined if it is none. */
export function reportIn(capture: Capture): DocumentReading['parsed'] | undefined {
  const { blocks, lines } = layOut(capture);
  const report = readReport(blocks);
  if (!report) return undefined;
  const { dates, findings } = surroundings({ blocks, ...report }, report.entries);
  return digestOf(capture.file, lines, {
    entries: report.entries,
    dates,
    findings: [...findings, ...report.findings],
  });
}

/** What is no paper's: the days of the document, and what stands before the papers, between them, after them. */
function surroundings(
  { blocks, taken, others }: Pick<Found, 'blocks' | 'taken' | 'others'>,
  entries: readonly MarkdownEntry[],
): Pick<Reading, 'dates' | 'findings'> {
  const dates: StatedDate[] = [];
  const findings: Finding[] = [];
  if (entries.length === 0) return { dates, findings };
  const last = entries.at(-1)?.title.first ?? -1;
  let year: number | undefined;
  for (const [at, block] of blocks.entries()) {
    if (taken.has(at)) continue;
    const { kind, level, inline } = block;
    const place = block.first > last ? 'footer' : 'banner';
    const readable = kind === 'heading' || (kind === 'text' && inline.text.length < 200);
    const text = readable ? inline.text : '';
    if (kind === 'heading' && level < 3 && !hasSpan(text))
      year = yearIn(text) ?? (level === 1 ? undefined : year);
    const day = readable && place === 'banner' ? dayOf(block, text, year) : undefined;
    if (day) dates.push(day);
    const days = hasSpan(text) ? 'a span of days, of which the first counts' : 'a day';
    findings.push({
      extent: block,
      kind: day ? 'date' : place,
      why: day ? days : (others.get(at) ?? whatBlocks[kind]),
    });
  }
  return { dates, findings };
}
