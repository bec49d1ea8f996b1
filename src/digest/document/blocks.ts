/** The blocks of a tree, in the order of the document. */
import type { List, ListItem, Nodes, Root, Table } from 'mdast';
import { frontmatterLines } from '../plain/frontmatter.ts';
import { LineTable } from '../records/line-table.ts';
import { standsAlone } from './alone.ts';
import { blockOf, partOf, type Block, type Extent } from './block.ts';
import { parseHtml, shifted, summaryLevel } from './html.ts';
import { joinedLines, readLines, type InlineLine, type LineOf } from './inline.ts';
import { parseMarkdown } from './markdown.ts';
import { tagIn } from './tags.ts';

/** Where in the document a node stands. */
interface Place {
  readonly depth: number;
  readonly quoted: boolean;
}

/** Elements of HTML that are read whole; of others each line stands for itself. */
const elements =
  '(?:table|ul|ol|li|p|h[1-6]|blockquote|pre|dl|dt|dd|tr|td|th|a|b|i|em|strong|span)';
const whole = new RegExp(`<${elements}\\b`, 'gi');
const closing = new RegExp(`</${elements}>`, 'gi');

const isContainer = /^\s*<(?:\/?(?:details|summary|div|center|table)\b)/i;

const isMarkup = (line: string): boolean =>
  /^\s*<!--/.test(line) ||
  (/^\s*<[a-z/]/i.test(line) && tagIn(line.trim().slice(0, 100)) !== undefined);

/** What blocks are of which nothing is read. */
const bare = { code: 'code', thematicBreak: 'rule', definition: 'definition' } as const;

class Reader {
  readonly #source: string;
  readonly #lines: readonly string[];
  readonly #lineOf: LineOf;
  readonly #blocks: Block[] = [];
  /** Items that the next one may be under, by the columns they begin at. */
  #open: { readonly indent: number; readonly depth: number }[] = [];

  constructor(source: string, lines: readonly string[]) {
    this.#source = source;
    this.#lines = lines;
    const table = new LineTable(source);
    this.#lineOf = (offset) => table.lineOf(offset) - 1;
  }

  read(root: Root): Block[] {
    const frontmatter = frontmatterLines(this.#lines);
    if (frontmatter > 0) this.#add(blockOf('frontmatter', { first: 0, last: frontmatter - 1 }));
    this.#nodes(root.children, { depth: 0, quoted: false });
    return this.#blocks;
  }

  #add(block: Block): void {
    if (block.depth === 0 && block.kind !== 'item' && block.kind !== 'html') this.#open = [];
    this.#blocks.push(block);
  }

  #extent(node: Nodes): Extent {
    const { start, end } = node.position ?? {};
    const first = this.#lineOf(start?.offset ?? 0);
    return { first, last: Math.max(first, this.#lineOf(Math.max((end?.offset ?? 1) - 1, 0))) };
  }

  #nodes(nodes: readonly Nodes[], place: Place): void {
    for (const node of nodes) this.#node(node, place);
  }

  #node(node: Nodes, place: Place): void {
    const { depth } = place;
    switch (node.type) {
      case 'heading': {
        const level = node.data?.summary === true ? summaryLevel : node.depth;
        const extent = this.#extent(node);
        return this.#add(blockOf('heading', extent, this.#read(node, extent), { level, depth }));
      }
      case 'list':
        return this.#list(node, place);
      case 'listItem':
        return this.#item(node, place);
      case 'table':
        return this.#table(node, place);
      case 'blockquote':
        return this.#nodes(node.children, { ...place, quoted: true });
      case 'html':
        return this.#html(node, place);
      case 'code':
      case 'thematicBreak':
      case 'definition':
        return this.#add(blockOf(bare[node.type], this.#extent(node), [], { depth }));
      default:
        if (node.type === 'paragraph' || !('children' in node)) this.#paragraph(node, place);
        else this.#nodes(node.children, place);
    }
  }

  #read(node: Nodes, { first }: Extent): InlineLine[] {
    return readLines('children' in node ? node.children : [node], this.#lineOf, first);
  }

  /** A paragraph; lines in it that stand for themselves are blocks of their own. */
  #paragraph(node: Nodes, { depth, quoted }: Place): void {
    const extent = this.#extent(node);
    const block = blockOf(quoted ? 'quote' : 'text', extent, this.#read(node, extent), { depth });
    if (quoted) this.#add(block);
    else this.#parted(block, 0);
  }

  #parted(block: Block, from: number): void {
    let start = from;
    let before: string | undefined;
    for (let at = from; at < block.lines.length; at++) {
      const line = this.#lineText(block, at);
      const alone = line.includes('\n') || standsAlone(line, before, block.lines[at]);
      if (at > start && (alone || before === undefined)) {
        this.#add(partOf(block, start, at));
        start = at;
      }
      before = alone ? undefined : line;
    }
    this.#add(partOf(block, start, block.lines.length));
  }

  /** A line of a block as the capture has it; several lines that one link holds are joined. */
  #lineText({ lines }: Block, at: number): string {
    const line = lines[at];
    if (!line) return '';
    if (line.last > line.first) return `${line.text.slice(0, 2000)}\n`;
    const text = (this.#lines[line.first] ?? '').trim();
    return text.length > 2000 ? line.text : text.replace(/\\{1,2}$/, '').trimEnd();
  }

  #list({ children, ordered, start }: List, place: Place): void {
    for (const [index, item] of children.entries())
      this.#item(item, place, ordered === true ? { number: (start ?? 1) + index } : {});
  }

  /** How deep an item is: what is indented by less than its parser asks for is under the one before it too. */
  #depthOf(node: ListItem, depth: number): number {
    const start = node.position?.start.offset ?? 0;
    if (this.#source.charAt(start) === '<') return depth;
    const indent = this.#indent(this.#lineOf(start));
    while ((this.#open.at(-1)?.indent ?? -1) >= indent) this.#open.pop();
    const deeper = Math.max(depth, (this.#open.at(-1)?.depth ?? -1) + 1);
    this.#open.push({ indent, depth: deeper });
    return deeper;
  }

  #item(node: ListItem, place: Place, more: Pick<Block, 'number'> = {}): void {
    const depth = this.#depthOf(node, place.depth);
    const [head, ...rest] = node.children;
    const isText = head?.type === 'paragraph' || head?.type === 'heading';
    const { first } = this.#extent(node);
    const extent = isText ? { first, last: this.#extent(head).last } : { first, last: first };
    const lines = isText ? this.#read(head, extent) : [];
    const block = blockOf('item', extent, lines, { depth, ...more });
    // A line that is not indented, and stands for itself, is not the item's.
    const indent = this.#indent(first);
    const end = lines.findIndex(
      (line, index) =>
        index > 0 &&
        this.#indent(line.first) <= indent &&
        line.first > first &&
        standsAlone(this.#lineText(block, index), lines[index - 1]?.text, line),
    );
    if (end < 0 || this.#source.charAt(node.position?.start.offset ?? 0) === '<') this.#add(block);
    else {
      this.#add(partOf(block, 0, end));
      this.#parted({ ...block, kind: 'text' }, end);
    }
    this.#nodes(isText ? rest : node.children, { ...place, depth: depth + 1 });
  }

  #indent(line: number): number {
    const text = (this.#lines[line] ?? '').slice(0, 200);
    return text.length - text.trimStart().length;
  }

  #table(node: Table, { depth }: Place): void {
    // A table of HTML that has no head is given one.
    const rows = node.children.filter(({ position }) => position);
    for (const [index, row] of rows.entries()) {
      const extent = this.#extent(row);
      const cells = row.children.map((cell) => joinedLines(this.#read(cell, extent), '\n'));
      const isHead = row === node.children[0];
      // Under a head stands a rule.
      const next = isHead ? rows[index + 1] : undefined;
      const below = next ? this.#extent(next).first - 1 : this.#extent(node).last;
      const last = isHead ? Math.max(extent.last, below) : extent.last;
      const is = isHead ? { is: 'head' as const } : {};
      this.#add(blockOf('row', { ...extent, last }, [], { depth, cells, ...is }));
    }
  }

  /** Markup: what stands in it is read as HTML, and Markdown among its lines as Markdown. */
  #html(node: Nodes, place: Place): void {
    const from = node.position?.start.offset ?? 0;
    const to = node.position?.end.offset ?? from;
    const source = this.#source.slice(from, to);
    const extent = this.#extent(node);
    const isEnd = /<\/details>/i.test(source);
    this.#add(
      blockOf('html', extent, [], { depth: place.depth, ...(isEnd ? { is: 'end' as const } : {}) }),
    );
    if (
      source.startsWith('<!--') &&
      source.trimEnd().indexOf('-->') === source.trimEnd().length - 3
    )
      return;
    if (!/[^\s<>]|<(?:img|a)\b/i.test(source.replaceAll(/<[^<>]{0,3000}>/g, ''))) return;
    let start = 0;
    let at = 0;
    let open = 0;
    let isMarkdown = false;
    const flush = (end: number): void => {
      const part = source.slice(start, end);
      const tree = isMarkdown ? parseMarkdown(part) : parseHtml(part);
      this.#nodes(shifted(tree, from + start).children, place);
      start = end;
    };
    for (const line of source.split(/(?<=\n)/)) {
      const turns = isMarkdown
        ? isContainer.test(line)
        : open <= 0 && at > 0 && line.trim() !== '' && !isMarkup(line);
      if (turns) {
        flush(at);
        isMarkdown = !isMarkdown;
        open = 0;
      }
      if (!isMarkdown)
        open += (line.match(whole) ?? []).length - (line.match(closing) ?? []).length;
      at += line.length;
    }
    flush(source.length);
  }
}

/**
 * Lays out a tree as blocks. Everything that is not white space is in one of them; what is markup in one kind
 * of block may hold others, which come after it.
 *
 * @param source the text that the offsets of the tree are of
 */
export const blocksOf = (root: Root, source: string, lines: readonly string[]): Block[] =>
  new Reader(source, lines).read(root);
