/** The blocks of a tree, in the order of the document. */
import type { Blockquote, List, ListItem, Nodes, Root, Table } from 'mdast';
import { frontmatterLines } from '../plain/frontmatter.ts';
import { LineTable } from '../records/line-table.ts';
import { standsAlone } from './alone.ts';
import { blockOf, partOf, type Block, type BlockKind, type Extent } from './block.ts';
import { parseHtml, summaryLevel } from './html.ts';
import { joinedLines, readLines, type LineOf } from './inline.ts';
import { parseMarkdown } from './markdown.ts';
import { tagIn } from './tags.ts';

/** Where in the document a node stands. */
interface Place {
  readonly depth: number;
  readonly quoted: boolean;
}

/** Elements of HTML that are read whole; of others each line stands for itself. */
const whole =
  /<(?:table|ul|ol|li|p|h[1-6]|blockquote|pre|dl|dt|dd|tr|td|th|a|b|i|em|strong|span)\b/gi;
const closing =
  /<\/(?:table|ul|ol|li|p|h[1-6]|blockquote|pre|dl|dt|dd|tr|td|th|a|b|i|em|strong|span)>/gi;

const isContainer = /^\s*<(?:\/?(?:details|summary|div|center|table)\b)/i;

const isMarkup = (line: string): boolean =>
  /^\s*<!--/.test(line) ||
  (/^\s*<[a-z/]/i.test(line) && tagIn(line.trim().slice(0, 100)) !== undefined);

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
        return this.#simple('heading', node, node.children, { level, depth });
      }
      case 'paragraph':
        return this.#paragraph(node, place);
      case 'list':
        return this.#list(node, place);
      case 'listItem':
        return this.#item(node, place, undefined);
      case 'table':
        return this.#table(node, place);
      case 'blockquote':
        return this.#quote(node, place);
      case 'html':
        return this.#html(node, place);
      case 'code':
        return this.#simple('code', node, [], { depth });
      case 'thematicBreak':
        return this.#simple('rule', node, [], { depth });
      case 'definition':
        return this.#simple('definition', node, [], { depth });
      case 'yaml':
        return;
      default:
        if ('children' in node && !('value' in node)) this.#nodes(node.children, place);
        else this.#paragraph(node, place);
    }
  }

  #simple(kind: BlockKind, node: Nodes, children: readonly Nodes[], more: Partial<Block>): void {
    const extent = this.#extent(node);
    this.#add(blockOf(kind, extent, readLines(children, this.#lineOf, extent.first), more));
  }

  #quote(node: Blockquote, place: Place): void {
    this.#nodes(node.children, { ...place, quoted: true });
  }

  /** A paragraph; lines in it that stand for themselves are blocks of their own. */
  #paragraph(node: Nodes, { depth, quoted }: Place): void {
    const extent = this.#extent(node);
    const children = 'children' in node ? node.children : [node];
    const block = blockOf(
      quoted ? 'quote' : 'text',
      extent,
      readLines(children, this.#lineOf, extent.first),
      { depth },
    );
    if (quoted) return this.#add(block);
    this.#parted(block, 0);
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

  #list(node: List, place: Place): void {
    const start = node.ordered === true ? (node.start ?? 1) : undefined;
    node.children.forEach((item, index) =>
      this.#item(item, place, start === undefined ? undefined : start + index),
    );
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

  #item(node: ListItem, place: Place, number: number | undefined): void {
    const { quoted } = place;
    const depth = this.#depthOf(node, place.depth);
    const [head, ...rest] = node.children;
    const isText = head?.type === 'paragraph' || head?.type === 'heading';
    const { first } = this.#extent(node);
    const extent = isText ? { first, last: this.#extent(head).last } : { first, last: first };
    const lines = isText ? readLines(head.children, this.#lineOf, first) : [];
    const more = { depth, ...(number === undefined ? {} : { number }) };
    const block = blockOf('item', extent, lines, more);
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
    this.#nodes(isText ? rest : node.children, { depth: depth + 1, quoted });
  }

  #indent(line: number): number {
    const text = (this.#lines[line] ?? '').slice(0, 200);
    return text.length - text.trimStart().length;
  }

  #table(node: Table, { depth }: Place): void {
    node.children.forEach((row, index) => {
      // A table of HTML that has no head is given one.
      if (!row.position) return;
      const { first, last } = this.#extent(row);
      const cells = row.children.map((cell) =>
        joinedLines(readLines(cell.children, this.#lineOf, first), '\n'),
      );
      const next = node.children[index + 1];
      const end = index === 0 && next ? Math.max(last, this.#extent(next).first - 1) : last;
      const only = node.children.length === 1 ? this.#extent(node).last : end;
      this.#add(
        blockOf('row', { first, last: only }, [], {
          depth,
          cells,
          ...(index === 0 ? { is: 'head' as const } : {}),
        }),
      );
    });
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
      if (end > start && isMarkdown) this.#markdown(source.slice(start, end), from + start, place);
      else if (end > start)
        this.#nodes(parseHtml(source.slice(start, end), from + start).children, place);
      start = end;
    };
    for (const line of source.split(/(?<=\n)/)) {
      const markup = isMarkup(line);
      if (
        isMarkdown ? isContainer.test(line) : open <= 0 && !markup && at > 0 && line.trim() !== ''
      ) {
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

  #markdown(text: string, shift: number, place: Place): void {
    const lines = text.split(/\r\n|\r|\n/);
    const offset = this.#lineOf(shift);
    const blocks = new Reader(text, lines).read(parseMarkdown(text));
    for (const block of blocks.filter(({ kind }) => kind !== 'frontmatter')) {
      const moved = block.lines.map((line) => ({
        ...line,
        first: line.first + offset,
        last: line.last + offset,
      }));
      const depth = block.depth + place.depth;
      this.#add({
        ...block,
        lines: moved,
        first: block.first + offset,
        last: block.last + offset,
        depth,
      });
    }
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
