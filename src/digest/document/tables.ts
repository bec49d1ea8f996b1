/** Tables of Markdown: their rows, and what their columns hold. */
import { largestGroup } from '../largest-group.ts';
import type { Block } from './block.ts';
import type { Inline } from './inline.ts';
import { canBeTitle, isDate, isProse } from './item-words.ts';
import { roleOfLabel, type LabelRole } from './labels.ts';
import { isNames, isWork } from './work.ts';

/** What a column holds: what a label announces that stands before a value, or notes. */
export type Column = Exclude<LabelRole, 'summary' | 'original'> | 'note';

export interface Table {
  /** Indices of its rows among the document's blocks: head, rule and body. */
  readonly head: number;
  readonly rows: readonly number[];
  readonly columns: readonly Column[];
  readonly names: readonly string[];
}

/** Names of columns that are no labels elsewhere, or other ones. */
const columns: readonly (readonly [RegExp, Column])[] = [
  [
    /^(?:papers?|title|paper titles?|papers? ?\/ ?titles?|name|papers? names?|work|publication|article|论文|标题|论文标题|题目)$/,
    'title',
  ],
  [/^(?:abstract|summary|description|tl;?dr|overview|ai summary|摘要|简介|总结)$/, 'abstract'],
  [
    /^(?:notes?|core contribution|contributions?|key ideas?|key contributions?|main idea|highlights?|why it matters|takeaways?|key takeaways?|remarks?|one-liner|what it does|key findings?|main results?|best-supported result|key caveat|要点|备注)$/,
    'note',
  ],
  [/^(?:publish|publication|release|submission)? ?(?:date|year)|^time$|^published$/, 'date'],
];

/** Labels that columns have in no other sense. */
const isColumn = (role: LabelRole | undefined): role is Column & LabelRole =>
  role !== undefined && !/^(?:title|abstract|summary|original|comment|other)$/.test(role);

function columnOf(name: string, among: readonly string[]): Column {
  const plain = name
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N} /;&-]/gu, '')
    .trim();
  const isAmong = (pattern: RegExp): boolean => among.some((other) => pattern.test(other.trim()));
  // Where a column is called title, the one called paper leads to it.
  if (/^papers?$/.test(plain) && isAmong(/^(?:paper )?(?:title|name|标题)$/i)) return 'links';
  // Beside an abstract it is the authors' comment.
  if (/^comments?$/.test(plain)) return isAmong(/abstract|摘要/i) ? 'comment' : 'note';
  const column = columns.find(([pattern]) => pattern.test(plain))?.[1];
  const role = roleOfLabel(plain.replace(/s$/, '')) ?? roleOfLabel(plain);
  if (column) return column;
  if (isColumn(role)) return role;
  return /link|url|pdf|code|github|resource|repo|website/.test(plain) ? 'links' : 'other';
}

/** What columns without names hold, as most of their cells show. */
function columnsOf(rows: readonly Block[]): Column[] {
  const some = rows.slice(0, 200);
  const width = Math.max(0, ...some.map(({ cells = [] }) => cells.length));
  const kinds = Array.from({ length: width }, (_, index): Column => {
    const shown = some.map(({ cells = [] }) => kindOf(cells[index]));
    return largestGroup(shown, (kind) => kind)[0] ?? 'other';
  });
  // One column of titles; another that links to works leads to them.
  const title = kinds.indexOf('title');
  return kinds.map((kind, index) => (kind === 'title' && index !== title ? 'links' : kind));
}

/** Whether a cell begins with a title, in bold or as the link of a paper, on a line of its own. */
function isTitled({ runs }: Inline): boolean {
  const at = runs.findIndex(({ text }) => text.trim() !== '');
  const [title, next] = runs.slice(at, at + 2);
  return (
    title !== undefined &&
    (title.strong || (title.link !== undefined && isWork(title.link.url))) &&
    canBeTitle(title.text) &&
    (next === undefined || /^\s*\n/.test(next.text))
  );
}

/** Whether most rows of a table without head begin a cell with the title of a paper, and link to it. */
const isOfPapers = (rows: readonly Block[]): boolean =>
  rows.filter(
    ({ cells = [] }) =>
      cells.some(isTitled) &&
      cells.some(({ links }) => links.some(({ image, url }) => !image && isWork(url))),
  ).length *
    2 >
  rows.length;

function kindOf(cell: Inline | undefined): Column {
  if (!cell || cell.text === '') return cell && cell.links.length > 0 ? 'links' : 'other';
  const { text, runs, links } = cell;
  if (isDate(text)) return 'date';
  if (isNames(text)) return 'authors';
  if (isTitled(cell)) return 'title';
  if (isProse(text)) return 'abstract';
  const set = runs.some((run) => run.strong && canBeTitle(run.text));
  if (set || links.some(({ label, url }) => isWork(url) && canBeTitle(label))) return 'title';
  return links.length > 0 ? 'links' : 'other';
}

/**
 * Finds the tables with a column of titles.
 *
 * @returns tables in the order of the document
 */
export function tablesOf(blocks: readonly Block[]): Table[] {
  const tables: Table[] = [];
  for (let at = 0; at < blocks.length; at++) {
    if (blocks[at]?.kind !== 'row') continue;
    const rows: number[] = [];
    let end = at + 1;
    while (blocks[end]?.kind === 'row' && blocks[end]?.is !== 'head') rows.push(end++);
    const cells = (blocks[at]?.cells ?? []).map(({ text }) => text.replaceAll(/\s+/g, ' '));
    const named = cells.map((name) => columnOf(name, cells));
    const body = rows.flatMap((row) => blocks[row] ?? []);
    // A table of HTML may have no head.
    const all = [...blocks.slice(at, at + 1), ...body];
    const headless = !named.includes('title') && blocks[at]?.is !== 'head' && isOfPapers(all);
    const names = headless ? [] : cells;
    const unnamed = names.every((name) => name === '');
    const columns = unnamed ? columnsOf(headless ? all : body) : named;
    if (columns.includes('title'))
      tables.push({
        head: headless ? -1 : at,
        rows: headless ? [at, ...rows] : rows,
        columns,
        names,
      });
    at = end - 1;
  }
  return tables;
}
