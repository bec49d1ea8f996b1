/** Markdown to a tree with positions, in time that grows with the length of the text. */
import type { ImageReference, LinkReference, PhrasingContent, Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { shifted } from './html.ts';
import { isNumbered, referencesOf } from './references.ts';
import type { Writing } from './literal-signs.ts';
import { prepared } from './source.ts';

// What is indented is no code: pages that were copied or scraped are indented anyhow.
const options = {
  extensions: [
    gfmTable(),
    gfmStrikethrough({ singleTilde: false }),
    { disable: { null: ['codeIndented'] } },
  ],
  mdastExtensions: [gfmTableFromMarkdown(), gfmStrikethroughFromMarkdown()],
};

/** The parser's time grows faster than the text does: code units that it is given at once, and at most. */
const piece = 4_000;
const mostAtOnce = 12_000;
const mostRows = 200;
/** A table of HTML, which is no work for this parser. */
const mostMarkup = 1_000_000;

/** Address of a link whose reference the capture does not hold. */
export const missing = 'offprint:missing';

interface Piece {
  readonly start: number;
  readonly end: number;
  /** Head of the table that the piece goes on with. */
  readonly head: string;
}

const isDelimiter = (line: string): boolean =>
  /^[\s|:-]{3,2000}$/.test(line) && line.includes('-') && line.includes('|');

/** Cuts a text at blank lines of its top level, tables between rows, and what is too long anywhere. */
function pieces(text: string): Piece[] {
  const found: Piece[] = [];
  let start = 0;
  let head = '';
  /** The head of the table that a line is in, and how many rows it has before it. */
  let table = '';
  let rows = 0;
  let fence = '';
  let before = '';
  let markup = false;
  const cut = (end: number, next: string): void => {
    if (end > start) found.push({ start, end, head });
    [start, head, rows] = [end, next, 0];
  };
  for (let at = 0, end = 0; at < text.length; at = end) {
    const close = text.indexOf('\n', at);
    end = close < 0 ? text.length : close + 1;
    const line = text.slice(at, Math.min(end, at + 4000));
    const blank = line.trim() === '';
    const opened = fence;
    const mark = /^\s{0,12}(`{3,}|~{3,})/.exec(line)?.[1];
    if (mark !== undefined) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (blank || !line.includes('|')) table = '';
    else if (isDelimiter(line) && before.includes('|')) table = before + line;
    rows = table === '' ? 0 : rows + 1;
    if (/<\/table>/i.test(line)) markup = false;
    else if (/^\s{0,12}<table[\s>]/i.test(line)) markup = true;
    const length = at - start;
    const begins = length > 2 * piece && /^(?:#|[-*+] |\d{1,4}[.)] )/.test(line);
    const opens = begins || (before.trim() === '' && !blank && !/^\s/.test(line));
    if (opened === '' && !markup && length > piece && opens) cut(at, '');
    else if (rows > mostRows || (rows > 2 && length > piece)) cut(at, table);
    else if (length > (markup ? mostMarkup : mostAtOnce)) cut(at, opened && `${opened}\n`);
    before = line;
  }
  cut(text.length, '');
  return found;
}

/** Definitions for the references of a piece; elsewhere in the document they may stand. */
function definitionsFor(
  text: string,
  references: ReadonlyMap<string, string>,
  numbered: boolean,
): string {
  const labels = new Set<string>();
  for (const [, label = ''] of text.matchAll(/\[([^[\]\n]{1,80})\](?!\()/g))
    labels.add(label.trim());
  const all = [...labels].flatMap((label) => {
    const known = references.has(label.toLowerCase()) || (numbered && /^\d{1,5}$/.test(label));
    return known ? [`[${label}]: ${missing}`] : [];
  });
  return all.length === 0 ? '' : `\n\n${all.join('\n')}\n`;
}

/** A piece of so many lines of so few characters is no document; a parser's time goes with the blocks. */
const isShredded = (text: string): boolean =>
  text.length > 2000 && text.split('\n').length * 8 > text.length;

/** A text as the one paragraph that it is for a parser that cannot read it. */
function asItStands(value: string): RootContent[] {
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: value.length },
  };
  const text = { type: 'text' as const, value, position: structuredClone(position) };
  return [{ type: 'paragraph', children: [text], position }];
}

function parsed(text: string): RootContent[] {
  if (isShredded(text)) return asItStands(text);
  try {
    return fromMarkdown(text, options).children;
  } catch {
    // Too deep for the parser's stack: nothing that anybody reads.
    return asItStands(text);
  }
}

/** What a reference to an address is: a picture, a link, or a mark of the text such as `[1]`, wherever it leads. */
function resolved(node: LinkReference | ImageReference, url: string): PhrasingContent {
  const { position } = node;
  const at = position && { position };
  if (node.type === 'imageReference') return { type: 'image', url, alt: node.alt ?? '', ...at };
  return node.referenceType === 'full' || /\p{L}{2}/u.test(node.identifier)
    ? { type: 'link', url, children: node.children, ...at }
    : { type: 'text', value: `[${node.label ?? node.identifier}]`, ...at };
}

/**
 * Parses Markdown. Its references are resolved wherever in the document they are defined; an address that is
 * not known is `missing`.
 *
 * @param text a capture as it came
 * @returns a tree whose offsets are those of `text`; its lines and columns mean nothing. In the values of its nodes
 * stand the characters of protect.ts for signs that are text, and of source.ts for line endings.
 */
export function parseMarkdown(text: string, writing: Writing = {}): Root {
  const lines = text.split(/\r\n|\r|\n/);
  const references = referencesOf(lines);
  const numbered = isNumbered(lines);
  const source = prepared(text, writing);
  const children: RootContent[] = [];
  for (const { start, end, head } of pieces(source)) {
    const part = head + source.slice(start, end);
    const shift = start - head.length;
    for (const child of parsed(part + definitionsFor(part, references, numbered))) {
      const offset = child.position?.start.offset ?? 0;
      if (offset >= part.length) continue;
      shifted(child, shift);
      // A table, or a fence, that goes on with its head before it.
      const before = head !== '' && offset === 0 ? children.at(-1) : undefined;
      if (child.type === 'table' && before?.type === 'table')
        before.children.push(...child.children.slice(1));
      else if (
        child.type === 'code' &&
        before?.type === 'code' &&
        before.position &&
        child.position
      )
        before.position.end = child.position.end;
      else children.push(child);
    }
  }
  const root: Root = { type: 'root', children };
  visit(root, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    if (!parent || index === undefined) return;
    parent.children[index] = resolved(
      node,
      references.get(node.identifier.toLowerCase()) ?? missing,
    );
  });
  return root;
}
