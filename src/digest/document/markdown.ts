/** Markdown to a tree with positions, in time that grows with the length of the text. */
import type { Root, RootContent } from 'mdast';
import { fromMarkdown } from 'mdast-util-from-markdown';
import { gfmStrikethroughFromMarkdown } from 'mdast-util-gfm-strikethrough';
import { gfmTableFromMarkdown } from 'mdast-util-gfm-table';
import { gfmStrikethrough } from 'micromark-extension-gfm-strikethrough';
import { gfmTable } from 'micromark-extension-gfm-table';
import { visit } from 'unist-util-visit';
import { isNumbered, referencesOf } from './references.ts';
import { prepared, type Writing } from './source.ts';

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
  let nextHead = '';
  let rows = 0;
  let fence = '';
  let opening = '';
  let before = '';
  let markup = false;
  let at = 0;
  const cut = (end: number, next: string): void => {
    if (end > start) found.push({ start, end, head });
    start = end;
    head = next;
    rows = 0;
  };
  while (at < text.length) {
    const close = text.indexOf('\n', at);
    const end = close < 0 ? text.length : close + 1;
    const line = text.slice(at, Math.min(end, at + 4000));
    const blank = line.trim() === '';
    const mark = /^\s{0,12}(`{3,}|~{3,})/.exec(line)?.[1];
    const inFence = fence !== '';
    if (mark !== undefined && fence === '') opening = `${mark}\n`;
    if (mark !== undefined) fence = fence === '' ? mark : mark.startsWith(fence) ? '' : fence;
    if (blank || !line.includes('|')) nextHead = '';
    else if (isDelimiter(line) && before.includes('|')) nextHead = before + line;
    rows = nextHead === '' ? 0 : rows + 1;
    if (/<\/table>/i.test(line)) markup = false;
    else if (/^\s{0,12}<table[\s>]/i.test(line)) markup = true;
    const length = at - start;
    const begins = length > 2 * piece && /^(?:#|[-*+] |\d{1,4}[.)] )/.test(line);
    const opens = begins || (before.trim() === '' && !blank && !/^\s/.test(line));
    if (!inFence && !markup && length > piece && opens) cut(at, '');
    else if (nextHead !== '' && rows > 2 && (rows > mostRows || length > piece)) cut(at, nextHead);
    else if (length > (markup ? mostMarkup : mostAtOnce)) cut(at, inFence ? opening : '');
    before = line;
    at = end;
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

function asItStands(value: string): RootContent[] {
  const position = {
    start: { line: 1, column: 1, offset: 0 },
    end: { line: 1, column: 1, offset: value.length },
  };
  return [{ type: 'paragraph', children: [{ type: 'text', value, position }], position }];
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
    const added = definitionsFor(part, references, numbered);
    for (const child of parsed(part + added)) {
      if ((child.position?.start.offset ?? 0) >= part.length) continue;
      visit(child, ({ position }) => {
        if (position?.start.offset === undefined || position.end.offset === undefined) return;
        position.start.offset += shift;
        position.end.offset += shift;
      });
      const before = children.at(-1);
      const isSame = head !== '' && child.position?.start.offset === shift;
      if (isSame && child.type === 'table' && before?.type === 'table')
        before.children.push(...child.children.slice(1));
      else if (isSame && child.type === 'code' && before?.position && child.position)
        before.position.end = child.position.end;
      else children.push(child);
    }
  }
  const root: Root = { type: 'root', children };
  visit(root, (node, index, parent) => {
    if (node.type !== 'linkReference' && node.type !== 'imageReference') return;
    if (!parent || index === undefined) return;
    const url = references.get(node.identifier.toLowerCase()) ?? missing;
    const { position } = node;
    if (node.type === 'imageReference') {
      parent.children[index] = {
        type: 'image',
        url,
        alt: node.alt ?? '',
        ...(position && { position }),
      };
    } else if (node.referenceType === 'full' || /\p{L}{2}/u.test(node.identifier)) {
      parent.children[index] = {
        type: 'link',
        url,
        children: node.children,
        ...(position && { position }),
      };
    } else {
      // `[1]` is a mark of the text, wherever it leads.
      parent.children[index] = {
        type: 'text',
        value: `[${node.label ?? node.identifier}]`,
        ...(position && { position }),
      };
    }
  });
  return root;
}
